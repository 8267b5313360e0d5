#include "server/ctl/deadline_lines.h"

#include <map>

#include "server/app/breach_words.h"
#include "server/ctl/london.h"

namespace server::ctl {

std::string deadline_with_warning(app::DeadlineKind kind, base::Instant deadline, base::Instant now,
                                  std::span<const std::chrono::hours> absence_left) {
    switch (app::state_of_deadline(kind, deadline, now, absence_left)) {
        case app::DeadlineState::Open:
            break;
        case app::DeadlineState::Warned:
            return date_and_time(deadline) + " WARNING";
        case app::DeadlineState::WarnedLast:
            return date_and_time(deadline) + " LAST WARNING";
        case app::DeadlineState::Passed:
            return date_and_time(deadline) + " OVERDUE";
    }
    return date_and_time(deadline);
}

base::Done tell_of_link(app::View& view, base::Instant now, std::ostream& out) {
    const app::CaseLink link = TRY(view.case_link());
    const std::string because = app::not_asked_because(link, {}, now);
    if (!because.empty()) {
        out << "The case system is " << because << ".\n";
    } else if (!link.sign_in.empty()) {
        out << link.sign_in << '\n';
    } else if (link.unanswered > 0) {
        out << "The newest " << link.unanswered << " calls to the case system got no answer, since "
            << date_and_time(link.unanswered_since.value_or(now)) << ".\n";
    }
    if (!link.trouble.empty()) out << link.trouble << '\n';
    return {};
}

base::Done tell_of_missed(app::View& view, base::Instant now, std::ostream& out) {
    constexpr std::chrono::days kShownFor{30};
    const auto missed = TRY(view.breaches_between(now - kShownFor, now));
    if (missed.empty()) return {};
    std::map<app::BreachCause, unsigned> causes;
    for (const app::Breach& one : missed) ++causes[one.cause];
    out << "Deadlines missed in the last 30 days: " << missed.size();
    char before = ':';
    for (const auto& [cause, count] : causes) {
        out << before << ' ' << cause_in_words(cause) << ' ' << count;
        before = ',';
    }
    out << ". See hubctl outbox --missed.\n";
    return {};
}

}  // namespace server::ctl
