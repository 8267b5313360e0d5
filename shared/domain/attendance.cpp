#include "shared/domain/attendance.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace domain {
namespace {

template <class Word, std::size_t Count>
std::optional<Word> find_word(const std::array<Word, Count>& all, std::string_view text) {
    for (const Word word : all) {
        if (to_word(word) == text) return word;
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_word(Attendance attendance) {
    switch (attendance) {
        case Attendance::Yes:
            return "YES";
        case Attendance::Late:
            return "LATE";
        case Attendance::No:
            return "NO";
    }
    return "";
}

std::optional<Attendance> attendance_from_word(std::string_view word) {
    return find_word(std::array{Attendance::Yes, Attendance::Late, Attendance::No}, word);
}

std::string_view to_word(EventKind kind) {
    switch (kind) {
        case EventKind::Arrived:
            return "arrived";
        case EventKind::CameAfterEnd:
            return "came_after_end";
        case EventKind::Undone:
            return "undone";
        case EventKind::ReasonGiven:
            return "reason_given";
        case EventKind::TimeDecided:
            return "time_decided";
        case EventKind::AbsenceConfirmed:
            return "absence_confirmed";
        case EventKind::SessionNotHeld:
            return "session_not_held";
        case EventKind::SubmitDecided:
            return "submit_decided";
        case EventKind::PractitionerTold:
            return "practitioner_told";
        case EventKind::LeftToPerson:
            return "left_to_person";
        case EventKind::AbsenceWithdrawn:
            return "absence_withdrawn";
        case EventKind::SessionHeld:
            return "session_held";
        case EventKind::ResendDecided:
            return "resend_decided";
        case EventKind::CorrectedThere:
            return "corrected_there";
        case EventKind::InterventionCompleted:
            return "intervention_completed";
        case EventKind::SlipMade:
            return "slip_made";
        case EventKind::SlipRevoked:
            return "slip_revoked";
    }
    return "";
}

std::optional<EventKind> event_kind_from_word(std::string_view word) {
    return find_word(
        std::array{EventKind::Arrived, EventKind::CameAfterEnd, EventKind::Undone, EventKind::ReasonGiven,
                   EventKind::TimeDecided, EventKind::AbsenceConfirmed, EventKind::SessionNotHeld,
                   EventKind::SubmitDecided, EventKind::PractitionerTold, EventKind::LeftToPerson,
                   EventKind::AbsenceWithdrawn, EventKind::SessionHeld, EventKind::ResendDecided,
                   EventKind::CorrectedThere, EventKind::InterventionCompleted, EventKind::SlipMade,
                   EventKind::SlipRevoked},
        word);
}

std::string_view to_word(NoSessionReason reason) {
    switch (reason) {
        case NoSessionReason::PersonAcceptable:
            return "person_acceptable";
        case NoSessionReason::PersonUnacceptable:
            return "person_unacceptable";
        case NoSessionReason::Logistics:
            return "logistics";
    }
    return "";
}

std::optional<NoSessionReason> no_session_reason_from_word(std::string_view word) {
    return find_word(std::array{NoSessionReason::PersonAcceptable, NoSessionReason::PersonUnacceptable,
                                NoSessionReason::Logistics},
                     word);
}

std::string not_held_text(NoSessionReason reason, std::string_view staff_words) {
    return std::string(to_word(reason)) + ": " + std::string(staff_words);
}

Attendance stamp(base::Instant arrival, const Appointment& appointment, std::chrono::seconds grace) {
    return arrival <= appointment.start + grace ? Attendance::Yes : Attendance::Late;
}

CountedArrival counted_arrival(base::Instant first_touch, base::Instant run_began,
                               const Appointment& appointment, std::chrono::seconds grace) {
    const base::Instant in_time_until = appointment.start + grace;
    if (first_touch <= in_time_until || run_began > in_time_until) return {first_touch, false};
    return {run_began, true};
}

Coverage coverage(std::vector<Appointment> day, base::Instant at) {
    std::sort(day.begin(), day.end(), [](const Appointment& a, const Appointment& b) {
        return std::tuple(a.start, end_of(a), a.id) < std::tuple(b.start, end_of(b), b.id);
    });
    Coverage out;
    base::Instant covered_until{};
    for (Appointment& appointment : day) {
        const base::Instant end = end_of(appointment);
        if (end < at) {
            if (!out.came_after || end_of(*out.came_after) <= end) out.came_after = std::move(appointment);
        } else if (out.covered.empty() || appointment.start - covered_until <= kFollowOnGap) {
            covered_until = std::max(out.covered.empty() ? end : covered_until, end);
            out.covered.push_back(std::move(appointment));
        } else {
            out.later.push_back(std::move(appointment));
        }
    }
    if (!out.covered.empty()) out.came_after.reset();
    return out;
}

}  // namespace domain
