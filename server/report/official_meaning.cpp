#include "server/report/official_meaning.h"

#include <algorithm>

namespace server::report {
namespace {

using domain::AppointmentType;
using figures::Meeting;
using figures::ReferralHistory;

/// What stands in its field `attended`: lateness is a flag beside `yes`, or the older value `LATE`.
bool says_yes(const Meeting& meeting) {
    return meeting.attendance == domain::Attendance::Yes ||
           (meeting.attendance == domain::Attendance::Late && meeting.late_is_flag);
}

bool says_yes_or_late(const Meeting& meeting) {
    return meeting.attendance == domain::Attendance::Yes || meeting.attendance == domain::Attendance::Late;
}

/// Without a word on whether the session was held, `yes` and the flag count, and the older value does not.
bool counts_as_session(const Meeting& meeting) {
    if (meeting.type != AppointmentType::Delivery || !meeting.stands) return false;
    return meeting.session_held.value_or(true) && says_yes(meeting);
}

template <class Counts>
std::optional<base::Instant> earliest(const ReferralHistory& history, AppointmentType type, Counts counts) {
    std::optional<base::Instant> found;
    for (const Meeting& meeting : history.meetings.value_or(std::vector<Meeting>()))
        if (meeting.type == type && counts(meeting) && (!found || meeting.start < *found))
            found = meeting.start;
    return found;
}

bool has_approved_plan(const ReferralHistory& history) {
    return history.plans && std::any_of(history.plans->begin(), history.plans->end(),
                                        [](const figures::Plan& plan) { return plan.approved; });
}

/// `UNION` takes equal sums for one: two partly achieved and one achieved are 1 instead of 2.
double score_of(const figures::CaseDetails& details, bool submitted) {
    constexpr double kPartly = 0.5;
    if (!submitted) return 0;
    const double achieved = details.outcomes_achieved;
    const double partly = kPartly * details.outcomes_partly_achieved;
    return achieved == partly ? achieved : achieved + partly;
}

}  // namespace

OfficialMeaning official_meaning(const PerformanceOf& of) {
    const ReferralHistory& history = of.history;
    OfficialMeaning official;
    constexpr auto kAssessment = AppointmentType::SupplierAssessment;
    official.assessment_not_attended = earliest(history, kAssessment, [](const Meeting& meeting) {
        return meeting.attendance == domain::Attendance::No;
    });
    official.assessment_attended = earliest(history, kAssessment, says_yes_or_late);
    official.assessment_completed = earliest(history, kAssessment, [](const Meeting& meeting) {
        return meeting.session_held == true && says_yes(meeting);
    });
    if (official.assessment_attended)
        official.on_time = earliest(history, kAssessment, says_yes) == official.assessment_attended;
    if (history.details) {
        official.has_end_report = history.details->end_report_begun;
        if (official.has_end_report)
            official.outcomes_achieved = score_of(*history.details, history.end_report.has_value());
    }
    if (!history.meetings || !has_approved_plan(history)) return official;
    official.first_session = earliest(history, AppointmentType::Delivery, counts_as_session);
    if (!official.first_session) official.first_session = of.made_at;
    official.sessions = static_cast<unsigned>(
        std::count_if(history.meetings->begin(), history.meetings->end(), counts_as_session));
    return official;
}

}  // namespace server::report
