#include "server/store/linked_user.h"

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

constexpr const char* kPlace = "linked_user";

}  // namespace

base::Result<std::optional<app::LinkedUser>> read_linked_user(Record& record) {
    return attempt([&]() -> base::Result<std::optional<app::LinkedUser>> {
        Query row = record.db.query("SELECT linked_at, sealed FROM linked_user");
        if (!row.next()) return std::nullopt;
        const base::Secret key = TRY(Keys(record).hub());
        const std::string bytes = TRY(record.vault.unseal(key, kPlace, row.text(1)));
        FieldReader fields(bytes);
        app::LinkedUser user;
        user.linked_at = row.instant(0);
        user.name = fields.text();
        user.linked_by = fields.text();
        user.refresh_token = base::Secret(std::string_view(fields.text()));
        if (!fields.ok()) return damaged("the linked user");
        return user;
    });
}

base::Done put_linked_user(Record& record, const app::LinkedUser& user) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter fields;
        fields.add(user.name).add(user.linked_by).add(user.refresh_token.reveal_text());
        const std::string sealed = record.vault.seal(key, kPlace, fields.bytes());
        record.db
            .query(
                "INSERT INTO linked_user (one, linked_at, sealed) VALUES (1, ?, ?) "
                "ON CONFLICT (one) DO UPDATE SET linked_at = excluded.linked_at, sealed = excluded.sealed")
            .with(user.linked_at, Blob{sealed})
            .run();
        return {};
    });
}

base::Done remove_linked_user(Record& record) {
    return attempt([&]() -> base::Done {
        record.db.query("DELETE FROM linked_user").run();
        return {};
    });
}

}  // namespace server::store
