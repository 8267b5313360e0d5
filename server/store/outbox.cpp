#include "server/store/outbox.h"

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using Updates = base::Result<std::vector<domain::Update>>;

// The columns in the order update_of() reads them.
#define UPDATE_COLUMNS                                                                                      \
    "SELECT id, appointment, referral, person, type, attendance, start, arrived_at, not_held, hold_until, " \
    "deadline, state, submit_decided, tries, next_try, drafted_at, submitted_at, sealed FROM outbox "

std::string place_of(const domain::UpdateId& id) {
    return "outbox/" + id.text();
}

base::Done read_sealed(Keys& keys, const std::string& sealed, domain::Update& update) {
    const auto bytes = TRY(keys.unseal(update.person, place_of(update.id), sealed));
    if (!bytes) return {};
    FieldReader fields(*bytes);
    update.note = fields.text();
    update.decided_by = fields.text();
    update.why = fields.text();
    update.drafted = fields.text();
    if (!fields.ok()) return damaged("an update's entry");
    return {};
}

base::Result<domain::Update> update_of(Keys& keys, const Query& row) {
    const auto type = value_of(kAppointmentTypes, row.text(4));
    const auto attendance = domain::attendance_from_word(row.text(5));
    const auto state = domain::update_state_from_word(row.text(11));
    if (!type || !attendance || !state) return damaged("an update");
    domain::Update update;
    update.id = domain::UpdateId(row.text(0));
    update.appointment = domain::AppointmentId(row.text(1));
    update.referral = domain::ReferralId(row.text(2));
    update.person = domain::PersonId(row.text(3));
    update.type = *type;
    update.attendance = *attendance;
    update.start = row.instant(6);
    update.arrived_at = row.maybe_instant(7);
    if (!row.is_null(8)) {
        update.not_held = domain::no_session_reason_from_word(row.text(8));
        if (!update.not_held) return damaged("an update's reason");
    }
    update.hold_until = row.instant(9);
    update.deadline = row.instant(10);
    update.state = *state;
    update.submit_decided = row.truth(12);
    update.tries = static_cast<int>(row.number(13));
    update.next_try = row.instant(14);
    update.drafted_at = row.maybe_instant(15);
    update.submitted_at = row.maybe_instant(16);
    TRY_DONE(read_sealed(keys, row.text(17), update));
    return update;
}

Updates all_of(Record& record, Query& rows) {
    Keys keys(record);
    std::vector<domain::Update> updates;
    while (rows.next()) updates.push_back(TRY(update_of(keys, rows)));
    return updates;
}

}  // namespace

base::Result<std::optional<domain::Update>> update_of_appointment(Record& record,
                                                                  const domain::AppointmentId& id) {
    return attempt([&]() -> base::Result<std::optional<domain::Update>> {
        Query row = record.db.query(UPDATE_COLUMNS "WHERE appointment = ?");
        if (!row.with(id).next()) return std::nullopt;
        Keys keys(record);
        return TRY(update_of(keys, row));
    });
}

Updates owed_updates(Record& record) {
    return attempt([&]() -> Updates {
        Query rows = record.db.query(
            UPDATE_COLUMNS "WHERE state NOT IN ('submitted', 'withdrawn') ORDER BY deadline, start, id");
        return all_of(record, rows);
    });
}

base::Result<std::optional<domain::Update>> due_update(Record& record, base::Instant now,
                                                       const app::View::Wanted& wanted) {
    return attempt([&]() -> base::Result<std::optional<domain::Update>> {
        Query rows = record.db.query(
            UPDATE_COLUMNS
            "WHERE state NOT IN ('submitted', 'withdrawn') AND state <> 'waiting_for_person' "
            "AND (state <> 'held' OR hold_until <= ?1) "
            "AND (next_try <= ?1 OR (state = 'drafted' AND submit_decided AND tries = 0)) "
            "AND (state <> 'drafted' OR submit_decided OR EXISTS "
            "(SELECT 1 FROM appointment a WHERE a.id = outbox.appointment AND a.status = 'settled')) "
            "ORDER BY deadline, start, id");
        rows.with(now);
        Keys keys(record);
        while (rows.next()) {
            domain::Update update = TRY(update_of(keys, rows));
            if (wanted(update)) return update;
        }
        return std::nullopt;
    });
}

Updates updates_starting(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> Updates {
        Query rows = record.db.query(UPDATE_COLUMNS "WHERE start >= ? AND start < ? ORDER BY start, id");
        return all_of(record, rows.with(from, to));
    });
}

base::Done put_update(Record& record, const domain::Update& update) {
    return attempt([&]() -> base::Done {
        FieldWriter fields;
        fields.add(update.note).add(update.decided_by).add(update.why).add(update.drafted);
        const std::string sealed = TRY(Keys(record).seal(update.person, place_of(update.id), fields.bytes()));
        record.db
            .query(
                "INSERT INTO outbox (id, appointment, referral, person, type, attendance, start, arrived_at, "
                "not_held, hold_until, deadline, state, submit_decided, tries, next_try, drafted_at, "
                "submitted_at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET appointment = excluded.appointment, "
                "referral = excluded.referral, person = excluded.person, type = excluded.type, "
                "attendance = excluded.attendance, start = excluded.start, "
                "arrived_at = excluded.arrived_at, not_held = excluded.not_held, "
                "hold_until = excluded.hold_until, deadline = excluded.deadline, state = excluded.state, "
                "submit_decided = excluded.submit_decided, tries = excluded.tries, "
                "next_try = excluded.next_try, drafted_at = excluded.drafted_at, "
                "submitted_at = excluded.submitted_at, sealed = excluded.sealed")
            .with(update.id, update.appointment, update.referral, update.person,
                  word_of(kAppointmentTypes, update.type), domain::to_word(update.attendance), update.start,
                  update.arrived_at,
                  update.not_held ? std::optional(domain::to_word(*update.not_held)) : std::nullopt,
                  update.hold_until, update.deadline, domain::to_word(update.state), update.submit_decided,
                  update.tries, update.next_try, update.drafted_at, update.submitted_at, Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
