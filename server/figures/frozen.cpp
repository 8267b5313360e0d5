#include "server/figures/frozen.h"

#include <map>
#include <tuple>

namespace server::figures {
namespace {

constexpr char kExcused[] = "yes";

std::string words_of(const Item& item) {
    std::string words(to_words(item.why));
    return item.mitigation.empty() ? words : words + " and excused";
}

using Key = std::tuple<domain::ReferralId, std::string>;
/// The same thing may be looked at more than once; what it stands for is then all of it.
using Standings = std::multimap<Key, std::string>;

/// Takes out of both what is in both.
void leave_differences(Standings& then, Standings& now) {
    for (auto one = then.begin(); one != then.end();) {
        auto [same, last] = now.equal_range(one->first);
        while (same != last && same->second != one->second) ++same;
        if (same == last) {
            ++one;
            continue;
        }
        now.erase(same);
        one = then.erase(one);
    }
}

}  // namespace

std::optional<domain::Date> freezing_day(domain::Month month, const domain::Calendar& calendar) {
    return calendar.nth_business_day(month + std::chrono::months{1}, kFrozenOn);
}

std::optional<base::Instant> frozen_from(domain::Month month, const domain::Calendar& calendar) {
    const auto day = freezing_day(month, calendar);
    return day ? std::optional(domain::start_of(domain::next_day(*day))) : std::nullopt;
}

Rate Counts::unmitigated() const {
    if (id == FigureId::Ds1) return {met, expected.value_or(0)};
    return {met, met + missed};
}

Rate Counts::mitigated() const {
    Rate rate = unmitigated();
    rate.count += excused;
    return rate;
}

Counts counts_of(const Figure& figure) {
    Counts counts{figure.id, 0, 0, 0, 0, figure.expected};
    counts.met = figure.count(Verdict::Met);
    counts.missed = figure.count(Verdict::Missed);
    counts.not_known = figure.count(Verdict::NotKnown);
    counts.excused = figure.mitigated().count - figure.unmitigated().count;
    return counts;
}

Counts sum(const Counts& one, const Counts& other) {
    Counts both{one.id,
                one.met + other.met,
                one.missed + other.missed,
                one.excused + other.excused,
                one.not_known + other.not_known,
                std::nullopt};
    if (one.expected && other.expected) both.expected = *one.expected + *other.expected;
    return both;
}

std::vector<FrozenItem> frozen_items(std::span<const Figure> figures) {
    std::vector<FrozenItem> items;
    for (const Figure& figure : figures) {
        for (const Item& item : figure.items) {
            items.push_back({figure.id, item});
            if (!item.mitigation.empty()) items.back().item.mitigation = kExcused;
        }
    }
    return items;
}

std::string why_it_differs(const Counts& then, std::span<const FrozenItem> items_then, const Figure& now) {
    Standings before;
    Standings after;
    for (const FrozenItem& one : items_then)
        if (one.figure == now.id)
            before.emplace(Key(one.item.referral, one.item.subject), words_of(one.item));
    for (const Item& item : now.items) after.emplace(Key(item.referral, item.subject), words_of(item));
    leave_differences(before, after);

    std::map<std::string, unsigned> changes;
    const auto note = [&changes](const std::string& was, const std::string& is) {
        ++changes["'" + was + "' became '" + is + "'"];
    };
    for (const auto& [key, was] : before) {
        const auto is = after.find(key);
        note(was, is == after.end() ? "no longer held" : is->second);
        if (is != after.end()) after.erase(is);
    }
    for (const auto& [key, is] : after) note("not there", is);

    std::string words;
    for (const auto& [change, count] : changes)
        words += (words.empty() ? "" : "; ") + std::to_string(count) + " " + change;
    if (then.expected != now.expected)
        words += (words.empty() ? "" : "; ") + std::string("another target of the contract");
    if (words.empty() && counts_of(now) != then) return "what it was made of is no longer held";
    return words.empty() ? "-" : words;
}

}  // namespace server::figures
