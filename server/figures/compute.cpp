#include "server/figures/compute.h"

#include <algorithm>
#include <tuple>

#include "server/figures/items.h"
#include "server/figures/touching.h"

namespace server::figures {
namespace {

void add_items(FigureId id, const ReferralHistory& history, const Period& period, const Rules& rules,
               Items& out) {
    switch (id) {
        case FigureId::Sl002:
            return sl002(history, period, rules, Ica::UntilTheEnd, out);
        case FigureId::Sl002Strict:
            return sl002(history, period, rules, Ica::BeforeTheEndDay, out);
        case FigureId::Sl002Held:
            return sl002(history, period, rules, Ica::Held, out);
        case FigureId::Kp1:
            return kp1(history, period, rules, out);
        case FigureId::Kp2:
            return kp2(history, period, rules, out);
        case FigureId::Kp3:
            return kp3(history, period, rules, Recorded::Shared, out);
        case FigureId::Kp3Drafted:
            return kp3(history, period, rules, Recorded::Drafted, out);
        case FigureId::Kp4:
            return kp4(history, period, rules, out);
        case FigureId::Kp5Offered:
            return kp5_offered(history, period, out);
        case FigureId::Kp5Answered:
            return kp5_answered(history, period, rules, out);
        case FigureId::Kp6:
            return kp6(history, period, rules, out);
        case FigureId::Ds1:
            return ds1(history, period, out);
        case FigureId::Ds2:
            return ds2(history, period, rules, out);
        case FigureId::Ds3:
            return ds3(history, period, rules, out);
        case FigureId::Ds4:
            return ds4(history, period, rules, out);
        case FigureId::Ds5:
            return ds5(history, period, out);
        case FigureId::NonAttendance:
            return non_attendance(history, period, rules, out);
    }
}

/// None unless the target of every month of the period is known.
std::optional<unsigned> expected(const Period& period, const Rules& rules) {
    unsigned sum = 0;
    for (domain::Month month = period.first; month <= period.last; month += std::chrono::months{1}) {
        const auto found = rules.expected_referrals.find(month);
        if (found == rules.expected_referrals.end()) return std::nullopt;
        sum += found->second;
    }
    return sum;
}

}  // namespace

Figure compute(FigureId id, std::span<const ReferralHistory* const> histories, const Period& period,
               const Rules& rules) {
    Figure figure;
    figure.id = id;
    for (const ReferralHistory* history : histories) add_items(id, *history, period, rules, figure.items);
    std::sort(figure.items.begin(), figure.items.end(), [](const Item& a, const Item& b) {
        return std::tie(a.referral, a.subject) < std::tie(b.referral, b.subject);
    });
    if (id == FigureId::Ds1) figure.expected = expected(period, rules);
    return figure;
}

std::vector<Figure> compute_all(std::span<const ReferralHistory* const> histories, const Period& period,
                                const Rules& rules) {
    std::vector<Figure> all;
    for (const Definition& one : definitions()) all.push_back(compute(one.id, histories, period, rules));
    return all;
}

Figure compute(FigureId id, std::span<const ReferralHistory> histories, const Period& period,
               const Rules& rules) {
    return compute(id, touching(histories, period), period, rules);
}

std::vector<Figure> compute_all(std::span<const ReferralHistory> histories, const Period& period,
                                const Rules& rules) {
    return compute_all(touching(histories, period), period, rules);
}

}  // namespace server::figures
