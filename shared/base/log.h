#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "shared/base/strong_id.h"

namespace base::log {

/// A value that may stand in a log: a number, a word written in the program, or an opaque id. There is no way
/// to log a std::string, so that nothing personal can slip in.
class Value {
public:
    template <class N, std::enable_if_t<std::is_integral_v<N>, int> = 0>
    Value(N number) : text_(std::to_string(number)) {}
    template <std::size_t Size>
    Value(const char (&word)[Size]) : text_(word, Size - 1) {}
    template <class Tag>
    Value(const StrongId<Tag>& id) : text_(id.text()) {}

    /// A word from a fixed table of the program, such as the name of an enum value.
    static Value word(std::string_view fixed) { return Value(std::string(fixed), 0); }

    const std::string& text() const { return text_; }

private:
    Value(std::string text, int) : text_(std::move(text)) {}
    std::string text_;
};

struct Field {
    const char* name;
    Value value;
};

using Fields = std::initializer_list<Field>;

/// One line on standard error, `2026-11-22T14:07:00Z info arrival_recorded kiosk=front covered=1`.
void info(const char* event, Fields fields = {});
void warning(const char* event, Fields fields = {});
void error(const char* event, Fields fields = {});

/// Where lines go instead of standard error (tests); nullptr restores standard error. Not while threads log.
using Sink = void (*)(std::string_view line);
void set_sink(Sink sink);

}  // namespace base::log
