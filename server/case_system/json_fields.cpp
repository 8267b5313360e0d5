#include "server/case_system/json_fields.h"

#include "shared/base/entropy.h"

namespace server::case_system {
namespace {

const Json& nothing() {
    static const Json null;
    return null;
}

std::string cut(const std::string& text) {
    if (text.size() <= kTextBytesMax) return text;
    std::size_t end = kTextBytesMax;
    const auto inside_character = [&text](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    while (end > 0 && inside_character(end)) --end;
    return text.substr(0, end);
}

/// Brackets outside strings, counted without building anything.
bool is_shallow(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string && c == '\\')
            ++i;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '{' || c == '['))
            ++depth;
        else if (!in_string && (c == '}' || c == ']'))
            --depth;
        if (depth > kDepthMax) return false;
    }
    return true;
}

}  // namespace

Json parse(std::string_view text) {
    return is_shallow(text) ? Json::parse(text, nullptr, false) : Json(Json::value_t::discarded);
}

Fields Fields::entry_of(const char* list, const Json& entry, std::string& fault) {
    if (!entry.is_object() && fault.empty()) fault = std::string("an entry of ") + list + " is no object";
    return {entry, fault};
}

Fields::Fields(const Json& object, std::string& fault) : object_(object), fault_(fault) {}

void Fields::wrong(const char* name) const {
    if (fault_.empty()) fault_ = std::string("`") + name + "` is not what it should be";
}

const Json* Fields::find(const char* name) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::string Fields::text(const char* name) const {
    const Json* value = find(name);
    if (value == nullptr) return {};
    if (!value->is_string()) {
        wrong(name);
        return {};
    }
    return cut(value->get_ref<const std::string&>());
}

std::string Fields::uuid(const char* name) const {
    std::string value = text(name);
    if (base::is_uuid(value)) return value;
    wrong(name);
    return {};
}

std::optional<bool> Fields::flag(const char* name) const {
    const Json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    wrong(name);
    return std::nullopt;
}

std::optional<std::int64_t> Fields::number(const char* name) const {
    const Json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->is_number_integer()) return value->get<std::int64_t>();
    wrong(name);
    return std::nullopt;
}

std::optional<base::Instant> Fields::instant(const char* name) const {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    if (const auto read = base::parse_instant(value)) return *read;
    wrong(name);
    return std::nullopt;
}

std::optional<domain::Date> Fields::date(const char* name) const {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    if (const auto read = domain::parse_date(value)) return *read;
    wrong(name);
    return std::nullopt;
}

Fields Fields::object(const char* name) const {
    const Json* value = find(name);
    if (value == nullptr) return {nothing(), fault_};
    if (!value->is_object()) wrong(name);
    return {*value, fault_};
}

const Json* Fields::list(const char* name) const {
    const Json* value = find(name);
    if (value == nullptr) return nullptr;
    if (value->is_array() && value->size() <= kListMax) return value;
    wrong(name);
    return nullptr;
}

}  // namespace server::case_system
