#include "server/store/audit.h"

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

/// Two texts of a row, sealed under the hub's own key.
struct Pair {
    std::string first, second;
};

base::Result<std::string> seal(Record& record, const std::string& place, const Pair& texts) {
    const base::Secret key = TRY(Keys(record).hub());
    FieldWriter fields;
    fields.add(texts.first).add(texts.second);
    return record.vault.seal(key, place, fields.bytes());
}

base::Result<Pair> unseal(Record& record, const std::string& place, const std::string& sealed) {
    const base::Secret key = TRY(Keys(record).hub());
    const std::string bytes = TRY(record.vault.unseal(key, place, sealed));
    FieldReader fields(bytes);
    Pair texts{fields.text(), fields.text()};
    if (!fields.ok()) return damaged("an entry of who did what");
    return texts;
}

std::string place_of_look(const std::string& id) {
    return "look/" + id;
}

std::string place_of_lost(const std::string& id) {
    return "journal_lost/" + id;
}

}  // namespace

base::Done append_look(Record& record, const app::PersonLook& look) {
    return attempt([&]() -> base::Done {
        const std::string sealed = TRY(seal(record, place_of_look(look.id), {look.who, look.what}));
        record.db.query("INSERT INTO look (id, at, person, sealed) VALUES (?, ?, ?, ?)")
            .with(look.id, look.at, look.person, Blob{sealed})
            .run();
        return {};
    });
}

base::Result<std::vector<app::PersonLook>> looks(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<app::PersonLook>> {
        std::vector<app::PersonLook> all;
        Query row =
            record.db.query("SELECT id, at, person, sealed FROM look WHERE at >= ? AND at < ? ORDER BY seq");
        row.with(from, to);
        while (row.next()) {
            const std::string id = row.text(0);
            Pair texts = TRY(unseal(record, place_of_look(id), row.text(3)));
            all.push_back({id, row.instant(1), domain::PersonId(row.text(2)), std::move(texts.first),
                           std::move(texts.second)});
        }
        return all;
    });
}

base::Done append_journal_lost(Record& record, const app::JournalLost& lost) {
    return attempt([&]() -> base::Done {
        const std::string sealed = TRY(seal(record, place_of_lost(lost.id), {lost.who, lost.why}));
        record.db.query("INSERT INTO journal_lost (id, at, kiosk, sealed) VALUES (?, ?, ?, ?)")
            .with(lost.id, lost.at, lost.kiosk, Blob{sealed})
            .run();
        return {};
    });
}

base::Result<std::vector<app::JournalLost>> all_lost_journals(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::JournalLost>> {
        std::vector<app::JournalLost> all;
        Query row = record.db.query("SELECT id, at, kiosk, sealed FROM journal_lost ORDER BY seq");
        while (row.next()) {
            const std::string id = row.text(0);
            Pair texts = TRY(unseal(record, place_of_lost(id), row.text(3)));
            all.push_back({id, row.instant(1), domain::KioskId(row.text(2)), std::move(texts.first),
                           std::move(texts.second)});
        }
        return all;
    });
}

}  // namespace server::store
