#pragma once

#include <array>
#include <string>
#include <string_view>

#include "server/figures/referral_history.h"

/// The performance report of Refer and Monitor, a row a referral (docs/performance-report.md).
namespace server::report {

/// Its columns, in their order.
enum class Column : std::size_t {
    ReferralRef,
    ReferralId,
    ContractRef,
    OrganisationId,
    CaseworkerId,
    ServiceUserCrn,
    ReferralReceived,
    AssessmentFirstArranged,
    AssessmentFirstScheduledFor,
    AssessmentFirstNotAttended,
    AssessmentFirstAttended,
    AssessmentFirstCompleted,
    AssessmentAttendedOnTime,
    FirstPlanSubmitted,
    FirstPlanApproved,
    FirstAttendedSession,
    OutcomesWanted,
    OutcomesAchieved,
    SessionsExpected,
    SessionsAttended,
    EndRequestedAt,
    EndRequestedReason,
    EndReportSubmitted,
    ConcludedAt,
    EndState,
    CompleteBy,
    EndOfSentence,
};
inline constexpr std::size_t kColumns = 27;

inline constexpr std::array<std::string_view, kColumns> kColumnNames{"referral_ref",
                                                                     "referral_id",
                                                                     "contract_ref",
                                                                     "organisation_id",
                                                                     "caseworker_id",
                                                                     "service_user_crn",
                                                                     "date_referral_received",
                                                                     "date_saa_first_arranged",
                                                                     "date_saa_first_scheduled_for",
                                                                     "date_saa_first_not_attended",
                                                                     "date_saa_first_attended",
                                                                     "date_saa_first_completed",
                                                                     "saa_attended_on_time",
                                                                     "date_first_action_plan_submitted",
                                                                     "date_of_first_action_plan_approval",
                                                                     "date_of_first_attended_session",
                                                                     "outcomes_to_be_achieved_count",
                                                                     "outcomes_achieved",
                                                                     "count_of_sessions_expected",
                                                                     "count_of_sessions_attended",
                                                                     "end_requested_by_pp_at",
                                                                     "end_requested_by_pp_reason",
                                                                     "date_eosr_submitted",
                                                                     "concluded_at",
                                                                     "referral_end_state",
                                                                     "date_intervention_to_be_completed_by",
                                                                     "end_of_sentence_date"};

constexpr std::size_t place_of(Column column) {
    return static_cast<std::size_t>(column);
}

/// What a column means where the official report has a defect.
enum class Meaning {
    AsItShouldBe,  ///< what its name says
    AsOfficial,    ///< what Refer and Monitor writes there
};

/// A referral with what its history does not hold.
struct PerformanceOf {
    const figures::ReferralHistory& history;
    std::string reference;    ///< empty: not held, or not asked for
    std::string crn;          ///< the same
    base::Instant made_at{};  ///< of the report
};

using PerformanceRow = std::array<std::string, kColumns>;

/// Its cells. Times are of UTC (`2026-10-02T08:02:00Z`), days as `2026-10-02`. What is not known, and what
/// did not happen, is empty.
PerformanceRow performance_row(const PerformanceOf& of, Meaning meaning);

/// Why the hub cannot know what belongs into this column, such as `the case system tells nobody when an
/// appointment was arranged`; empty where it can.
std::string_view why_not_known(const PerformanceOf& of, Column column);

/// What is wrong with this column in the official report; empty where nothing is known to be.
std::string_view known_defect(Column column);

}  // namespace server::report
