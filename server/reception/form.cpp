#include "server/reception/form.h"

#include <algorithm>
#include <optional>

#include "shared/base/utf8.h"

namespace server::reception {
namespace {

constexpr std::size_t kNameBytesMax = 40;
constexpr std::string_view kEach = "each_";
constexpr std::string_view kFile = "file_";

tl::unexpected<base::Error> refuse(const char* why) {
    return base::fail(base::ErrorKind::InvalidInput, why);
}

std::optional<unsigned> digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const auto high = digit(text[i + 1]);
            const auto low = digit(text[i + 2]);
            if (!high || !low) return std::nullopt;
            out += static_cast<char>(*high * 16 + *low);
            i += 2;
        }
    }
    return out;
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= 0x20 && c != 0x7F) || c == '\n' || c == '\r' || c == '\t';
    });
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= kNameBytesMax &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

void encode(std::string& out, std::string_view text) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '_' || c == '-' || c == '.';
        if (stays) {
            out += raw;
        } else {
            out += '%';
            out += kDigits[c >> 4];
            out += kDigits[c & 15];
        }
    }
}

/// Takes what stands before the next of these from the front.
std::string_view take_until(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

}  // namespace

base::Result<Form> Form::parse(std::string_view body) {
    Form form;
    while (!body.empty()) {
        std::string_view field = take_until(body, '&');
        if (field.find('=') == std::string_view::npos) return refuse("a field of the form has no value");
        const std::string_view name = take_until(field, '=');
        if (!is_name(name)) return refuse("a field of the form has no name that the hub knows");
        auto value = decoded(field);
        if (!value || !base::is_utf8(*value) || !is_plain(*value))
            return refuse("a field of the form is no text");
        if (value->size() > (name.starts_with(kFile) ? kFileBytesMax : kFieldBytesMax))
            return refuse("a field of the form is too long");
        auto& values = form.fields_[std::string(name)];
        if (values.size() >= (name.starts_with(kEach) ? kEachMax : 1))
            return refuse("a field of the form is there too often");
        values.push_back(*std::move(value));
        if (form.fields_.size() > kFieldsMax) return refuse("the form has too many fields");
    }
    return form;
}

std::string Form::text() const {
    std::string out;
    for (const auto& [name, values] : fields_) {
        for (const std::string& value : values) {
            if (!out.empty()) out += '&';
            out += name;
            out += '=';
            encode(out, value);
        }
    }
    return out;
}

const std::string& Form::operator[](std::string_view name) const {
    static const std::string nothing;
    const auto& values = all(name);
    return values.empty() ? nothing : values.front();
}

const std::vector<std::string>& Form::all(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = fields_.find(name);
    return found == fields_.end() ? none : found->second;
}

std::vector<std::pair<std::string, std::string>> Form::fields(
    const std::set<std::string_view>& without) const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& [name, values] : fields_) {
        if (without.contains(name)) continue;
        for (const std::string& value : values) all.emplace_back(name, value);
    }
    return all;
}

std::string cookie_of(std::string_view header, std::string_view name) {
    std::string found;
    while (!header.empty()) {
        std::string_view pair = take_until(header, ';');
        while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
        if (take_until(pair, '=') != name) continue;
        if (!found.empty()) return "";
        found = pair;
    }
    return found;
}

}  // namespace server::reception
