#include "server/figures/steps.h"

#include <algorithm>
#include <tuple>

namespace server::figures {
namespace {

template <class Wanted>
const Meeting* earliest(const ReferralHistory& history, Wanted wanted) {
    const Meeting* found = nullptr;
    if (!history.meetings) return found;
    for (const Meeting& meeting : *history.meetings) {
        if (!wanted(meeting)) continue;
        if (found == nullptr || std::tie(meeting.start, meeting.id) < std::tie(found->start, found->id))
            found = &meeting;
    }
    return found;
}

bool is_attended_delivery(const Meeting& meeting) {
    return meeting.type == domain::AppointmentType::Delivery && attended(meeting);
}

}  // namespace

bool attended(const Meeting& meeting) {
    return meeting.stands &&
           (meeting.attendance == domain::Attendance::Yes || meeting.attendance == domain::Attendance::Late);
}

const Meeting* first_attended_assessment(const ReferralHistory& history) {
    return earliest(history, [](const Meeting& meeting) {
        return meeting.type == domain::AppointmentType::SupplierAssessment && attended(meeting);
    });
}

const Meeting* commencement(const ReferralHistory& history) {
    return earliest(history, is_attended_delivery);
}

const Meeting* held_commencement(const ReferralHistory& history) {
    return earliest(history, [](const Meeting& meeting) {
        return is_attended_delivery(meeting) && meeting.session_held.value_or(false);
    });
}

unsigned business_days_for(FigureId id) {
    constexpr unsigned kPlanShared = 1;
    constexpr unsigned kPlan = 5;
    constexpr unsigned kOtherSteps = 10;
    if (id == FigureId::Kp2) return kPlanShared;
    if (id == FigureId::Ds3) return kPlan;
    return id == FigureId::Kp6 || id == FigureId::Ds2 || id == FigureId::Ds4 ? kOtherSteps : 0;
}

std::optional<base::Instant> counted_from(FigureId id, const ReferralHistory& history) {
    if (id == FigureId::Ds2) return history.received_at;
    const Meeting* assessment = first_attended_assessment(history);
    return assessment == nullptr ? std::nullopt : std::optional(assessment->start);
}

std::optional<bool> plan_approved(const ReferralHistory& history) {
    if (!history.plans) return std::nullopt;
    return std::any_of(history.plans->begin(), history.plans->end(),
                       [](const Plan& plan) { return plan.approved; });
}

void Done::add(std::optional<base::Instant> at) {
    if (!at)
        some_unknown_ = true;
    else if (!earliest_ || *at < *earliest_)
        earliest_ = at;
}

Finding Done::judge(base::Instant too_late_from, base::Instant as_of) const {
    if (earliest_ && *earliest_ < too_late_from) return {Verdict::Met, Why::InTime};
    if (some_unknown_) return {Verdict::NotKnown, Why::TimeNotKnown};
    if (earliest_) return {Verdict::Missed, Why::TooLate};
    if (as_of < too_late_from) return {Verdict::LeftOut, Why::NotDueYet};
    return {Verdict::Missed, Why::NotDone};
}

Finding ended_without_commencement(const ReferralHistory& history, domain::Date ended) {
    const auto approved = plan_approved(history);
    if (approved == false) return {Verdict::LeftOut, Why::NoPlanApproved};
    const auto reason = end_reason(history, ended);
    if (!reason) return {Verdict::LeftOut, Why::UndeterminedEnd};
    if (!is_negative(*reason)) return {Verdict::LeftOut, Why::NeutralEnd};
    if (!approved) return {Verdict::NotKnown, Why::PlansNotRead};
    return {Verdict::Missed, Why::EndedWithoutIt};
}

}  // namespace server::figures
