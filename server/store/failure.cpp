#include "server/store/failure.h"

#include <string>

#include <sqlite3.h>

namespace server::store {

base::Error to_error(const SQLite::Exception& exception) {
    using base::ErrorKind;
    // SQLite's own words may hold values of a row: they are not passed on.
    if (exception.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY)
        return {ErrorKind::NotFound, "it belongs to a record that the hub does not hold"};
    switch (exception.getErrorCode()) {
        case SQLITE_CONSTRAINT:
            return {ErrorKind::Conflict, "it clashes with what is already recorded"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorKind::Corrupt, std::string("the database is damaged") + kDamageAdvice};
        case SQLITE_FULL:
            return {ErrorKind::Unavailable, "the disk is full: make space, then try again"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorKind::Unavailable, "the database is in use by another program: try again"};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {
                ErrorKind::Unavailable,
                "the database cannot be opened for writing: check that the data folder and its files belong "
                "to the hub's user"};
        default:
            return {ErrorKind::Unavailable, "the database could not be read or written (SQLite code " +
                                                std::to_string(exception.getExtendedErrorCode()) +
                                                "): check the disk, then try again"};
    }
}

tl::unexpected<base::Error> damaged(const char* what) {
    return base::fail(base::ErrorKind::Corrupt,
                      std::string("the database holds ") + what + " that no version writes" + kDamageAdvice);
}

}  // namespace server::store
