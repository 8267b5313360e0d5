#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/appointment.h"
#include "shared/domain/device_time.h"
#include "shared/domain/late_reason.h"

/// Arrival and attendance (docs/rules.md, "Arrival and attendance").
namespace domain {

enum class Attendance { Yes, Late, No };
/// `YES`, `LATE`, `NO`.
std::string_view to_word(Attendance attendance);
std::optional<Attendance> attendance_from_word(std::string_view word);

/// `YES` when the arrival is not after start + grace, else `LATE`. Never `NO`.
Attendance stamp(base::Instant arrival, const Appointment& appointment, std::chrono::seconds grace);

/// The arrival time that counts for one appointment: the first touch, or the moment the kiosk's unbroken run
/// of use began when that run began by start + grace and the touch came after it, because a queue at one
/// kiosk must make nobody late. Whether the person came after the end is a matter of the first touch alone.
struct CountedArrival {
    base::Instant at{};
    bool queued = false;
};
CountedArrival counted_arrival(base::Instant first_touch, base::Instant run_began,
                               const Appointment& appointment, std::chrono::seconds grace);

/// Which of a person's appointments of the day one check-in at this moment covers.
struct Coverage {
    /// The first one not ended, and those that follow on within kFollowOnGap; by start.
    std::vector<Appointment> covered;
    std::vector<Appointment> later;         ///< later ones, which need a check-in of their own; by start
    std::optional<Appointment> came_after;  ///< nothing is left today: the last one, which has ended
};
/// `day` holds one person's expected appointments of one London day, in any order. An appointment has ended
/// when `at` is after its end.
Coverage coverage(std::vector<Appointment> day, base::Instant at);

enum class EventKind {
    Arrived,           ///< came, in time or late
    CameAfterEnd,      ///< came after the appointment's end: a contact, not attendance
    Undone,            ///< the person took the check-in back while the confirmation stood
    ReasonGiven,       ///< the person said why they were late
    TimeDecided,       ///< staff settled a doubtful time or corrected one; without attendance: after the end
    AbsenceConfirmed,  ///< staff: did not attend
    SessionNotHeld,    ///< staff: came, but the session did not happen
    SubmitDecided,     ///< staff: submit to the case system
    PractitionerTold,  ///< staff: told the practitioner by telephone
    LeftToPerson,      ///< a machine may not decide what follows; the reason is a word of docs/database.md
    AbsenceWithdrawn,  ///< staff: what was said of did-not-attend is taken back before it was submitted
    SessionHeld,       ///< staff: the session was held after all
    ResendDecided,     ///< staff: send again what the case system was told; nothing is recorded otherwise
    CorrectedThere,    ///< staff: what was taken back here has been put right in the case system by hand
    InterventionCompleted,  ///< staff: the intervention of a referral is completed; of no appointment
    SlipMade,     ///< staff: gave the person of a referral a slip; the ones before it end; of no appointment
    SlipRevoked,  ///< staff: ended the slip of a referral's person; of no appointment
};
std::string_view to_word(EventKind kind);
std::optional<EventKind> event_kind_from_word(std::string_view word);

/// Why a session did not happen although the person came; the case system's three types.
enum class NoSessionReason { PersonAcceptable, PersonUnacceptable, Logistics };
std::string_view to_word(NoSessionReason reason);
std::optional<NoSessionReason> no_session_reason_from_word(std::string_view word);
/// The reason of a SessionNotHeld event, `logistics: the heating failed`: the word, then staff's words.
std::string not_held_text(NoSessionReason reason, std::string_view staff_words);

/// One entry of the append-only record of an appointment. Nothing in it is ever changed; a correction is a
/// new event.
struct AttendanceEvent {
    EventId id;
    EventKind kind = EventKind::Arrived;
    AppointmentId appointment;
    PersonId person;
    ArrivalId arrival;                ///< the act this belongs to; one arrival may cover several appointments
    base::Instant recorded_at{};      ///< the server's clock when it was stored
    std::optional<base::Instant> at;  ///< the arrival time that counts; absent for events that have none
    /// What follows for the record. Of an arrival at a doubtful time: what would follow if that time were
    /// right; of one for a cancelled or moved appointment, what would follow if it stood. Of an arrival that
    /// can count for none (unknown, another person's, of another day, after the end): none.
    std::optional<Attendance> attendance;
    ClockState clock = ClockState::Sure;
    bool queued = false;            ///< stamped by the start of the kiosk's run of use
    bool recorded_offline = false;  ///< journaled first, sent later
    std::string actor;              ///< `kiosk front-door`, or the name of the member of staff
    std::string
        reason;  ///< staff's reason, the word of a LateReason, not_held_text(), or why reception must look
    std::optional<DeviceTime> touched;  ///< all times the device gave are kept
    std::optional<DeviceTime> told;
    ReferralId referral;  ///< of an event that is about a referral and not about an appointment

    bool operator==(const AttendanceEvent&) const = default;
};

/// What the record says of one appointment now, derived from its events in the order they were stored.
///
/// Of several arrivals the earliest proven (sure) one stands, and a doubtful one only while there is no
/// proven one. TimeDecided stands before every arrival. An arrival stands before a confirmed absence,
/// whichever was stored first. A decision to submit lasts until the attendance, or whether the session was
/// held, changes.
struct AttendanceRecord {
    std::optional<Attendance> attendance;  ///< none: nothing recorded yet, or undone
    std::optional<base::Instant> arrived_at;
    ArrivalId arrival;
    ClockState clock = ClockState::Sure;
    bool queued = false;
    bool recorded_offline = false;
    std::optional<base::Instant> came_after_end;  ///< when, if so; beside an attendance, too
    /// Nobody has settled an arrival that is doubtful or cannot count, or a proven one came in after a
    /// decision that it would better, or something about the arrival was left to a person since.
    bool time_waits_for_person = false;
    std::string waits_because;  ///< then: the word that was kept with what waits
    /// Did not attend was confirmed before it was known that the person came after the end, or that the
    /// appointment is at another time: it is not sent until a person confirms it again.
    bool absence_in_question = false;
    bool submit_decided = false;
    std::optional<NoSessionReason> not_held;
    std::optional<base::Instant> practitioner_told_at;
    std::string decided_by;  ///< who took the last decision, empty when no person did
    std::string decided_reason;
    std::optional<LateReason> late_reason;

    bool operator==(const AttendanceRecord&) const = default;
};
/// For any events in any order, so that a record can always be shown.
AttendanceRecord derive(std::span<const AttendanceEvent> events);

}  // namespace domain
