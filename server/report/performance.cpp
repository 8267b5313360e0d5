#include "server/report/performance.h"

#include <algorithm>

#include "server/figures/steps.h"
#include "server/report/official_meaning.h"
#include "shared/domain/date.h"

namespace server::report {
namespace {

using domain::AppointmentType;
using figures::Meeting;
using figures::ReferralHistory;

std::string text_of(const std::optional<base::Instant>& at) {
    return at ? base::to_text(*at) : "";
}
std::string text_of(const std::optional<domain::Date>& day) {
    return day ? domain::to_text(*day) : "";
}
std::string text_of(const std::optional<unsigned>& number) {
    return number ? std::to_string(*number) : "";
}
/// `1.5`, `2.0`.
std::string text_of(const std::optional<double>& score) {
    constexpr int kTenthsOfOne = 10;
    if (!score) return "";
    const auto tenths = static_cast<long>(*score * kTenthsOfOne + 0.5);
    return std::to_string(tenths / kTenthsOfOne) + '.' + std::to_string(tenths % kTenthsOfOne);
}

std::optional<base::Instant> start_of(const Meeting* meeting) {
    return meeting == nullptr ? std::nullopt : std::optional(meeting->start);
}

template <class Counts>
const Meeting* earliest_assessment(const ReferralHistory& history, Counts counts) {
    const Meeting* found = nullptr;
    if (!history.meetings) return found;
    for (const Meeting& meeting : *history.meetings) {
        if (meeting.type != AppointmentType::SupplierAssessment || !counts(meeting)) continue;
        if (found == nullptr || meeting.start < found->start) found = &meeting;
    }
    return found;
}

std::optional<base::Instant> earliest(const ReferralHistory& history,
                                      std::optional<base::Instant> figures::Plan::*time) {
    std::optional<base::Instant> found;
    for (const figures::Plan& plan : history.plans.value_or(std::vector<figures::Plan>()))
        if (plan.*time && (!found || *(plan.*time) < *found)) found = plan.*time;
    return found;
}

std::string end_state(const ReferralHistory& history, bool has_end_report) {
    if (!history.concluded_at) return "";
    if (!history.end_requested) return "completed";
    return has_end_report ? "ended" : "cancelled";
}

/// Whose work this is to fill: each sets some of the columns.
class Row {
public:
    explicit Row(const PerformanceOf& of) : of_(of), history_(of.history) {}

    PerformanceRow fill(Meaning meaning) {
        who();
        ends();
        switch (meaning) {
            case Meaning::AsItShouldBe:
                steps();
                break;
            case Meaning::AsOfficial:
                official_steps();
                break;
        }
        return std::move(row_);
    }

private:
    std::string& operator[](Column column) { return row_[place_of(column)]; }

    void who() {
        (*this)[Column::ReferralRef] = of_.reference;
        (*this)[Column::ReferralId] = history_.id.text();
        (*this)[Column::ContractRef] = history_.contract.text();
        (*this)[Column::ServiceUserCrn] = of_.crn;
        (*this)[Column::ReferralReceived] = base::to_text(history_.received_at);
        if (!history_.details) return;
        (*this)[Column::OrganisationId] = history_.details->organisation;
        (*this)[Column::CaseworkerId] = history_.details->caseworker;
        (*this)[Column::CompleteBy] = text_of(history_.details->complete_by);
        (*this)[Column::OutcomesWanted] = text_of(history_.details->outcomes_wanted);
    }

    void ends() {
        if (history_.details) {
            (*this)[Column::EndRequestedAt] = text_of(history_.details->end_requested_at);
            (*this)[Column::EndRequestedReason] = history_.details->end_requested_reason;
        }
        if (history_.end_report)
            (*this)[Column::EndReportSubmitted] = base::to_text(history_.end_report->submitted_at);
        (*this)[Column::ConcludedAt] = text_of(history_.concluded_at);
        (*this)[Column::FirstPlanSubmitted] = text_of(earliest(history_, &figures::Plan::submitted_at));
        (*this)[Column::FirstPlanApproved] = text_of(earliest(history_, &figures::Plan::approved_at));
        const Meeting* first = earliest_assessment(history_, [](const Meeting&) { return true; });
        (*this)[Column::AssessmentFirstScheduledFor] = text_of(start_of(first));
        (*this)[Column::EndOfSentence] = text_of(history_.expiry);
    }

    void steps() {
        const Meeting* attended = figures::first_attended_assessment(history_);
        (*this)[Column::AssessmentFirstNotAttended] =
            text_of(start_of(earliest_assessment(history_, [](const Meeting& one) {
                return one.stands && one.attendance == domain::Attendance::No;
            })));
        (*this)[Column::AssessmentFirstAttended] = text_of(start_of(attended));
        (*this)[Column::AssessmentFirstCompleted] =
            text_of(start_of(earliest_assessment(history_, [](const Meeting& one) {
                return one.stands && figures::attended(one) && one.session_held.value_or(true);
            })));
        if (attended != nullptr)
            (*this)[Column::AssessmentAttendedOnTime] =
                attended->attendance == domain::Attendance::Yes ? "true" : "false";
        (*this)[Column::FirstAttendedSession] = text_of(start_of(figures::commencement(history_)));
        if (history_.meetings)
            (*this)[Column::SessionsAttended] = std::to_string(
                std::count_if(history_.meetings->begin(), history_.meetings->end(), [](const Meeting& one) {
                    return one.type == AppointmentType::Delivery && one.stands && figures::attended(one);
                }));
        if (history_.end_report) (*this)[Column::OutcomesAchieved] = text_of(history_.end_report->score);
        (*this)[Column::EndState] = end_state(history_, history_.end_report.has_value());
    }

    void official_steps() {
        const OfficialMeaning official = official_meaning(of_);
        (*this)[Column::AssessmentFirstNotAttended] = text_of(official.assessment_not_attended);
        (*this)[Column::AssessmentFirstAttended] = text_of(official.assessment_attended);
        (*this)[Column::AssessmentFirstCompleted] = text_of(official.assessment_completed);
        if (history_.meetings)
            (*this)[Column::AssessmentAttendedOnTime] = official.on_time ? "true" : "false";
        (*this)[Column::FirstAttendedSession] = text_of(official.first_session);
        (*this)[Column::SessionsAttended] = text_of(official.sessions);
        (*this)[Column::OutcomesAchieved] = text_of(official.outcomes_achieved);
        (*this)[Column::EndState] = end_state(history_, official.has_end_report);
    }

    const PerformanceOf& of_;
    const ReferralHistory& history_;
    PerformanceRow row_{};
};

}  // namespace

PerformanceRow performance_row(const PerformanceOf& of, Meaning meaning) {
    return Row(of).fill(meaning);
}

}  // namespace server::report
