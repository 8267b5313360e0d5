#include "server/app/occasion.h"

#include <vector>

namespace server::app {

std::string actor_of(const domain::KioskId& kiosk) {
    return "kiosk " + kiosk.text();
}

domain::AttendanceEvent new_event(domain::EventKind kind, const domain::AppointmentId& appointment,
                                  const domain::PersonId& person, const Occasion& occasion) {
    domain::AttendanceEvent event;
    event.id = domain::EventId(base::new_uuid_at(occasion.entropy, occasion.moment.now));
    event.kind = kind;
    event.appointment = appointment;
    event.person = person;
    event.recorded_at = occasion.moment.now;
    return event;
}

base::Result<domain::AttendanceRecord> record_of(View& view, const domain::AppointmentId& id) {
    const std::vector<domain::AttendanceEvent> events = TRY(view.events_of(id));
    return domain::derive(events);
}

bool has_come(const domain::AttendanceRecord& record) {
    return record.attendance == domain::Attendance::Yes || record.attendance == domain::Attendance::Late;
}

std::optional<base::Instant> sure_arrival(const domain::AttendanceRecord& record) {
    return record.clock == domain::ClockState::Sure ? record.arrived_at : std::nullopt;
}

bool tells_more(const domain::AttendanceRecord& record, base::Instant at, domain::ClockState clock) {
    if (!has_come(record) || !record.arrived_at) return true;
    if (clock != record.clock) {
        if (clock == domain::ClockState::Sure) return true;
        if (record.attendance == domain::Attendance::Yes) return false;
    }
    return at < *record.arrived_at;
}

}  // namespace server::app
