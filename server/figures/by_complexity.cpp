#include "server/figures/by_complexity.h"

#include <array>

namespace server::figures {

Complexities complexities_of(std::span<const ReferralHistory* const> histories) {
    Complexities complexities;
    for (const ReferralHistory* history : histories) complexities.emplace(history->id, history->complexity);
    return complexities;
}

std::string_view to_words(Complexity complexity) {
    switch (complexity) {
        case Complexity::Low:
            return "low";
        case Complexity::Medium:
            return "medium";
        case Complexity::High:
            return "high";
        case Complexity::NotKnown:
            return "not known";
    }
    return "";
}

std::vector<OfComplexity> by_complexity(const Figure& figure, const Complexities& complexities) {
    std::map<Complexity, Figure> parts;
    for (const Item& item : figure.items) {
        const auto found = complexities.find(item.referral);
        parts[found == complexities.end() ? Complexity::NotKnown : found->second].items.push_back(item);
    }
    std::vector<OfComplexity> all;
    for (const Complexity one :
         {Complexity::Low, Complexity::Medium, Complexity::High, Complexity::NotKnown}) {
        parts[one].id = figure.id;
        all.push_back({one, counts_of(parts[one])});
    }
    return all;
}

}  // namespace server::figures
