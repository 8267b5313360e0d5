#include "tests/unit/schedule_sync/fake_schedule.h"

#include <cstdio>

namespace schedule {

using server::app::CaseAppointment;
using server::app::CaseError;
using server::app::CaseReferral;
using server::app::CaseResult;
using server::app::ReferralPage;

std::string uuid(int number) {
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
    return text;
}

domain::ReferralId FakeSchedule::add(int number) {
    const domain::ReferralId id(uuid(number));
    CaseReferral& referral = entries[id].referral;
    referral.id = id;
    referral.reference = "AB" + std::to_string(1000 + number) + "CD";
    referral.contract = domain::ContractRef("OURS");
    referral.crn = "X" + std::to_string(100000 + number);
    referral.first_name = "Alex";
    referral.last_name = "River";
    referral.action_plans = {kPlan};
    return id;
}

CaseAppointment& FakeSchedule::book(const domain::ReferralId& id, int number, base::Instant start) {
    CaseAppointment made;
    made.appointment.id = domain::AppointmentId(uuid(number));
    made.appointment.referral = id;
    made.appointment.start = start;
    made.appointment.action_plan = kPlan;
    made.postcode = "M11AA";
    made.address = "1 Any Street";
    entries[id].sessions.push_back(made);
    return entries[id].sessions.back();
}

CaseResult<ReferralPage> FakeSchedule::referrals(int page) {
    if (page_failure) return tl::unexpected<CaseError>({*page_failure, 0, "It is down."});
    ReferralPage out;
    int index = 0;
    const int first = (page - 1) * rows_a_page;
    for (const auto& [id, entry] : entries) {
        if (index >= first && index < first + rows_a_page) out.referrals.push_back({id, entry.concluded_at});
        ++index;
    }
    out.last = first + rows_a_page >= index;
    return out;
}

CaseResult<CaseReferral> FakeSchedule::referral(const domain::ReferralId& id) {
    read.push_back(id);
    const auto found = entries.find(id);
    if (found == entries.end())
        return tl::unexpected<CaseError>({server::app::CaseFailure::Refused, 404, "Unknown."});
    return found->second.referral;
}

CaseResult<std::vector<CaseAppointment>> FakeSchedule::assessment(const domain::ReferralId& id) {
    looked_into.insert(id);
    return entries[id].assessment;
}

CaseResult<std::vector<CaseAppointment>> FakeSchedule::sessions(const domain::ReferralId& referral,
                                                                const std::string&) {
    if (const auto failure = broken.find(referral); failure != broken.end())
        return tl::unexpected<CaseError>({failure->second, 0, "It cannot be read."});
    return entries[referral].sessions;
}

CaseResult<std::vector<server::app::CasePlan>> FakeSchedule::approved_plans(const domain::ReferralId& id) {
    plans_read.push_back(id);
    if (broken_plans.contains(id))
        return tl::unexpected<CaseError>({server::app::CaseFailure::ServerError, 500, "It cannot be read."});
    return entries[id].plans;
}

}  // namespace schedule
