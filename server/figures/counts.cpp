// Figures that look at a referral as a whole: received, completed, and with what outcome.

#include "server/figures/items.h"
#include "server/figures/steps.h"

namespace server::figures {
namespace {

/// A report of the end of the service says that an intervention ended; whether it was completed, and when,
/// only staff say. Where they did not it is not known.
bool ended_unmarked(const ReferralHistory& history, const Period& period) {
    return !history.completed_at && !history.end_requested && history.end_report &&
           period.holds(history.end_report->submitted_at);
}

}  // namespace

void ds1(const ReferralHistory& history, const Period& period, Items& out) {
    if (period.holds(history.received_at)) out.push_back({history.id, "", Verdict::Met, Why::InTime, ""});
}

void ds5(const ReferralHistory& history, const Period& period, Items& out) {
    if (!history.end_report || !period.holds(history.end_report->submitted_at)) return;
    Finding found{Verdict::NotKnown, Why::NotRecorded};
    if (const auto score = history.end_report->score)
        found = *score > 0 ? Finding{Verdict::Met, Why::InTime} : Finding{Verdict::Missed, Why::NotDone};
    out.push_back({history.id, "", found.verdict, found.why, ""});
}

void kp5_offered(const ReferralHistory& history, const Period& period, Items& out) {
    if (ended_unmarked(history, period))
        out.push_back({history.id, "", Verdict::NotKnown, Why::NotRecorded, ""});
    if (!history.completed_at || !period.holds(*history.completed_at)) return;
    Finding found{Verdict::NotKnown, Why::NotRecorded};
    if (const auto& survey = history.exit_survey) {
        const bool offered = survey->offered_at || survey->answered_at || survey->declined;
        found = offered ? Finding{Verdict::Met, Why::InTime} : Finding{Verdict::Missed, Why::NotDone};
        if (!offered && survey->expired) found.why = Why::Expired;
    }
    out.push_back({history.id, "", found.verdict, found.why, ""});
}

void kp5_answered(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    if (ended_unmarked(history, period))
        out.push_back({history.id, "", Verdict::NotKnown, Why::NotRecorded, ""});
    if (!history.completed_at || !period.holds(*history.completed_at)) return;
    Finding found{Verdict::NotKnown, Why::NotRecorded};
    if (const auto& survey = history.exit_survey) {
        Done answered;
        if (survey->answered_at) answered.add(survey->answered_at);
        found = answered.judge(rules.calendar.one_business_day_after(*history.completed_at), rules.as_of);
        if (!survey->answered_at && survey->declined) found = {Verdict::Missed, Why::Declined};
        if (!survey->answered_at && !survey->declined && survey->expired)
            found = {Verdict::Missed, Why::Expired};
    }
    out.push_back({history.id, "", found.verdict, found.why, ""});
}

}  // namespace server::figures
