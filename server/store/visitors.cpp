#include "server/store/visitors.h"

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

std::string place_of(const std::string& id) {
    return "visitor_count/" + id;
}

}  // namespace

base::Result<std::vector<app::VisitorCount>> visitor_counts(Record& record, base::Instant from,
                                                            base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<app::VisitorCount>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<app::VisitorCount> all;
        Query row = record.db.query(
            "SELECT id, at, kind, people, sealed FROM visitor_count WHERE at >= ? AND at < ? ORDER BY seq");
        row.with(from, to);
        while (row.next()) {
            const auto kind = app::visitor_kind_of(row.text(2));
            if (!kind) return damaged("a count of visitors");
            const std::string id = row.text(0);
            std::string who = TRY(record.vault.unseal(key, place_of(id), row.text(4)));
            all.push_back({id, row.instant(1), *kind, static_cast<int>(row.number(3)), std::move(who)});
        }
        return all;
    });
}

base::Done append_visitor_count(Record& record, const app::VisitorCount& count) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, place_of(count.id), count.who);
        record.db.query("INSERT INTO visitor_count (id, at, kind, people, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(count.id, count.at, to_word(count.kind), std::int64_t{count.people}, Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
