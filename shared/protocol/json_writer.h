#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/invariant.h"
#include "shared/base/strong_id.h"
#include "shared/domain/calendar.h"
#include "shared/domain/survey.h"
#include "shared/protocol/field_formats.h"
#include "shared/protocol/json_tree.h"

namespace protocol {

/// Writes the fields of one message, in the order in which its describe() names them.
class Writer {
public:
    template <class Value, class Format = Plain>
    void field(std::string_view name, const Value& value, const Format& format = {}) {
        object_[std::string(name)] = json_of(value, format);
    }
    template <class Value, class Format = Plain>
    void field(std::string_view name, const std::optional<Value>& value, const Format& format = {}) {
        if (value) field(name, *value, format);
    }

    template <class Element, class Format>
    void field(std::string_view name, const std::vector<Element>& value,
               const ListOrNoneFormat<Format>& format) {
        if (!value.empty()) field(name, value, ListFormat<Format>{1, format.max, format.element});
    }

    /// Bytes that are not UTF-8 become U+FFFD: a message is never without its closing bracket.
    std::string text() const { return object_.dump(-1, ' ', false, Json::error_handler_t::replace); }

private:
    static Json json_of(const std::string& value, const TextFormat&) { return value; }
    static Json json_of(const base::Instant& value, Plain) { return base::to_text(value); }
    static Json json_of(const domain::Date& value, Plain) { return domain::to_text(value); }
    static Json json_of(const bool& value, Plain) { return value; }
    static Json json_of(const char& value, Plain) { return std::string(1, value); }
    template <class Tag>
    static Json json_of(const base::StrongId<Tag>& value, const TextFormat&) {
        return value.text();
    }
    template <std::integral Whole>
    static Json json_of(const Whole& value, const WholeFormat&) {
        return value;
    }
    template <class Rep, class Unit>
    static Json json_of(const std::chrono::duration<Rep, Unit>& value, const WholeFormat&) {
        return value.count();
    }
    template <class Enum>
    static Json json_of(const Enum& value, const WordFormat<Enum>& format) {
        for (const auto& [known, word] : format.words) {
            if (known == value) return word;
        }
        INVARIANT(false, "every value of an enum has its word");
    }
    template <class Element, class Format>
    static Json json_of(const std::vector<Element>& value, const ListFormat<Format>& format) {
        Json array = Json::array();
        for (const Element& element : value) array.push_back(json_of(element, format.element));
        return array;
    }
    static Json json_of(const domain::Texts& value, const TextsFormat&) {
        Json object = Json::object();
        for (const auto& [language, text] : value) object[language] = text;
        return object;
    }
    template <class Message>
    requires std::is_class_v<Message>
    static Json json_of(const Message& value, Plain) {
        Writer inner;
        describe(inner, value);
        return std::move(inner.object_);
    }

    Json object_ = Json::object();
};

}  // namespace protocol
