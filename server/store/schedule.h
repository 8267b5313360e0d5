#pragma once

#include <vector>

#include "server/store/record.h"
#include "shared/domain/appointment.h"
#include "shared/domain/calendar.h"

/// The table appointment: the copy of the case system's schedule.
namespace server::store {

base::Result<std::vector<domain::Appointment>> appointments_on_day(Record& record, domain::Date day);
base::Result<std::vector<domain::Appointment>> appointments_of_person(Record& record,
                                                                      const domain::PersonId& person,
                                                                      domain::Date day);
base::Result<std::vector<domain::Appointment>> appointments_of_referral(Record& record,
                                                                        const domain::ReferralId& referral);
base::Result<domain::Appointment> read_appointment(Record& record, const domain::AppointmentId& id);
base::Done put_appointment(Record& record, const domain::Appointment& appointment);

}  // namespace server::store
