#include "server/store/refused_sign_ins.h"

#include "server/store/failure.h"

namespace server::store {

base::Result<app::RefusedSignIns> read_refused_sign_ins(Record& record) {
    return attempt([&]() -> base::Result<app::RefusedSignIns> {
        Query row = record.db.query("SELECT tries, newest_at FROM refused_sign_ins");
        if (!row.next()) return app::RefusedSignIns{};
        return app::RefusedSignIns{row.number(0), row.instant(1)};
    });
}

base::Done put_refused_sign_ins(Record& record, const app::RefusedSignIns& refused) {
    return attempt([&]() -> base::Done {
        record.db.query("INSERT OR REPLACE INTO refused_sign_ins (one, tries, newest_at) VALUES (1, ?, ?)")
            .with(refused.tries, refused.newest_at)
            .run();
        return {};
    });
}

}  // namespace server::store
