#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/figures/compute.h"

/// What a month's figures were when the month was frozen (docs/figures.md, "Frozen months").
namespace server::figures {

/// The business day of the next month at whose end a month stands still.
inline constexpr unsigned kFrozenOn = 16;

/// The last day on which a month's figures may still move; none where the next month is too short.
std::optional<domain::Date> freezing_day(domain::Month month, const domain::Calendar& calendar);
/// From this instant on they stand still.
std::optional<base::Instant> frozen_from(domain::Month month, const domain::Calendar& calendar);

/// The numbers of one figure, without what they were made of: nothing in them leads to a person.
struct Counts {
    FigureId id = FigureId::Sl002;
    unsigned met = 0;
    unsigned missed = 0;
    unsigned excused = 0;  ///< of the missed ones: staff gave a reason that excuses it
    unsigned not_known = 0;
    std::optional<unsigned> expected;  ///< of DS1, as in Figure

    Rate unmitigated() const;
    Rate mitigated() const;
    bool operator==(const Counts&) const = default;
};
Counts counts_of(const Figure& figure);
/// Of several months or hubs together. What is expected is known only where it is known of each.
Counts sum(const Counts& one, const Counts& other);

/// How one figure stood to one thing when the month was frozen.
struct FrozenItem {
    FigureId figure = FigureId::Sl002;
    Item item;  ///< its mitigation is `yes` where it was excused: staff's words are not kept

    bool operator==(const FrozenItem&) const = default;
};
std::vector<FrozenItem> frozen_items(std::span<const Figure> figures);

struct FrozenMonth {
    domain::Month month;
    base::Instant at{};  ///< when it was frozen
    std::vector<Counts> figures;
    /// Referrals that could not be read then: the figures may lack them. Absent: it was frozen before this
    /// was kept.
    std::optional<unsigned> not_read{};

    bool operator==(const FrozenMonth&) const = default;
};

/// Why a figure is another now than when it was frozen, such as `1 'not done' became 'done'; 2 'not there'
/// became 'done'`: the later word is late data. `-` when nothing is different. What is no longer held cannot
/// be told apart from what the case system no longer lists.
std::string why_it_differs(const Counts& then, std::span<const FrozenItem> items_then, const Figure& now);

}  // namespace server::figures
