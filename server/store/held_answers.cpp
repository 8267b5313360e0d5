#include "server/store/held_answers.h"

#include <string>
#include <utility>

#include "server/store/answer_fields.h"
#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

using app::HeldAnswers;

constexpr char kPlace[] = "held_answers";

std::string fields_of_all(const HeldAnswers& held) {
    FieldWriter fields;
    fields.add(static_cast<std::int64_t>(held.all.size()));
    for (const app::AnonymousAnswer& one : held.all) {
        fields.add(one.month).add(one.service).add(fields_of(one.answers));
    }
    return fields.bytes();
}

base::Result<std::vector<app::AnonymousAnswer>> all_of(std::string_view bytes) {
    FieldReader fields(bytes);
    const std::int64_t count = fields.number();
    std::vector<app::AnonymousAnswer> all;
    for (std::int64_t i = 0; fields.ok() && i < count; ++i) {
        std::string month = fields.text();
        std::string service = fields.text();
        const std::string answers = fields.text();
        if (!fields.ok()) break;
        all.push_back({std::move(month), std::move(service), TRY(answers_of(answers))});
    }
    if (!fields.ok()) return damaged("the answers that wait for the close of day");
    return all;
}

}  // namespace

base::Result<std::optional<HeldAnswers>> read_held_answers(Record& record) {
    return attempt([&]() -> base::Result<std::optional<HeldAnswers>> {
        Query row = record.db.query("SELECT day, sealed FROM held_answers");
        if (!row.next()) return std::nullopt;
        const auto day = domain::parse_date(row.text(0));
        if (!day) return damaged("the answers that wait for the close of day");
        const base::Secret key = TRY(Keys(record).hub());
        const std::string bytes = TRY(record.vault.unseal(key, kPlace, row.text(1)));
        return std::optional(HeldAnswers{*day, TRY(all_of(bytes))});
    });
}

base::Done put_held_answers(Record& record, const HeldAnswers& held) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, kPlace, fields_of_all(held));
        record.db
            .query(
                "INSERT INTO held_answers (one, day, sealed) VALUES (1, ?, ?) "
                "ON CONFLICT (one) DO UPDATE SET day = excluded.day, sealed = excluded.sealed")
            .with(domain::to_text(held.day), Blob{sealed})
            .run();
        return {};
    });
}

base::Done remove_held_answers(Record& record) {
    return attempt([&]() -> base::Done {
        record.db.query("DELETE FROM held_answers").run();
        return {};
    });
}

}  // namespace server::store
