#include "shared/domain/appointment.h"

namespace domain {

base::Instant end_of(const Appointment& appointment) {
    return appointment.start + appointment.duration;
}

bool expected_here(const Appointment& appointment) {
    const bool stands =
        appointment.status == AppointmentStatus::Live || appointment.status == AppointmentStatus::Settled;
    return stands && appointment.method == DeliveryMethod::InPersonHub && appointment.at_this_hub &&
           !appointment.in_custody;
}

}  // namespace domain
