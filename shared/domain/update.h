#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/attendance.h"
#include "shared/domain/calendar.h"

/// What the hub owes the case system (docs/rules.md, "Forwarding").
namespace domain {

enum class UpdateState {
    Held,              ///< waits for the session's end, or for the next try
    Sending,           ///< a call to the case system is under way or its outcome is not yet known
    Drafted,           ///< the case system holds the draft; a person's decision to submit is awaited
    WaitingForPerson,  ///< needs a person: doubtful time, refused for good, or clashing with another record
    Submitted,         ///< final and shared with the practitioner
    Withdrawn,         ///< nothing is owed any more: the arrival was undone before anything was sent
};
/// `held`, `sending`, `drafted`, `waiting_for_person`, `submitted`, `withdrawn`.
std::string_view to_word(UpdateState state);
std::optional<UpdateState> update_state_from_word(std::string_view word);

/// One update of the outbox: the whole attendance record of one appointment. There is at most one an
/// appointment.
struct Update {
    UpdateId id;
    AppointmentId appointment;
    ReferralId referral;
    PersonId person;
    AppointmentType type = AppointmentType::Delivery;
    Attendance attendance = Attendance::Yes;
    base::Instant start{};  ///< the appointment's
    std::optional<base::Instant> arrived_at;
    std::optional<NoSessionReason> not_held;
    std::string note;            ///< staff's words the practitioner will read (did-not-attend, not held)
    base::Instant hold_until{};  ///< not sent before: the session's end, or at once after a decision
    base::Instant deadline{};    ///< it must be submitted before this instant
    UpdateState state = UpdateState::Held;
    bool submit_decided = false;
    std::string decided_by;
    int tries = 0;  ///< of the present step, since the last success
    base::Instant next_try{};
    std::string why;  ///< in plain words: what it waits for, or what was refused and what to do
    std::optional<base::Instant> drafted_at;
    std::string drafted;  ///< what the hub last wrote there, as it read there; empty before
    std::optional<base::Instant> submitted_at;

    bool operator==(const Update&) const = default;
};

/// The practitioner must know of a non-attendance within this time of the start.
inline constexpr std::chrono::hours kAbsenceToldWithin{24};

/// YES, LATE and not-held: one business day after the appointment's date. NO: 24 hours after the
/// appointment's start.
base::Instant deadline_of(Attendance attendance, const Appointment& appointment, const Calendar& calendar);

/// The tightest deadline first, then the earlier start; a strict order, so that a sorted list is always the
/// same.
bool more_urgent(const Update& a, const Update& b);

}  // namespace domain
