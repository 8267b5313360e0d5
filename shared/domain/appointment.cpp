#include "shared/domain/appointment.h"

namespace domain {

base::Instant end_of(const Appointment& appointment) {
    return appointment.start + appointment.duration;
}

bool is_on(const Appointment& appointment, Date day) {
    const base::Instant midnight = start_of(day);
    if (appointment.start >= start_of(next_day(day))) return false;
    return appointment.start >= midnight ||
           (end_of(appointment) > midnight && appointment.start > midnight - kAppointmentMax);
}

bool expected_here(const Appointment& appointment) {
    const bool stands =
        appointment.status == AppointmentStatus::Live || appointment.status == AppointmentStatus::Settled;
    return stands && appointment.method == DeliveryMethod::InPersonHub && appointment.at_this_hub &&
           !appointment.in_custody;
}

}  // namespace domain
