#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"
#include "shared/base/strong_id.h"
#include "shared/domain/calendar.h"
#include "shared/domain/survey.h"
#include "shared/protocol/field_formats.h"
#include "shared/protocol/json_tree.h"

namespace protocol {

/// Reads the fields of one object; a describe() function names them. After the first fault nothing more is
/// read, and that fault is the answer.
class Reader {
public:
    Reader(const Json& object, std::string path, std::optional<base::Error>& fault)
        : object_(object), path_(std::move(path)), fault_(fault) {
        if (!object_.is_object()) refuse(path_, "must be an object");
    }

    template <class Value, class Format = Plain>
    void field(std::string_view name, Value& value, const Format& format = {}) {
        const Json* found = look_up(name);
        if (found != nullptr) return read(*found, path_of(name), value, format);
        refuse(path_of(name), "is missing");
    }

    /// Left out when there is none; `null` is not another way to say so.
    template <class Value, class Format = Plain>
    void field(std::string_view name, std::optional<Value>& value, const Format& format = {}) {
        const Json* found = look_up(name);
        if (found != nullptr) read(*found, path_of(name), value.emplace(), format);
    }

    /// Left out when there is nothing in it.
    template <class Element, class Format>
    void field(std::string_view name, std::vector<Element>& value, const ListOrNoneFormat<Format>& format) {
        const Json* found = look_up(name);
        if (found == nullptr) return;
        read(*found, path_of(name), value, ListFormat<Format>{1, format.max, format.element});
    }

    /// To be called after the last field.
    void finish() {
        if (fault_ || known_ == object_.size()) return;
        refuse(path_, "holds a field that is not known; the fields known here are " + names_);
    }

private:
    const Json* look_up(std::string_view name);
    std::string path_of(std::string_view name) const {
        return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
    }
    void refuse(const std::string& path, const std::string& words);

    void read(const Json& json, const std::string& path, std::string& value, const TextFormat& format);
    void read(const Json& json, const std::string& path, base::Instant& value, Plain);
    void read(const Json& json, const std::string& path, domain::Date& value, Plain);
    void read(const Json& json, const std::string& path, bool& value, Plain);
    void read(const Json& json, const std::string& path, char& value, Plain);
    std::int64_t whole(const Json& json, const std::string& path, const WholeFormat& format);

    template <class Tag>
    void read(const Json& json, const std::string& path, base::StrongId<Tag>& value,
              const TextFormat& format) {
        std::string text;
        read(json, path, text, format);
        value = base::StrongId<Tag>(std::move(text));
    }
    template <std::integral Whole>
    void read(const Json& json, const std::string& path, Whole& value, const WholeFormat& format) {
        value = static_cast<Whole>(whole(json, path, format));
    }
    template <class Rep, class Unit>
    void read(const Json& json, const std::string& path, std::chrono::duration<Rep, Unit>& value,
              const WholeFormat& format) {
        value = std::chrono::duration<Rep, Unit>(whole(json, path, format));
    }
    template <class Enum>
    void read(const Json& json, const std::string& path, Enum& value, const WordFormat<Enum>& format) {
        std::string choice;
        for (const auto& [known, word] : format.words) {
            if (json.is_string() && json.get_ref<const std::string&>() == word) {
                value = known;
                return;
            }
            choice += (choice.empty() ? "" : ", ") + std::string(word);
        }
        refuse(path, "must be one of " + choice);
    }
    template <class Element, class Format>
    void read(const Json& json, const std::string& path, std::vector<Element>& value,
              const ListFormat<Format>& format) {
        if (!json.is_array() || json.size() < format.min || json.size() > format.max) {
            return refuse(path, "must be an array of " + std::to_string(format.min) + " to " +
                                    std::to_string(format.max));
        }
        value.reserve(json.size());
        for (std::size_t i = 0; i < json.size() && !fault_; ++i) {
            read(json[i], path + "[" + std::to_string(i) + "]", value.emplace_back(), format.element);
        }
    }
    void read(const Json& json, const std::string& path, domain::Texts& value, const TextsFormat& format);
    template <class Message>
    requires std::is_class_v<Message>
    void read(const Json& json, const std::string& path, Message& value, Plain) {
        Reader inner(json, path, fault_);
        describe(inner, value);
        inner.finish();
    }

    const Json& object_;
    std::string path_;
    std::optional<base::Error>& fault_;
    std::size_t known_ = 0;
    std::string names_;
};

}  // namespace protocol
