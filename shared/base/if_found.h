#pragma once

#include <optional>
#include <utility>

#include "shared/base/result.h"

namespace base {

/// Where it is no failure that something is not there: NotFound becomes nothing, any other error is passed
/// on.
template <class T>
Result<std::optional<T>> if_found(Result<T> result) {
    if (result) return std::optional<T>(std::move(result).value());
    if (result.error().kind == ErrorKind::NotFound) return std::optional<T>();
    return tl::unexpected<Error>(std::move(result).error());
}

}  // namespace base
