#pragma once

#include <optional>
#include <set>
#include <vector>

#include "server/store/record.h"
#include "shared/domain/attendance.h"

/// The table event: the append-only record of attendance.
namespace server::store {

/// Conflict when the id is taken.
base::Done append_event(Record& record, const domain::AttendanceEvent& event);
/// Of erased people without actor, reason and device times.
base::Result<std::vector<domain::AttendanceEvent>> events_of_appointment(Record& record,
                                                                         const domain::AppointmentId& id);
base::Result<std::vector<domain::AttendanceEvent>> events_of_arrival(Record& record,
                                                                     const domain::ArrivalId& id);
/// Arrivals and contacts stored in [from, to) for appointments that the hub does not hold.
base::Result<std::vector<domain::AttendanceEvent>> arrivals_without_appointment(Record& record,
                                                                                base::Instant from,
                                                                                base::Instant to);
/// As View::plain_arrivals() says.
base::Result<std::set<domain::AppointmentId>> appointments_plainly_arrived(Record& record, base::Instant from,
                                                                           base::Instant to);
base::Result<std::optional<base::Instant>> newest_recorded_at(Record& record);

/// An event as its row has it; no salt when the person is erased.
struct StoredEvent {
    domain::AttendanceEvent event;
    std::optional<app::Digest> salt;
};
base::Result<StoredEvent> event_of(Keys& keys, const Query& row);

// The columns in the order event_of() reads them.
#define EVENT_COLUMNS                                                                                  \
    "SELECT seq, id, kind, appointment, person, arrival, recorded_at, at, attendance, clock, queued, " \
    "recorded_offline, sealed, commitment, link, referral FROM event "
inline constexpr int kEventSeq = 0;
inline constexpr int kEventCommitment = 13;
inline constexpr int kEventLink = 14;

}  // namespace server::store
