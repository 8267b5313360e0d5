#include "server/figures/items.h"
#include "server/figures/steps.h"

namespace server::figures {
namespace {

const Meeting* commencement_by(const ReferralHistory& history, Ica rule) {
    return rule == Ica::Held ? held_commencement(history) : commencement(history);
}

bool is_before_the_end(const Meeting& meeting, domain::Date ended, Ica rule) {
    const domain::Date day = domain::london_date(meeting.start);
    return rule == Ica::BeforeTheEndDay ? day < ended : day <= ended;
}

Finding judge(const ReferralHistory& history, domain::Date ended, Ica rule) {
    if (cancelled_the_same_day(history, ended)) return {Verdict::NotCounted, Why::CancelledTheSameDay};
    if (!history.meetings) return {Verdict::NotKnown, Why::AppointmentsNotRead};
    const Meeting* first = commencement_by(history, rule);
    if (first != nullptr && is_before_the_end(*first, ended, rule)) return {Verdict::Met, Why::InTime};
    return ended_without_commencement(history, ended);
}

}  // namespace

void sl002(const ReferralHistory& history, const Period& period, const Rules& rules, Ica rule, Items& out) {
    const auto ended = ended_on(history, rules.as_of);
    if (!ended || !period.holds(*ended)) return;
    const Finding found = judge(history, *ended, rule);
    out.push_back({history.id, "", found.verdict, found.why, ""});
}

}  // namespace server::figures
