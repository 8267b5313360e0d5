#include "server/store/events.h"

#include <cstring>

#include "server/store/chain.h"
#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using Events = base::Result<std::vector<domain::AttendanceEvent>>;

std::string place_of(const domain::EventId& id) {
    return "event/" + id.text();
}

void add(FieldWriter& fields, const std::optional<domain::DeviceTime>& time) {
    fields.add(time ? std::optional(time->boot_id) : std::nullopt);
    if (time) fields.add(time->wall).add(base::Instant{time->since_boot});
}

std::optional<domain::DeviceTime> read_time(FieldReader& fields) {
    std::optional<std::string> boot_id = fields.maybe_text();
    if (!boot_id) return std::nullopt;
    domain::DeviceTime time;
    time.boot_id = *std::move(boot_id);
    time.wall = fields.instant();
    time.since_boot = fields.instant().time_since_epoch();
    return time;
}

std::string sealed_fields(const app::Digest& salt, const domain::AttendanceEvent& event) {
    FieldWriter fields;
    fields.add(std::string_view(reinterpret_cast<const char*>(salt.data()), salt.size()));
    fields.add(event.actor).add(event.reason);
    add(fields, event.touched);
    add(fields, event.told);
    return fields.bytes();
}

bool read_sealed_fields(std::string_view bytes, StoredEvent& stored) {
    FieldReader fields(bytes);
    const std::string salt = fields.text();
    stored.event.actor = fields.text();
    stored.event.reason = fields.text();
    stored.event.touched = read_time(fields);
    stored.event.told = read_time(fields);
    if (!fields.ok() || salt.size() != sizeof(app::Digest)) return false;
    stored.salt.emplace();
    std::memcpy(stored.salt->data(), salt.data(), salt.size());
    return true;
}

Events all_of(Record& record, Query& rows) {
    Keys keys(record);
    std::vector<domain::AttendanceEvent> events;
    while (rows.next()) events.push_back(TRY(event_of(keys, rows)).event);
    return events;
}

}  // namespace

base::Result<StoredEvent> event_of(Keys& keys, const Query& row) {
    StoredEvent stored;
    domain::AttendanceEvent& event = stored.event;
    const auto kind = domain::event_kind_from_word(row.text(2));
    const auto clock = value_of(kClockStates, row.text(9));
    if (!kind || !clock) return damaged("an event");
    event.id = domain::EventId(row.text(1));
    event.kind = *kind;
    event.appointment = domain::AppointmentId(row.text(3));
    event.person = domain::PersonId(row.text(4));
    event.arrival = domain::ArrivalId(row.text(5));
    event.recorded_at = row.instant(6);
    event.at = row.maybe_instant(7);
    if (!row.is_null(8)) {
        event.attendance = domain::attendance_from_word(row.text(8));
        if (!event.attendance) return damaged("an event's attendance");
    }
    event.clock = *clock;
    event.queued = row.truth(10);
    event.recorded_offline = row.truth(11);
    event.referral = domain::ReferralId(row.text(15));
    const auto bytes = TRY(keys.unseal(event.person, place_of(event.id), row.text(12)));
    if (bytes && !read_sealed_fields(*bytes, stored)) return damaged("an event's entry");
    return stored;
}

base::Done append_event(Record& record, const domain::AttendanceEvent& event) {
    return attempt([&]() -> base::Done {
        const ChainHead head = TRY(read_head(record));
        const app::Digest salt = record.vault.salt();
        const std::string commitment = commitment_of(record, salt, event);
        const std::string sealed =
            TRY(Keys(record).seal(event.person, place_of(event.id), sealed_fields(salt, event)));
        record.db
            .query(
                "INSERT INTO event (seq, id, kind, appointment, person, arrival, recorded_at, at, "
                "attendance, "
                "clock, queued, recorded_offline, sealed, commitment, link, referral) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .with(head.seq + 1, event.id, domain::to_word(event.kind), event.appointment, event.person,
                  event.arrival, event.recorded_at, event.at,
                  event.attendance ? std::optional(domain::to_word(*event.attendance)) : std::nullopt,
                  word_of(kClockStates, event.clock), event.queued, event.recorded_offline, Blob{sealed},
                  Blob{commitment}, Blob{link_after(record, head.link, commitment)}, event.referral)
            .run();
        return {};
    });
}

Events events_of_appointment(Record& record, const domain::AppointmentId& id) {
    return attempt([&]() -> Events {
        Query rows = record.db.query(EVENT_COLUMNS "WHERE appointment = ? ORDER BY seq");
        return all_of(record, rows.with(id));
    });
}

Events events_of_arrival(Record& record, const domain::ArrivalId& id) {
    return attempt([&]() -> Events {
        Query rows = record.db.query(EVENT_COLUMNS "WHERE arrival = ? ORDER BY seq");
        return all_of(record, rows.with(id));
    });
}

Events arrivals_without_appointment(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> Events {
        Query rows = record.db.query(EVENT_COLUMNS
                                     "WHERE recorded_at >= ? AND recorded_at < ? "
                                     "AND kind IN ('arrived', 'came_after_end') AND NOT EXISTS "
                                     "(SELECT 1 FROM appointment WHERE appointment.id = event.appointment) "
                                     "ORDER BY seq");
        return all_of(record, rows.with(from, to));
    });
}

base::Result<std::set<domain::AppointmentId>> appointments_plainly_arrived(Record& record, base::Instant from,
                                                                           base::Instant to) {
    return attempt([&]() -> base::Result<std::set<domain::AppointmentId>> {
        Query rows = record.db.query(
            "SELECT event.appointment FROM event JOIN appointment ON appointment.id = event.appointment "
            "WHERE appointment.start >= ? AND appointment.start < ? GROUP BY event.appointment "
            "HAVING sum(kind = 'arrived') = 1 AND sum(kind = 'arrived' AND attendance IS NULL) = 0 "
            "AND sum(clock = 'doubtful') = 0 AND sum(kind NOT IN ('arrived', 'reason_given', "
            "'submit_decided', 'practitioner_told')) = 0");
        rows.with(from, to);
        std::set<domain::AppointmentId> out;
        while (rows.next()) out.emplace(rows.text(0));
        return out;
    });
}

base::Result<std::optional<base::Instant>> newest_recorded_at(Record& record) {
    return attempt([&]() -> base::Result<std::optional<base::Instant>> {
        Query row = record.db.query("SELECT max(recorded_at) FROM event");
        if (!row.next()) return std::nullopt;
        return row.maybe_instant(0);
    });
}

}  // namespace server::store
