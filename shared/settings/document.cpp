#include "shared/settings/document.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <toml++/toml.h>

#include "shared/base/time_of_day.h"

namespace settings {
namespace {

struct Mistake {
    unsigned line = 0;
    std::string words;
};

/// What all tables of one file share.
struct File {
    std::string name;
    toml::table root;
    std::vector<Mistake> mistakes;
};

std::string quoted_list(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "\"" : ", \"") + word + '"';
    return list;
}

/// The line of a refusal. A file can hold anything, and its refusal is read on a terminal: what is not plain
/// text becomes a question mark.
std::string refusal(const std::string& file, unsigned line, std::string_view why) {
    std::string words = file + ':' + std::to_string(line) + ": " + std::string(why);
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return words;
}

}  // namespace

struct Table::Node {
    std::shared_ptr<File> file;
    const toml::table* table = nullptr;  ///< none when the file does not have it
    std::string path;                    ///< `hub`, `hub.address[2]`
    unsigned line = 0;
    std::set<std::string, std::less<>> known;
    std::vector<std::shared_ptr<Node>> children;

    const toml::node* find(std::string_view key) {
        known.emplace(key);
        return table == nullptr ? nullptr : table->get(key);
    }
    std::string name_of(std::string_view key) const {
        return path.empty() ? std::string(key) : path + '.' + std::string(key);
    }
    void mistake(const toml::node* at, std::string_view key, std::string_view reason) {
        const unsigned where = at == nullptr ? line : static_cast<unsigned>(at->source().begin.line);
        file->mistakes.push_back({where, name_of(key) + ' ' + std::string(reason)});
    }
    void check_unknown() {
        if (table != nullptr) {
            for (const auto& [key, value] : *table) {
                if (!known.contains(key.str()))
                    mistake(&value, key.str(), "is not a setting; check its spelling");
            }
        }
        for (const auto& child : children) child->check_unknown();
    }
};

Table::Table(std::shared_ptr<Node> node) : node_(std::move(node)) {}

Table Table::table(std::string_view name) {
    const toml::node* found = node_->find(name);
    if (found != nullptr && !found->is_table())
        node_->mistake(found, name, "must be a table: [" + std::string(name) + "]");
    auto child = std::make_shared<Node>();
    child->file = node_->file;
    child->path = node_->name_of(name);
    child->table = found == nullptr ? nullptr : found->as_table();
    child->line = found == nullptr ? node_->line : static_cast<unsigned>(found->source().begin.line);
    node_->children.push_back(child);
    return Table(child);
}

std::vector<Table> Table::tables(std::string_view name, std::size_t at_least) {
    std::vector<Table> found_tables;
    const toml::node* found = node_->find(name);
    const toml::array* array = found == nullptr ? nullptr : found->as_array();
    if (found != nullptr && array == nullptr)
        node_->mistake(found, name, "must be given as [[" + std::string(name) + "]]");
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        auto child = std::make_shared<Node>();
        child->file = node_->file;
        child->path = node_->name_of(name) + '[' + std::to_string(i + 1) + ']';
        child->table = array->get(i)->as_table();
        child->line = static_cast<unsigned>(array->get(i)->source().begin.line);
        if (child->table == nullptr) node_->mistake(array->get(i), name, "must hold tables only");
        node_->children.push_back(child);
        found_tables.push_back(Table(child));
    }
    if (found_tables.size() < at_least) {
        node_->mistake(
            found, name,
            "is needed at least " + std::to_string(at_least) + " time(s), as [[" + std::string(name) + "]]");
    }
    return found_tables;
}

std::string Table::text(std::string_view key) {
    const toml::node* found = node_->find(key);
    const auto value = found == nullptr ? std::optional<std::string>{} : found->value_exact<std::string>();
    if (value && !value->empty()) return *value;
    node_->mistake(
        found, key,
        found == nullptr ? "is missing; give it as text in quotes" : "must be text in quotes, not empty");
    return {};
}

