#include "server/store/change_mark.h"

#include "server/store/failure.h"

namespace server::store {

base::Result<std::unique_ptr<SqliteChangeMark>> SqliteChangeMark::open(const std::string& folder,
                                                                       const std::string& vfs) {
    return attempt([&]() -> base::Result<std::unique_ptr<SqliteChangeMark>> {
        auto connection = std::make_unique<Connection>(folder + "/hub.db", Connection::Use::Read, vfs);
        return std::unique_ptr<SqliteChangeMark>(new SqliteChangeMark(std::move(connection)));
    });
}

base::Result<std::int64_t> SqliteChangeMark::read() {
    return attempt(
        [&]() -> base::Result<std::int64_t> { return connection_->number_of("PRAGMA data_version"); });
}

}  // namespace server::store
