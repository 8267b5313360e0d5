#pragma once

#include <string>

#include "server/app/records.h"
#include "shared/domain/appointment.h"
#include "shared/domain/attendance.h"
#include "shared/domain/update.h"

/// Invented people and what is recorded of them, with every field set. `name` makes each of them another.
namespace support::sample {

/// 2026-11-22T14:00:00Z, a Sunday in winter time.
base::Instant start();
domain::Date day();

/// Born on 7 November 1980, called Ann and the name.
server::app::Person person(const std::string& name);
server::app::Referral referral(const std::string& name);
/// Of the person and the referral of the same name; expected here at start().
domain::Appointment appointment(const std::string& name);
/// An arrival for the appointment of the same name.
domain::AttendanceEvent event(const std::string& id, const std::string& name);
domain::Update update(const std::string& name);

}  // namespace support::sample
