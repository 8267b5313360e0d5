#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace base {

/// What kind of failure it is: each kind is a different action for the caller.
enum class ErrorKind {
    InvalidInput,  ///< the caller's input is wrong: say which part, change nothing
    NotFound,      ///< what was asked for is not there
    Conflict,      ///< it clashes with what is already recorded: read again and compare
    Unauthorized,  ///< the caller may not do this
    Unavailable,   ///< not now: the same call may work later
    Corrupt,       ///< stored data is damaged: stop, say what to do, overwrite nothing
};

/// A failure that can happen. `message` is a sentence for a person: what happened and what to do.
/// It holds nothing personal.
struct [[nodiscard]] Error {
    ErrorKind kind = ErrorKind::InvalidInput;
    std::string message;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Done = Result<void>;

/// A failed Result: `return base::fail(ErrorKind::NotFound, "no such kiosk");`
inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
    return tl::unexpected<Error>(Error{kind, std::move(message)});
}

}  // namespace base

/// The value of a Result, or an early return of its error: `auto list = TRY(read_list());`
#define TRY(expression)                                                                       \
    __extension__({                                                                           \
        auto try_result_ = (expression);                                                      \
        if (!try_result_) return tl::unexpected<base::Error>(std::move(try_result_).error()); \
        std::move(try_result_).value();                                                       \
    })

/// The same for a Result without a value.
#define TRY_DONE(expression)                                                                  \
    do {                                                                                      \
        auto try_result_ = (expression);                                                      \
        if (!try_result_) return tl::unexpected<base::Error>(std::move(try_result_).error()); \
    } while (false)
