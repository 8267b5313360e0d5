#pragma once

#include "server/app/occasion.h"

namespace server::app {

/// Brings the outbox row of an appointment in line with its record, in the transaction that changed the
/// record. `before` is what the record said before the change.
///
/// An attendance is held until the end of the session; what was never sent and is no longer so is withdrawn;
/// a changed attendance is sent anew while it is a draft. It waits for a person, with plain words why, when
/// the time is doubtful, when the appointment is not expected here (cancelled, moved), when did-not-attend is
/// only noted, and when the record has changed after the case system was told: what was submitted stays in
/// the row then.
base::Done bring_update_in_line(Transaction& transaction, const domain::Appointment& appointment,
                                const domain::AttendanceRecord& before, const Occasion& occasion);

/// Conflict while nobody can know whether the case system has made it final: what is taken back then would
/// stand there all the same.
base::Done check_not_being_submitted(const std::optional<domain::Update>& update);

/// Why this record cannot be sent as it stands, in plain words for staff; empty when it can.
std::string what_it_waits_for(const domain::Appointment& appointment, const domain::AttendanceRecord& record);

/// Whether the case system would be told the same.
bool says_the_same(const domain::Update& update, const domain::AttendanceRecord& record);

/// Puts an update back to be sent, with no tries used: at the end of the session, or at once after a decision
/// that needs no end (did not attend, session not held).
void hold(domain::Update& update, const domain::Appointment& appointment,
          const domain::AttendanceRecord& record, base::Instant now);

}  // namespace server::app
