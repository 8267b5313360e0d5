#include "server/store/evidence_packs.h"

#include <utility>

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

using app::EvidencePacked;

std::string place_of(const std::string& id) {
    return "evidence_pack/" + id;
}

}  // namespace

base::Result<std::vector<EvidencePacked>> all_evidence_packs(Record& record) {
    return attempt([&]() -> base::Result<std::vector<EvidencePacked>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<EvidencePacked> all;
        Query row = record.db.query(
            "SELECT id, at, referral, appointment, request, sealed FROM evidence_pack ORDER BY seq");
        while (row.next()) {
            EvidencePacked one;
            one.id = row.text(0);
            one.at = row.instant(1);
            one.referral = domain::ReferralId(row.text(2));
            one.appointment = domain::AppointmentId(row.text(3));
            one.request = row.text(4);
            const std::string bytes = TRY(record.vault.unseal(key, place_of(one.id), row.text(5)));
            FieldReader fields(bytes);
            one.who = fields.text();
            one.recipient = fields.text();
            if (!fields.ok()) return damaged("the log of packs of evidence");
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Done append_evidence_pack(Record& record, const EvidencePacked& packed) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter fields;
        fields.add(packed.who).add(packed.recipient);
        const std::string sealed = record.vault.seal(key, place_of(packed.id), fields.bytes());
        record.db
            .query(
                "INSERT INTO evidence_pack (id, at, referral, appointment, request, sealed) "
                "VALUES (?, ?, ?, ?, ?, ?)")
            .with(packed.id, packed.at, packed.referral, packed.appointment, packed.request, Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
