#include "tests/support/memory_record.h"

namespace support {

bool time_has_come(const MemoryRecord& record, const domain::Update& update, base::Instant now) {
    using domain::UpdateState;
    const auto appointment = record.appointments.find(update.appointment);
    const bool settled = appointment != record.appointments.end() &&
                         appointment->second.status == domain::AppointmentStatus::Settled;
    switch (update.state) {
        case UpdateState::Held:
            return update.hold_until <= now && update.next_try <= now;
        case UpdateState::Sending:
            return update.next_try <= now;
        case UpdateState::Drafted:
            if (update.submit_decided && update.tries == 0) return true;
            return (update.submit_decided || settled) && update.next_try <= now;
        default:
            return false;
    }
}

}  // namespace support
