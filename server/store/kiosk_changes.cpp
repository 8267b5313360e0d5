#include "server/store/kiosk_changes.h"

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::KioskAct;
using app::KioskChange;

constexpr std::array kKioskActs{Word<KioskAct>{KioskAct::Renamed, "renamed"},
                                Word<KioskAct>{KioskAct::Revoked, "revoked"}};

std::string place_of_change(const std::string& id) {
    return "kiosk_change/" + id;
}

}  // namespace

base::Done append_kiosk_change(Record& record, const KioskChange& change) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter fields;
        fields.add(change.name).add(change.new_name).add(change.who).add(change.why);
        const std::string sealed = record.vault.seal(key, place_of_change(change.id), fields.bytes());
        record.db.query("INSERT INTO kiosk_change (id, at, kiosk, what, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(change.id, change.at, change.kiosk, word_of(kKioskActs, change.act), Blob{sealed})
            .run();
        return {};
    });
}

base::Result<std::vector<KioskChange>> all_kiosk_changes(Record& record) {
    return attempt([&]() -> base::Result<std::vector<KioskChange>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<KioskChange> all;
        Query row = record.db.query("SELECT id, at, kiosk, what, sealed FROM kiosk_change ORDER BY seq");
        while (row.next()) {
            const std::string id = row.text(0);
            const auto act = value_of(kKioskActs, row.text(3));
            if (!act) return damaged("a change of a kiosk");
            const std::string bytes = TRY(record.vault.unseal(key, place_of_change(id), row.text(4)));
            FieldReader fields(bytes);
            // Within braces they are read in the order they stand in.
            KioskChange change{id,
                               row.instant(1),
                               domain::KioskId(row.text(2)),
                               *act,
                               fields.text(),
                               fields.text(),
                               fields.text(),
                               fields.text()};
            if (!fields.ok()) return damaged("a change of a kiosk");
            all.push_back(std::move(change));
        }
        return all;
    });
}

}  // namespace server::store
