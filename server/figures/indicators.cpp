#include "server/figures/indicators.h"

#include <algorithm>

#include "server/figures/ending.h"
#include "server/figures/items.h"
#include "server/figures/steps.h"

namespace server::figures {
namespace {

constexpr std::array<Indicator, kIndicators> kIndicatorList{{
    {IndicatorId::Referrals, "Referrals received", Measure::Count, ""},
    {IndicatorId::LowComplexity, "Referrals received of low complexity", Measure::Count, ""},
    {IndicatorId::MediumComplexity, "Referrals received of medium complexity", Measure::Count, ""},
    {IndicatorId::HighComplexity, "Referrals received of high complexity", Measure::Count, ""},
    {IndicatorId::UnknownComplexity, "Referrals received whose complexity is not known", Measure::Count, ""},
    {IndicatorId::Sources, "Referrals received by source", Measure::NotKnown,
     "the case system does not tell from where a referral came"},
    {IndicatorId::ContactedInTime,
     "Contacted within the agreed time (assessed within 10 business days, as DS2)", Measure::Rate, ""},
    {IndicatorId::Contacts, "Contacts: appointments that were attended", Measure::Count, ""},
    {IndicatorId::UnsuccessfulContacts, "Unsuccessful contacts: appointments that were not attended",
     Measure::Count, ""},
    {IndicatorId::DidNotEngage, "Ended because the person did not engage", Measure::Count, ""},
    {IndicatorId::NotBeforeAssessment, "Of these before an assessment", Measure::Count, ""},
    {IndicatorId::NotBeforePlan, "Of these after the assessment, before a plan was approved", Measure::Count,
     ""},
    {IndicatorId::NotBeforeSession, "Of these with a plan, before a session", Measure::Count, ""},
    {IndicatorId::NotAfterSession, "Of these after a session at least", Measure::Count, ""},
    {IndicatorId::Completed, "Completed: ended without a request to end", Measure::Count, ""},
    {IndicatorId::Sessions, "Average length of support in sessions", Measure::Average, ""},
    {IndicatorId::Weeks, "Average length of support in weeks", Measure::Average, ""},
    {IndicatorId::ProtectedCharacteristics, "Protected characteristics", Measure::NotKnown,
     "the hub keeps none of them with its histories"},
}};

/// Looks at one referral.
class Measuring {
public:
    Measuring(const ReferralHistory& history, const Period& period, const Rules& rules, OfBorough& out)
        : history_(history), period_(period), rules_(rules), out_(out) {}

    void run() {
        if (period_.holds(history_.received_at)) received();
        contacts();
        const auto ended = ended_on(history_, rules_.as_of);
        if (ended && period_.holds(*ended)) over(*ended);
    }

private:
    Measured& of(IndicatorId id) { return out_[place_of(id)]; }

    void received() {
        ++of(IndicatorId::Referrals).number;
        ++of(complexity()).number;
        Items items;
        ds2(history_, period_, rules_, items);
        for (const Item& item : items) {
            Measured& contacted = of(IndicatorId::ContactedInTime);
            contacted.number += item.verdict == Verdict::Met ? 1U : 0U;
            contacted.of += item.verdict == Verdict::Met || item.verdict == Verdict::Missed ? 1U : 0U;
            contacted.not_known += item.verdict == Verdict::NotKnown ? 1U : 0U;
        }
        if (history_.meetings) return;
        for (const IndicatorId id : {IndicatorId::Contacts, IndicatorId::UnsuccessfulContacts})
            ++of(id).not_known;
    }

    IndicatorId complexity() const {
        switch (history_.complexity) {
            case Complexity::Low:
                return IndicatorId::LowComplexity;
            case Complexity::Medium:
                return IndicatorId::MediumComplexity;
            case Complexity::High:
                return IndicatorId::HighComplexity;
            case Complexity::NotKnown:
                return IndicatorId::UnknownComplexity;
        }
        return IndicatorId::UnknownComplexity;
    }

    void contacts() {
        if (!history_.meetings) return;
        for (const Meeting& meeting : *history_.meetings) {
            if (!meeting.stands || !meeting.attendance || !period_.holds(meeting.start)) continue;
            ++of(attended(meeting) ? IndicatorId::Contacts : IndicatorId::UnsuccessfulContacts).number;
        }
    }

    void over(domain::Date ended) {
        if (end_reason(history_, ended) == EndReason::Disengaged) {
            ++of(IndicatorId::DidNotEngage).number;
            point_of_disengaging();
        }
        if (history_.concluded_at && !history_.end_requested) ++of(IndicatorId::Completed).number;
        length(ended);
    }

    void point_of_disengaging() {
        const auto approved = plan_approved(history_);
        if (!history_.meetings)
            ++of(IndicatorId::DidNotEngage).not_known;
        else if (commencement(history_) != nullptr)
            ++of(IndicatorId::NotAfterSession).number;
        else if (first_attended_assessment(history_) == nullptr)
            ++of(IndicatorId::NotBeforeAssessment).number;
        else if (!approved)
            ++of(IndicatorId::DidNotEngage).not_known;
        else
            ++of(*approved ? IndicatorId::NotBeforeSession : IndicatorId::NotBeforePlan).number;
    }

    /// Of those who had a session at least.
    void length(domain::Date ended) {
        constexpr unsigned kTenthsOfOne = 10;
        constexpr unsigned kDaysAWeek = 7;
        if (!history_.meetings) {
            ++of(IndicatorId::Sessions).not_known;
            ++of(IndicatorId::Weeks).not_known;
            return;
        }
        const Meeting* first = commencement(history_);
        if (first == nullptr) return;
        const auto sessions =
            std::count_if(history_.meetings->begin(), history_.meetings->end(), [](const Meeting& meeting) {
                return meeting.stands && attended(meeting) &&
                       meeting.type == domain::AppointmentType::Delivery;
            });
        of(IndicatorId::Sessions).number += static_cast<unsigned>(sessions) * kTenthsOfOne;
        ++of(IndicatorId::Sessions).of;
        const auto days =
            std::chrono::sys_days{ended} - std::chrono::sys_days{domain::london_date(first->start)};
        const auto tenths = std::max<long>(0, days.count()) * kTenthsOfOne;
        of(IndicatorId::Weeks).number += static_cast<unsigned>(tenths + kDaysAWeek / 2) / kDaysAWeek;
        ++of(IndicatorId::Weeks).of;
    }

    const ReferralHistory& history_;
    const Period& period_;
    const Rules& rules_;
    OfBorough& out_;
};

}  // namespace

std::span<const Indicator> indicators() {
    return kIndicatorList;
}

std::string borough_of(const domain::ContractRef& contract) {
    const std::string& text = contract.text();
    const std::size_t first = text.find('_');
    const std::size_t last = text.rfind('_');
    if (first == std::string::npos || last <= first + 1) return text;
    std::string name = text.substr(first + 1, last - first - 1);
    for (std::size_t i = 1; i < name.size(); ++i)
        if (name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] - 'A' + 'a');
    return name;
}

std::map<std::string, OfBorough> measure(std::span<const ReferralHistory* const> histories,
                                         const Period& period, const Rules& rules) {
    std::map<std::string, OfBorough> by_borough;
    for (const ReferralHistory* history : histories)
        Measuring(*history, period, rules, by_borough[borough_of(history->contract)]).run();
    return by_borough;
}

}  // namespace server::figures
