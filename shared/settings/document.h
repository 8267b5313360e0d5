#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

/// Reading a TOML settings file so that every mistake is told with its line and what to write instead.
namespace settings {

/// One table of a file. Reading never stops at a mistake: what is wrong is noted, a harmless value is
/// returned, and Document::finish() then refuses the file. A key nobody asked for is a mistake too.
class Table {
public:
    /// The table `name` inside this one, whether the file has it or not.
    Table table(std::string_view name);
    /// Each table of the array of tables `[[name]]`; a mistake when there are fewer than `at_least`.
    std::vector<Table> tables(std::string_view name, std::size_t at_least);

    std::string text(std::string_view key);
    std::string text_or(std::string_view key, std::string fallback);
    /// A list with at least one entry, none of them empty.
    std::vector<std::string> texts(std::string_view key);
    std::vector<std::string> texts_or(std::string_view key, std::vector<std::string> fallback);
    std::int64_t integer_or(std::string_view key, std::int64_t fallback, std::int64_t least,
                            std::int64_t most);
    double number_or(std::string_view key, double fallback, double least, double most);
    bool flag_or(std::string_view key, bool fallback);
    /// A London wall-clock time such as "08:30", in minutes after midnight.
    std::chrono::minutes time_or(std::string_view key, std::chrono::minutes fallback);
    /// One of the words given.
    std::string word_or(std::string_view key, std::string fallback, const std::vector<std::string>& words);

    /// Notes a mistake about a key that was read but does not fit with the rest.
    void refuse(std::string_view key, std::string_view reason);

private:
    friend class Document;
    struct Node;
    explicit Table(std::shared_ptr<Node> node);
    std::shared_ptr<Node> node_;
};

/// The text of a settings file. NotFound when it cannot be read.
base::Result<std::string> read_file(const std::string& path);

class Document {
public:
    /// InvalidInput with line and reason when it is not TOML. `name` is told with each mistake.
    static base::Result<Document> parse(std::string_view text, const std::string& name);

    Table& root() { return root_; }
    /// InvalidInput naming every mistake, a line each: `hub.toml:12: hub.grace_minutes must be 0 to 60`.
    base::Done finish();

private:
    explicit Document(Table root) : root_(std::move(root)) {}
    Table root_;
};

}  // namespace settings