std::string Table::text_or(std::string_view key, std::string fallback) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    if (auto value = found->value_exact<std::string>()) return *value;
    node_->mistake(found, key, "must be text in quotes");
    return fallback;
}

std::vector<std::string> Table::texts(std::string_view key) {
    if (node_->find(key) == nullptr) {
        node_->mistake(nullptr, key, "is missing; give it as a list of texts: [\"...\"]");
        return {};
    }
    auto list = texts_or(key, {});
    if (list.empty()) node_->mistake(node_->find(key), key, "must hold at least one text");
    return list;
}

std::vector<std::string> Table::texts_or(std::string_view key, std::vector<std::string> fallback) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    std::vector<std::string> list;
    const toml::array* array = found->as_array();
    bool wrong = array == nullptr;
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        auto value = array->get(i)->value_exact<std::string>();
        if (value && !value->empty())
            list.push_back(*value);
        else
            wrong = true;
    }
    if (wrong) node_->mistake(found, key, "must be a list of texts, none of them empty: [\"...\"]");
    return list;
}

std::int64_t Table::integer_or(std::string_view key, std::int64_t fallback, std::int64_t least,
                               std::int64_t most) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    const auto value = found->value_exact<std::int64_t>();
    if (value && *value >= least && *value <= most) return *value;
    node_->mistake(found, key,
                   "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return fallback;
}

double Table::number_or(std::string_view key, double fallback, double least, double most) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    const auto value = found->value<double>();
    if (found->is_number() && value && *value >= least && *value <= most) return *value;
    std::ostringstream reason;
    reason << "must be a number from " << least << " to " << most;
    node_->mistake(found, key, reason.str());
    return fallback;
}

bool Table::flag_or(std::string_view key, bool fallback) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    if (const auto value = found->value_exact<bool>()) return *value;
    node_->mistake(found, key, "must be true or false");
    return fallback;
}

std::chrono::minutes Table::time_or(std::string_view key, std::chrono::minutes fallback) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    const auto time = base::parse_time_of_day(found->value_exact<std::string>().value_or(""));
    if (time) return *time;
    node_->mistake(found, key, "must be a time of day such as \"08:30\"");
    return fallback;
}

std::string Table::word_or(std::string_view key, std::string fallback,
                           const std::vector<std::string>& words) {
    const toml::node* found = node_->find(key);
    if (found == nullptr) return fallback;
    const auto value = found->value_exact<std::string>();
    if (value && std::find(words.begin(), words.end(), *value) != words.end()) return *value;
    node_->mistake(found, key, "must be one of " + quoted_list(words));
    return fallback;
}

void Table::refuse(std::string_view key, std::string_view reason) {
    const toml::node* found = node_->find(key);
    node_->mistake(found, key, reason);
}

base::Result<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return base::fail(base::ErrorKind::NotFound,
                          path + ": this file cannot be read; check its name and permissions");
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

base::Result<Document> Document::parse(std::string_view text, const std::string& name) {
    auto file = std::make_shared<File>();
    file->name = name;
    try {
        file->root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        return base::fail(base::ErrorKind::InvalidInput,
                          refusal(name, error.source().begin.line, error.description()));
    }
    auto node = std::make_shared<Table::Node>();
    node->table = &file->root;
    node->file = std::move(file);
    node->line = 1;
    return Document(Table(node));
}

base::Done Document::finish() {
    root_.node_->check_unknown();
    auto& mistakes = root_.node_->file->mistakes;
    if (mistakes.empty()) return {};
    std::stable_sort(mistakes.begin(), mistakes.end(),
                     [](const Mistake& a, const Mistake& b) { return a.line < b.line; });
    std::string words;
    for (const Mistake& mistake : mistakes) {
        if (!words.empty()) words += '\n';
        words += refusal(root_.node_->file->name, mistake.line, mistake.words);
    }
    return base::fail(base::ErrorKind::InvalidInput, words);
}

}  // namespace settings
