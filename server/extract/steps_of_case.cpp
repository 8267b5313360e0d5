#include "server/extract/steps_of_case.h"

#include <algorithm>

namespace server::extract {
namespace {

using domain::Attendance;
using figures::Meeting;
using figures::ReferralHistory;

bool is(const Meeting& meeting, Which which) {
    const bool attended = meeting.attendance == Attendance::Yes || meeting.attendance == Attendance::Late;
    switch (which) {
        case Which::All:
            return true;
        case Which::Attended:
            return attended;
        case Which::Late:
            return meeting.attendance == Attendance::Late;
        case Which::Missed:
            return meeting.attendance == Attendance::No;
        case Which::NotHeld:
            return attended && meeting.session_held == false;
    }
    return false;
}

void take_earlier(std::optional<base::Instant>& kept, const std::optional<base::Instant>& at) {
    if (at && (!kept || *at < *kept)) kept = at;
}

}  // namespace

std::optional<base::Instant> first_start(const ReferralHistory& history, domain::AppointmentType type,
                                         Which which) {
    std::optional<base::Instant> first;
    if (!history.meetings) return first;
    for (const Meeting& one : *history.meetings) {
        if (one.stands && one.type == type && is(one, which)) take_earlier(first, one.start);
    }
    return first;
}

Value count_of(const ReferralHistory& history, Which which) {
    if (!history.meetings) return {};
    return std::int64_t{
        std::count_if(history.meetings->begin(), history.meetings->end(), [which](const Meeting& one) {
            return one.stands && one.type == domain::AppointmentType::Delivery && is(one, which);
        })};
}

std::optional<base::Instant> first_plan_submitted(const ReferralHistory& history) {
    std::optional<base::Instant> first;
    if (!history.plans) return first;
    for (const figures::Plan& one : *history.plans) take_earlier(first, one.submitted_at);
    return first;
}

std::optional<bool> plan_was_approved(const ReferralHistory& history) {
    if (!history.plans) return std::nullopt;
    return std::any_of(history.plans->begin(), history.plans->end(),
                       [](const figures::Plan& one) { return one.approved; });
}

}  // namespace server::extract
