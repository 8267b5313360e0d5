#include "server/store/schedule.h"

#include "server/store/failure.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using Appointments = base::Result<std::vector<domain::Appointment>>;

base::Result<domain::Appointment> appointment_of(const Query& row) {
    const auto type = value_of(kAppointmentTypes, row.text(3));
    const auto session_type = value_of(kSessionTypes, row.text(4));
    const auto method = value_of(kDeliveryMethods, row.text(5));
    const auto status = value_of(kAppointmentStatuses, row.text(6));
    if (!type || !session_type || !method || !status) return damaged("an appointment");
    domain::Appointment appointment;
    appointment.id = domain::AppointmentId(row.text(0));
    appointment.referral = domain::ReferralId(row.text(1));
    appointment.person = domain::PersonId(row.text(2));
    appointment.type = *type;
    appointment.session_type = *session_type;
    appointment.method = *method;
    appointment.status = *status;
    appointment.start = row.instant(7);
    appointment.duration = std::chrono::minutes{row.number(8)};
    appointment.at_this_hub = row.truth(9);
    appointment.action_plan = row.text(10);
    appointment.in_custody = row.truth(11);
    return appointment;
}

Appointments all_of(Query& rows) {
    std::vector<domain::Appointment> appointments;
    while (rows.next()) appointments.push_back(TRY(appointment_of(rows)));
    return appointments;
}

// The columns in the order appointment_of() reads them.
#define APPOINTMENT_COLUMNS                                                                      \
    "SELECT id, referral, person, type, session_type, method, status, start, duration_minutes, " \
    "at_this_hub, "                                                                              \
    "action_plan, in_custody FROM appointment "

/// Which appointments are of a London day: domain::is_on() for SQL. Binds day_of().
#define IS_ON_DAY                    \
    "start < ?2 AND start > ?3 AND " \
    "(start >= ?1 OR start + duration_minutes * 60000000 > ?1) "

struct Day {
    base::Instant from, to, earliest;
};
Day day_of(domain::Date day) {
    const base::Instant from = domain::start_of(day);
    return {from, domain::start_of(domain::next_day(day)), from - domain::kAppointmentMax};
}

}  // namespace

Appointments appointments_on_day(Record& record, domain::Date day) {
    return attempt([&]() -> Appointments {
        Query rows = record.db.query(APPOINTMENT_COLUMNS "WHERE " IS_ON_DAY "ORDER BY start, id");
        const auto [from, to, earliest] = day_of(day);
        rows.with(from, to, earliest);
        return all_of(rows);
    });
}

Appointments appointments_of_person(Record& record, const domain::PersonId& person, domain::Date day) {
    return attempt([&]() -> Appointments {
        Query rows =
            record.db.query(APPOINTMENT_COLUMNS "WHERE " IS_ON_DAY "AND person = ?4 ORDER BY start, id");
        const auto [from, to, earliest] = day_of(day);
        rows.with(from, to, earliest, person);
        return all_of(rows);
    });
}

Appointments appointments_of_referral(Record& record, const domain::ReferralId& referral) {
    return attempt([&]() -> Appointments {
        Query rows = record.db.query(APPOINTMENT_COLUMNS "WHERE referral = ? ORDER BY start, id");
        rows.with(referral);
        return all_of(rows);
    });
}

base::Result<domain::Appointment> read_appointment(Record& record, const domain::AppointmentId& id) {
    return attempt([&]() -> base::Result<domain::Appointment> {
        Query row = record.db.query(APPOINTMENT_COLUMNS "WHERE id = ?");
        if (!row.with(id).next())
            return base::fail(base::ErrorKind::NotFound, "the hub holds no such appointment");
        return appointment_of(row);
    });
}

base::Done put_appointment(Record& record, const domain::Appointment& appointment) {
    return attempt([&]() -> base::Done {
        TRY_DONE(Keys(record).hold(appointment.person));
        record.db
            .query(
                "INSERT INTO appointment (id, referral, person, type, session_type, method, status, start, "
                "duration_minutes, at_this_hub, action_plan, in_custody) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                "referral = excluded.referral, person = excluded.person, type = excluded.type, "
                "session_type = excluded.session_type, method = excluded.method, "
                "status = excluded.status, start = excluded.start, "
                "duration_minutes = excluded.duration_minutes, at_this_hub = excluded.at_this_hub, "
                "action_plan = excluded.action_plan, in_custody = excluded.in_custody")
            .with(appointment.id, appointment.referral, appointment.person,
                  word_of(kAppointmentTypes, appointment.type),
                  word_of(kSessionTypes, appointment.session_type),
                  word_of(kDeliveryMethods, appointment.method),
                  word_of(kAppointmentStatuses, appointment.status), appointment.start,
                  std::int64_t{appointment.duration.count()}, appointment.at_this_hub,
                  appointment.action_plan, appointment.in_custody)
            .run();
        return {};
    });
}

}  // namespace server::store
