#pragma once

#include <string>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"
#include "shared/domain/attendance.h"
#include "shared/domain/calendar.h"

/// What every use case that changes the record of an appointment needs.
namespace server::app {

/// What a use case acts with, read or made once for the request.
struct Occasion {
    Moment moment;
    HubRules rules;
    const domain::Calendar& calendar;
    base::Entropy& entropy;  ///< for the ids of events, updates and calls
};

/// The actor of what a person does at a kiosk: `kiosk front-door`.
std::string actor_of(const domain::KioskId& kiosk);

/// An event of this moment with an id of its own; the caller fills in what else it says.
domain::AttendanceEvent new_event(domain::EventKind kind, const domain::AppointmentId& appointment,
                                  const domain::PersonId& person, const Occasion& occasion);

/// What the record says of an appointment now.
base::Result<domain::AttendanceRecord> record_of(View& view, const domain::AppointmentId& id);

/// Whether somebody is recorded as having come, in time or late.
bool has_come(const domain::AttendanceRecord& record);

/// When they came, where that is certain: what may be said to somebody who is in already.
std::optional<base::Instant> sure_arrival(const domain::AttendanceRecord& record);

/// Whether an arrival tells more than the record knows: the earliest proven time stands, and a doubtful one
/// is kept as long as it might better the record.
bool tells_more(const domain::AttendanceRecord& record, base::Instant at, domain::ClockState clock);

}  // namespace server::app
