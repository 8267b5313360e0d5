#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "shared/domain/attendance.h"
#include "shared/domain/calendar.h"

/// Deadlines of what is owed: when staff are warned of one, when it was missed and because of whom
/// (docs/rules.md, "Forwarding"). Pure.
namespace server::app {

enum class DeadlineKind {
    Record,   ///< the record of somebody who came: submitted within one business day of the appointment
    Absence,  ///< the practitioner knows of a non-attendance within 24 hours of the appointment's start
};
/// `record`, `absence`.
std::string_view to_word(DeadlineKind kind);
std::optional<DeadlineKind> deadline_kind_from_word(std::string_view word);
/// Of an update that says this; of an appointment of which nothing is recorded: Absence.
DeadlineKind deadline_kind_of(std::optional<domain::Attendance> attendance);

/// A record's deadline is warned of at these times of London's clock, on the last day before it.
inline constexpr std::chrono::minutes kRecordWarnsFirst{12 * 60};
inline constexpr std::chrono::minutes kRecordWarnsAgain{16 * 60};

/// When this deadline is warned of, the earliest first. `absence_left` is how long before a non-attendance's
/// deadline each of its warnings is, in any order (a setting).
std::vector<base::Instant> warnings_of(DeadlineKind kind, base::Instant deadline,
                                       std::span<const std::chrono::hours> absence_left);

enum class DeadlineState { Open, Warned, WarnedLast, Passed };
/// How a deadline that is still to be met stands. Passed at the deadline itself: what is owed is owed before
/// it.
DeadlineState state_of_deadline(DeadlineKind kind, base::Instant deadline, base::Instant now,
                                std::span<const std::chrono::hours> absence_left);

enum class BreachCause {
    Hub,               ///< decided in time, and the hub did not bring it there
    CaseSystem,        ///< decided in time, and the case system did not answer or did not take it
    WaitingForPerson,  ///< nobody had decided by then
};
/// `hub`, `case_system`, `waiting_for_person`.
std::string_view to_word(BreachCause cause);
std::optional<BreachCause> breach_cause_from_word(std::string_view word);

/// A deadline that was missed: noted once an appointment and kind, when it is first seen, and never changed.
/// It says nothing of who the person is.
struct Breach {
    domain::AppointmentId appointment;
    DeadlineKind kind = DeadlineKind::Record;
    base::Instant deadline{};
    base::Instant noticed_at{};
    BreachCause cause = BreachCause::Hub;

    bool operator==(const Breach&) const = default;
};

/// What tells whether a deadline was met, and who kept it from being met.
struct DeadlineFacts {
    DeadlineKind kind = DeadlineKind::Record;
    base::Instant deadline{};
    std::optional<base::Instant> decided_at;  ///< since when somebody's decision to submit it stands
    std::optional<base::Instant> submitted_at;
    std::optional<base::Instant> told_at;  ///< when the practitioner was told by telephone
    bool held_up_there = false;            ///< the case system is away, has not answered, or did not take it
};

/// None while the deadline may still be met, or when it was. A telephone call in time meets that of a
/// non-attendance.
std::optional<BreachCause> cause_of_breach(const DeadlineFacts& facts, base::Instant now);

/// Since when a decision to submit has stood without a break; none where none stands.
std::optional<base::Instant> decided_since(std::span<const domain::AttendanceEvent> events);

}  // namespace server::app
