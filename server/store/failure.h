#pragma once

#include <utility>

#include <SQLiteCpp/Exception.h>

#include "shared/base/result.h"

namespace server::store {

/// What a SQLite failure means to the caller: busy, full disk or failed I/O is Unavailable, a broken rule of
/// the schema Conflict, a reference to nothing NotFound, a damaged file Corrupt.
base::Error to_error(const SQLite::Exception& exception);

/// Runs database work; SQLite's exceptions end here.
template <class Work>
auto attempt(Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected<base::Error>(to_error(exception));
    }
}

/// A value in a row that this program never writes.
tl::unexpected<base::Error> damaged(const char* what);

/// The advice that ends every message about damage.
inline constexpr char kDamageAdvice[] =
    "; nothing was changed. Stop the server, keep a copy of the data folder, and restore the newest backup "
    "that "
    "passes hubctl check";

}  // namespace server::store
