#include "server/store/migrations.h"

#include <string>

#include "server/store/connection.h"
#include "server/store/failure.h"

namespace server::store {

int newest_version() {
    return static_cast<int>(migrations().size());
}

base::Done migrate(Connection& connection) {
    return attempt([&]() -> base::Done {
        const int version = static_cast<int>(connection.number_of("PRAGMA user_version"));
        for (int next = version + 1; next <= newest_version(); ++next) {
            Batch batch(connection);
            connection.run(std::string(migrations()[static_cast<std::size_t>(next - 1)].sql));
            connection.run("PRAGMA user_version = " + std::to_string(next));
            batch.commit();
        }
        return {};
    });
}

}  // namespace server::store
