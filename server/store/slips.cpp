#include "server/store/slips.h"

#include <utility>

#include "server/store/failure.h"
#include "shared/domain/slip.h"

namespace server::store {
namespace {

using app::Slip;

#define SLIP_COLUMNS "SELECT id, person, referral, hash, made_at, expires_at, revoked_at, sealed FROM slip "

std::string place_of(const domain::SlipId& id) {
    return "slip/" + id.text();
}

base::Result<Slip> slip_of_row(Record& record, const Query& row) {
    Slip slip;
    slip.id = domain::SlipId(row.text(0));
    slip.person = domain::PersonId(row.text(1));
    slip.referral = domain::ReferralId(row.text(2));
    slip.hash = row.text(3);
    slip.made_at = row.instant(4);
    slip.expires_at = row.instant(5);
    slip.revoked_at = row.maybe_instant(6);
    auto made_by = TRY(Keys(record).unseal(slip.person, place_of(slip.id), row.text(7)));
    if (!made_by) return damaged("the slip of a person without a key");
    slip.made_by = *std::move(made_by);
    return slip;
}

base::Result<std::optional<Slip>> maybe_slip(Record& record, Query& row) {
    if (!row.next()) return std::nullopt;
    return TRY(slip_of_row(record, row));
}

}  // namespace

base::Result<Slip> read_slip(Record& record, const domain::SlipId& id) {
    return attempt([&]() -> base::Result<Slip> {
        Query row = record.db.query(SLIP_COLUMNS "WHERE id = ?");
        if (row.with(id).next()) return slip_of_row(record, row);
        return base::fail(base::ErrorKind::NotFound, "the hub holds no such slip");
    });
}

base::Result<std::optional<Slip>> find_slip(Record& record, std::string_view hash) {
    return attempt([&]() -> base::Result<std::optional<Slip>> {
        Query row = record.db.query(SLIP_COLUMNS "WHERE hash = ?");
        return maybe_slip(record, row.with(hash));
    });
}

base::Result<std::optional<Slip>> slip_of_person(Record& record, const domain::PersonId& person) {
    return attempt([&]() -> base::Result<std::optional<Slip>> {
        Query row = record.db.query(SLIP_COLUMNS "WHERE person = ? AND revoked_at IS NULL");
        return maybe_slip(record, row.with(person));
    });
}

base::Result<std::vector<Slip>> all_slips(Record& record) {
    return attempt([&]() -> base::Result<std::vector<Slip>> {
        std::vector<Slip> slips;
        Query row = record.db.query(SLIP_COLUMNS "ORDER BY made_at, id");
        while (row.next()) slips.push_back(TRY(slip_of_row(record, row)));
        return slips;
    });
}

base::Done put_slip(Record& record, const Slip& slip) {
    return attempt([&]() -> base::Done {
        Keys keys(record);
        if (TRY(keys.standing(slip.person)) != Standing::Held) {
            return base::fail(base::ErrorKind::Conflict, "the hub holds nobody to give this slip to");
        }
        const std::string sealed = TRY(keys.seal(slip.person, place_of(slip.id), slip.made_by));
        record.db
            .query(
                "INSERT INTO slip (id, person, referral, hash, made_at, expires_at, revoked_at, sealed) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET person = excluded.person, "
                "referral = excluded.referral, hash = excluded.hash, made_at = excluded.made_at, "
                "expires_at = excluded.expires_at, revoked_at = excluded.revoked_at, "
                "sealed = excluded.sealed")
            .with(slip.id, slip.person, slip.referral, slip.hash, slip.made_at, slip.expires_at,
                  slip.revoked_at, Blob{sealed})
            .run();
        return {};
    });
}

base::Done forget_slips(Record& record, base::Instant ended_before) {
    return attempt([&]() -> base::Done {
        record.db.query("DELETE FROM slip WHERE min(expires_at, coalesce(revoked_at, expires_at)) < ?")
            .with(ended_before)
            .run();
        return {};
    });
}

base::Result<std::string> read_slip_mark(Record& record) {
    return attempt([&]() -> base::Result<std::string> {
        Query row = record.db.query("SELECT chain_start FROM hub");
        if (!row.next()) return damaged("the hub's own row");
        return domain::slip_mark(record.vault.digest("slip mark" + row.text(0)));
    });
}

}  // namespace server::store
