#include "server/figures/figure.h"

#include <algorithm>

namespace server::figures {

std::string_view to_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::Met:
            return "met";
        case Verdict::Missed:
            return "missed";
        case Verdict::LeftOut:
            return "left out";
        case Verdict::NotKnown:
            return "not known";
        case Verdict::NotCounted:
            return "not counted";
    }
    return "";
}

std::string_view to_words(Why why) {
    switch (why) {
        case Why::InTime:
            return "done";
        case Why::TooLate:
            return "too late";
        case Why::NotDone:
            return "not done";
        case Why::Declined:
            return "declined by the person";
        case Why::Expired:
            return "its offer ended unanswered";
        case Why::EndedWithoutIt:
            return "ended without it, for a reason that counts";
        case Why::NotDueYet:
            return "not due yet";
        case Why::NoPlanApproved:
            return "ended before an action plan was approved";
        case Why::NeutralEnd:
            return "ended for a reason that counts neither way";
        case Why::UndeterminedEnd:
            return "ended for a reason that is not told";
        case Why::CancelledTheSameDay:
            return "cancelled on the day it was made";
        case Why::EndedBeforeItWasDue:
            return "ended before it was due";
        case Why::NotSuitable:
            return "no action plan was approved";
        case Why::AppointmentsNotRead:
            return "not known: its appointments were not read";
        case Why::PlansNotRead:
            return "not known: its action plans were not read";
        case Why::TimeNotKnown:
            return "not known: done, and nothing says when";
        case Why::NotRecorded:
            return "not known: the hub holds nothing of it";
    }
    return "";
}

std::string to_text(const Rate& rate) {
    if (rate.of == 0) return "-";
    constexpr unsigned long kTenthsOfAll = 1000;
    const unsigned long tenths = (2 * kTenthsOfAll * rate.count + rate.of) / (2UL * rate.of);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

unsigned Figure::count(Verdict verdict) const {
    return static_cast<unsigned>(std::count_if(
        items.begin(), items.end(), [verdict](const Item& one) { return one.verdict == verdict; }));
}

Rate Figure::unmitigated() const {
    const unsigned met = count(Verdict::Met);
    if (id == FigureId::Ds1) return {met, expected.value_or(0)};
    return {met, met + count(Verdict::Missed)};
}

Rate Figure::mitigated() const {
    Rate rate = unmitigated();
    for (const Item& item : items)
        if (item.verdict == Verdict::Missed && !item.mitigation.empty()) ++rate.count;
    return rate;
}

Standing Figure::standing() const {
    return standing_of(id, unmitigated(), count(Verdict::NotKnown));
}

Standing standing_of(FigureId id, const Rate& unmitigated, unsigned not_known) {
    if (unmitigated.of == 0) {
        const bool unknown = not_known > 0 || id == FigureId::Ds1;
        return unknown ? Standing::NotKnown : Standing::NothingToTell;
    }
    const Definition& held_to = definition(id);
    const unsigned long hundredfold = 100UL * unmitigated.count;
    if (hundredfold >= static_cast<unsigned long>(held_to.target_percent) * unmitigated.of)
        return Standing::OnTarget;
    if (hundredfold < static_cast<unsigned long>(held_to.trigger_percent) * unmitigated.of)
        return Standing::BelowTrigger;
    return Standing::BelowTarget;
}

}  // namespace server::figures
