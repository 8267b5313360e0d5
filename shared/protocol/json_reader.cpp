#include "shared/protocol/json_reader.h"

#include <cstdint>

namespace protocol {

const Json* Reader::look_up(std::string_view name) {
    if (fault_) return nullptr;
    names_ += (names_.empty() ? "" : ", ") + std::string(name);
    const auto found = object_.find(name);
    if (found == object_.end()) return nullptr;
    ++known_;
    if (found->is_discarded()) {
        refuse(path_of(name), "stands twice");
        return nullptr;
    }
    return &*found;
}

void Reader::refuse(const std::string& path, const std::string& words) {
    if (fault_) return;
    const std::string part = path.empty() ? "the body" : "the field " + path;
    fault_ = base::Error{base::ErrorKind::InvalidInput, part + " " + words};
}

void Reader::read(const Json& json, const std::string& path, std::string& value, const TextFormat& format) {
    if (!json.is_string()) return refuse(path, "must be a string");
    const auto& text = json.get_ref<const std::string&>();
    if (text.size() > format.bytes_max || !format.fits(text)) {
        const std::string most = std::to_string(format.bytes_max);
        return refuse(path, std::string("must be ") + format.words + ", of at most " + most + " bytes");
    }
    value = text;
}

void Reader::read(const Json& json, const std::string& path, base::Instant& value, Plain) {
    if (json.is_string() && json.get_ref<const std::string&>().ends_with('Z')) {
        if (const auto instant = base::parse_instant(json.get_ref<const std::string&>())) {
            value = *instant;
            return;
        }
    }
    refuse(path, "must be an instant such as 2026-11-22T14:07:00Z");
}

void Reader::read(const Json& json, const std::string& path, domain::Date& value, Plain) {
    if (json.is_string()) {
        if (const auto date = domain::parse_date(json.get_ref<const std::string&>())) {
            value = *date;
            return;
        }
    }
    refuse(path, "must be a day such as 2026-11-22");
}

void Reader::read(const Json& json, const std::string& path, bool& value, Plain) {
    if (!json.is_boolean()) return refuse(path, "must be true or false");
    value = json.get<bool>();
}

void Reader::read(const Json& json, const std::string& path, char& value, Plain) {
    const std::string* text = json.get_ptr<const std::string*>();
    if (text == nullptr || text->size() != 1 || text->front() < 'A' || text->front() > 'Z') {
        return refuse(path, "must be one letter from A to Z");
    }
    value = text->front();
}

void Reader::read(const Json& json, const std::string& path, domain::Texts& value,
                  const TextsFormat& format) {
    if (!json.is_object() || json.size() < format.min || json.size() > format.max) {
        return refuse(path, "must be an object with " + std::to_string(format.min) + " to " +
                                std::to_string(format.max) + " texts, one a language");
    }
    for (const auto& [language, text] : json.items()) {
        if (language.empty() || language.size() > kLanguageBytesMax || !kLanguage.fits(language)) {
            return refuse(path, "holds a name that is not known as a language tag such as en or zh-Hans");
        }
        read(text, path + "." + language, value[language], format.text);
    }
}

std::int64_t Reader::whole(const Json& json, const std::string& path, const WholeFormat& format) {
    bool inside = false;
    std::int64_t value = format.min;
    if (json.is_number_unsigned()) {
        const auto number = json.get<std::uint64_t>();
        inside = format.max >= 0 && number <= static_cast<std::uint64_t>(format.max);
        value = static_cast<std::int64_t>(number);
    } else if (json.is_number_integer()) {
        value = json.get<std::int64_t>();
        inside = true;
    }
    if (inside && value >= format.min && value <= format.max) return value;
    refuse(path,
           "must be a whole number from " + std::to_string(format.min) + " to " + std::to_string(format.max));
    return format.min;
}

}  // namespace protocol
