#include "server/app/offered_appointment.h"

#include <algorithm>

#include "server/app/occasion.h"

namespace server::app {

base::Result<std::vector<domain::Appointment>> expected_of(View& view, const domain::PersonId& person,
                                                           domain::Date day) {
    std::vector<domain::Appointment> theirs = TRY(view.appointments_of(person, day));
    std::erase_if(theirs, [](const domain::Appointment& one) { return !domain::expected_here(one); });
    return theirs;
}

base::Result<protocol::OfferedAppointment> offered(View& view, const domain::Appointment& appointment,
                                                   const HubRules& rules) {
    const domain::AttendanceRecord record = TRY(record_of(view, appointment.id));
    protocol::OfferedAppointment out{appointment.id, appointment.start, domain::end_of(appointment),
                                     std::nullopt};
    if (!has_come(record)) return out;
    out.arrived_at = record.arrived_at;
    if (record.clock == domain::ClockState::Doubtful && record.arrived_at) {
        const domain::Date day = domain::london_date(appointment.start);
        const base::Instant opens = domain::at_london_time(day, rules.opens_at);
        const base::Instant closes = domain::at_london_time(day, rules.closes_at);
        out.arrived_at = std::clamp(*record.arrived_at, opens, std::max(opens, closes));
    }
    return out;
}

}  // namespace server::app
