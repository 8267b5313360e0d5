// Figures that look at how soon one step of a referral followed another.

#include "server/figures/items.h"
#include "server/figures/steps.h"

namespace server::figures {
namespace {

void add(const ReferralHistory& history, FigureId id, const Finding& found, Items& out) {
    Item item{history.id, "", found.verdict, found.why, ""};
    const auto excuse = history.mitigations.find(id);
    if (found.verdict == Verdict::Missed && excuse != history.mitigations.end())
        item.mitigation = excuse->second;
    out.push_back(std::move(item));
}

bool ended_by(const ReferralHistory& history, base::Instant due, const Rules& rules) {
    const auto ended = ended_on(history, rules.as_of);
    return ended && domain::start_of(*ended) < due;
}

/// What was not done is left out when the referral ended before it was due.
Finding unless_ended(const Done& done, const ReferralHistory& history, base::Instant due,
                     const Rules& rules) {
    if (!done.any() && ended_by(history, due, rules)) return {Verdict::LeftOut, Why::EndedBeforeItWasDue};
    return done.judge(due, rules.as_of);
}

/// The end of the time for it, if that began in the period. A referral whose appointments were not read
/// stands in the period in which it was received.
std::optional<base::Instant> due_of(const ReferralHistory& history, const Period& period, const Rules& rules,
                                    FigureId id, Items& out) {
    if (!history.meetings) {
        if (period.holds(history.received_at))
            add(history, id, {Verdict::NotKnown, Why::AppointmentsNotRead}, out);
        return std::nullopt;
    }
    const auto from = counted_from(id, history);
    if (!from || !period.holds(*from)) return std::nullopt;
    return rules.calendar.business_days_after(*from, business_days_for(id));
}

void plan_within(const ReferralHistory& history, const Period& period, const Rules& rules, FigureId id,
                 Items& out) {
    const auto due = due_of(history, period, rules, id, out);
    if (!due) return;
    if (!history.plans) return add(history, id, {Verdict::NotKnown, Why::PlansNotRead}, out);
    Done submitted;
    for (const Plan& plan : *history.plans) submitted.add(plan.submitted_at);
    add(history, id, unless_ended(submitted, history, *due, rules), out);
}

/// Of a referral without a commencement, whose assessment was attended.
Finding judge_without(const ReferralHistory& history, base::Instant due, const Rules& rules) {
    if (ended_by(history, due, rules)) {
        const Finding end = ended_without_commencement(history, *ended_on(history, rules.as_of));
        return end.verdict == Verdict::LeftOut ? Finding{Verdict::LeftOut, Why::EndedBeforeItWasDue} : end;
    }
    if (rules.as_of < due) return {Verdict::LeftOut, Why::NotDueYet};
    const auto suitable = plan_approved(history);
    if (!suitable) return {Verdict::NotKnown, Why::PlansNotRead};
    if (!*suitable) return {Verdict::LeftOut, Why::NotSuitable};
    return {Verdict::Missed, Why::NotDone};
}

}  // namespace

void kp2(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    plan_within(history, period, rules, FigureId::Kp2, out);
}

void ds3(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    plan_within(history, period, rules, FigureId::Ds3, out);
}

void kp6(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    const auto due = due_of(history, period, rules, FigureId::Kp6, out);
    if (!due) return;
    const Meeting* first = commencement(history);
    if (first == nullptr) return add(history, FigureId::Kp6, judge_without(history, *due, rules), out);
    Done attended;
    attended.add(first->start);
    add(history, FigureId::Kp6, attended.judge(*due, rules.as_of), out);
}

void ds2(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    const auto due = due_of(history, period, rules, FigureId::Ds2, out);
    if (!due) return;
    Done assessed;
    if (const Meeting* first = first_attended_assessment(history)) assessed.add(first->start);
    add(history, FigureId::Ds2, unless_ended(assessed, history, *due, rules), out);
}

void ds4(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    const auto due = due_of(history, period, rules, FigureId::Ds4, out);
    if (!due) return;
    if (!history.start_rating) return add(history, FigureId::Ds4, {Verdict::NotKnown, Why::NotRecorded}, out);
    if (history.start_rating->declined && !history.start_rating->answered_at)
        return add(history, FigureId::Ds4, {Verdict::Missed, Why::Declined}, out);
    Done rated;
    if (history.start_rating->answered_at) rated.add(history.start_rating->answered_at);
    add(history, FigureId::Ds4, unless_ended(rated, history, *due, rules), out);
}

}  // namespace server::figures
