// What is known of each column of the performance report, in words.

#include "server/report/performance.h"

namespace server::report {

std::string_view why_not_known(const PerformanceOf& of, Column column) {
    constexpr std::string_view kNotRead = "this referral's sessions and assessments were not read";
    constexpr std::string_view kPlansNotRead = "this referral's action plans were not read";
    constexpr std::string_view kNoDetails = "the hub read this referral before it kept such details";
    const auto unless = [](bool known, std::string_view why) {
        return known ? std::string_view() : why;
    };
    const figures::ReferralHistory& history = of.history;
    switch (column) {
        case Column::ReferralId:
        case Column::ContractRef:
        case Column::ReferralReceived:
        case Column::EndReportSubmitted:
        case Column::ConcludedAt:
        case Column::EndState:
            return {};
        case Column::ReferralRef:
            return unless(!of.reference.empty(), "this person is no longer on the hub's daily list");
        case Column::ServiceUserCrn:
            return unless(!of.crn.empty(),
                          "it was not asked for, or the person is no longer on the hub's daily list");
        case Column::AssessmentFirstArranged:
            return "the case system tells nobody when an appointment was arranged";
        case Column::SessionsExpected:
            return "the hub does not read how many sessions a plan foresees";
        case Column::EndOfSentence:
            return "the case system does not tell the hub when a sentence ends";
        case Column::AssessmentFirstScheduledFor:
        case Column::AssessmentFirstNotAttended:
        case Column::AssessmentFirstAttended:
        case Column::AssessmentFirstCompleted:
        case Column::AssessmentAttendedOnTime:
        case Column::FirstAttendedSession:
        case Column::SessionsAttended:
            return unless(history.meetings.has_value(), kNotRead);
        case Column::FirstPlanSubmitted:
        case Column::FirstPlanApproved:
            return unless(history.plans.has_value(), kPlansNotRead);
        case Column::OrganisationId:
        case Column::CaseworkerId:
        case Column::OutcomesWanted:
        case Column::OutcomesAchieved:
        case Column::EndRequestedAt:
        case Column::EndRequestedReason:
        case Column::CompleteBy:
            return unless(history.details.has_value(), kNoDetails);
    }
    return {};
}

std::string_view known_defect(Column column) {
    switch (column) {
        case Column::AssessmentFirstNotAttended:
        case Column::AssessmentFirstAttended:
            return "the official report counts appointments that were moved to another time";
        case Column::AssessmentFirstCompleted:
            return "the official report counts only assessments said to have been held, moved ones too, and "
                   "none "
                   "recorded as LATE";
        case Column::AssessmentAttendedOnTime:
            return "the official report says true of whoever is late by the flag, and false where nobody "
                   "attended";
        case Column::FirstAttendedSession:
            return "the official report leaves out sessions that were not held or are recorded as LATE, and "
                   "shows "
                   "the time at which it was made where there is none";
        case Column::SessionsAttended:
            return "the official report leaves out sessions that were not held or are recorded as LATE, and "
                   "all "
                   "while no plan is approved";
        case Column::OutcomesAchieved:
            return "the official report takes equal sums of achieved and partly achieved outcomes for one, "
                   "and "
                   "shows 0.0 for a draft";
        case Column::EndState:
            return "the official report says ended, not cancelled, as soon as an end-of-service report is "
                   "begun";
        case Column::CompleteBy:
            return "the official report has shown the day of the conclusion there";
        case Column::ReferralRef:
        case Column::ReferralId:
        case Column::ContractRef:
        case Column::OrganisationId:
        case Column::CaseworkerId:
        case Column::ServiceUserCrn:
        case Column::ReferralReceived:
        case Column::AssessmentFirstArranged:
        case Column::AssessmentFirstScheduledFor:
        case Column::FirstPlanSubmitted:
        case Column::FirstPlanApproved:
        case Column::OutcomesWanted:
        case Column::SessionsExpected:
        case Column::EndRequestedAt:
        case Column::EndRequestedReason:
        case Column::EndReportSubmitted:
        case Column::ConcludedAt:
        case Column::EndOfSentence:
            return {};
    }
    return {};
}

}  // namespace server::report
