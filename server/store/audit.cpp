#include "server/store/audit.h"

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

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

std::string place_of_settled(const std::string& id) {
    return "journal_settled/" + id;
}

std::string place_of_erasure(const std::string& id) {
    return "erasure/" + id;
}

constexpr std::array kJournalWords{Word<app::JournalWord>{app::JournalWord::Lost, "lost"},
                                   Word<app::JournalWord>{app::JournalWord::RefusedSeen, "refused_seen"}};

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

base::Done append_journal_settled(Record& record, const app::JournalSettled& settled) {
    return attempt([&]() -> base::Done {
        const std::string sealed =
            TRY(seal(record, place_of_settled(settled.id), {settled.who, settled.why}));
        record.db.query("INSERT INTO journal_settled (id, at, kiosk, word, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(settled.id, settled.at, settled.kiosk, word_of(kJournalWords, settled.word), Blob{sealed})
            .run();
        return {};
    });
}

base::Result<std::vector<app::JournalSettled>> all_settled_journals(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::JournalSettled>> {
        std::vector<app::JournalSettled> all;
        Query row = record.db.query("SELECT id, at, kiosk, word, sealed FROM journal_settled ORDER BY seq");
        while (row.next()) {
            const std::string id = row.text(0);
            const auto word = value_of(kJournalWords, row.text(3));
            if (!word) return damaged("what was said of a kiosk's journal");
            Pair texts = TRY(unseal(record, place_of_settled(id), row.text(4)));
            all.push_back({id, row.instant(1), domain::KioskId(row.text(2)), *word, std::move(texts.first),
                           std::move(texts.second)});
        }
        return all;
    });
}

base::Done append_erasure(Record& record, const app::Erasure& erasure) {
    return attempt([&]() -> base::Done {
        const std::string sealed =
            TRY(seal(record, place_of_erasure(erasure.id), {erasure.who, erasure.why}));
        record.db.query("INSERT INTO erasure (id, at, person, sealed) VALUES (?, ?, ?, ?)")
            .with(erasure.id, erasure.at, erasure.person, Blob{sealed})
            .run();
        return {};
    });
}

base::Result<std::vector<app::Erasure>> erasures(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<app::Erasure>> {
        std::vector<app::Erasure> all;
        Query row = record.db.query(
            "SELECT id, at, person, sealed FROM erasure WHERE at >= ? AND at < ? ORDER BY seq");
        row.with(from, to);
        while (row.next()) {
            const std::string id = row.text(0);
            Pair texts = TRY(unseal(record, place_of_erasure(id), row.text(3)));
            all.push_back({id, row.instant(1), domain::PersonId(row.text(2)), std::move(texts.first),
                           std::move(texts.second)});
        }
        return all;
    });
}

}  // namespace server::store
