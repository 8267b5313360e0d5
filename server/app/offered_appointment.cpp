#include "server/app/offered_appointment.h"

#include "server/app/occasion.h"

namespace server::app {

base::Result<std::vector<domain::Appointment>> expected_of(View& view, const domain::PersonId& person,
                                                           domain::Date day) {
    std::vector<domain::Appointment> theirs = TRY(view.appointments_of(person, day));
    std::erase_if(theirs, [](const domain::Appointment& one) { return !domain::expected_here(one); });
    return theirs;
}

base::Result<protocol::OfferedAppointment> offered(View& view, const domain::Appointment& appointment) {
    const domain::AttendanceRecord record = TRY(record_of(view, appointment.id));
    protocol::OfferedAppointment out;
    out.id = appointment.id;
    out.start = appointment.start;
    out.end = domain::end_of(appointment);
    if (!has_come(record)) return out;
    out.arrived_at = record.arrived_at;
    out.clock = record.clock;
    return out;
}

}  // namespace server::app
