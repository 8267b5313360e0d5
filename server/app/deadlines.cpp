#include "server/app/deadlines.h"

#include <algorithm>

namespace server::app {

std::string_view to_word(DeadlineKind kind) {
    switch (kind) {
        case DeadlineKind::Record:
            return "record";
        case DeadlineKind::Absence:
            return "absence";
    }
    return "";
}

std::optional<DeadlineKind> deadline_kind_from_word(std::string_view word) {
    for (const DeadlineKind kind : {DeadlineKind::Record, DeadlineKind::Absence}) {
        if (to_word(kind) == word) return kind;
    }
    return std::nullopt;
}

DeadlineKind deadline_kind_of(std::optional<domain::Attendance> attendance) {
    const bool absent = !attendance || *attendance == domain::Attendance::No;
    return absent ? DeadlineKind::Absence : DeadlineKind::Record;
}

std::vector<base::Instant> warnings_of(DeadlineKind kind, base::Instant deadline,
                                       std::span<const std::chrono::hours> absence_left) {
    std::vector<base::Instant> warnings;
    switch (kind) {
        case DeadlineKind::Record: {
            const domain::Date last_day = domain::london_date(deadline - std::chrono::microseconds{1});
            for (const std::chrono::minutes time : {kRecordWarnsFirst, kRecordWarnsAgain})
                warnings.push_back(domain::at_london_time(last_day, time));
            break;
        }
        case DeadlineKind::Absence:
            for (const std::chrono::hours left : absence_left) warnings.push_back(deadline - left);
            break;
    }
    std::sort(warnings.begin(), warnings.end());
    return warnings;
}

DeadlineState state_of_deadline(DeadlineKind kind, base::Instant deadline, base::Instant now,
                                std::span<const std::chrono::hours> absence_left) {
    if (now >= deadline) return DeadlineState::Passed;
    const auto warnings = warnings_of(kind, deadline, absence_left);
    if (warnings.empty() || now < warnings.front()) return DeadlineState::Open;
    return now < warnings.back() ? DeadlineState::Warned : DeadlineState::WarnedLast;
}

std::string_view to_word(BreachCause cause) {
    switch (cause) {
        case BreachCause::Hub:
            return "hub";
        case BreachCause::CaseSystem:
            return "case_system";
        case BreachCause::WaitingForPerson:
            return "waiting_for_person";
    }
    return "";
}

std::optional<BreachCause> breach_cause_from_word(std::string_view word) {
    for (const BreachCause cause :
         {BreachCause::Hub, BreachCause::CaseSystem, BreachCause::WaitingForPerson}) {
        if (to_word(cause) == word) return cause;
    }
    return std::nullopt;
}

std::optional<BreachCause> cause_of_breach(const DeadlineFacts& facts, base::Instant now) {
    const auto in_time = [&facts](const std::optional<base::Instant>& done) {
        return done && *done < facts.deadline;
    };
    if (now < facts.deadline || in_time(facts.submitted_at)) return std::nullopt;
    if (facts.kind == DeadlineKind::Absence && in_time(facts.told_at)) return std::nullopt;
    if (!in_time(facts.decided_at)) return BreachCause::WaitingForPerson;
    return facts.held_up_there ? BreachCause::CaseSystem : BreachCause::Hub;
}

std::optional<base::Instant> decided_since(std::span<const domain::AttendanceEvent> events) {
    std::optional<base::Instant> since;
    for (std::size_t count = 1; count <= events.size(); ++count) {
        const bool stands = domain::derive(events.first(count)).submit_decided;
        if (!stands) since.reset();
        if (stands && !since) since = events[count - 1].recorded_at;
    }
    return since;
}

}  // namespace server::app
