#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "server/figures/frozen.h"

/// A figure by the complexity of the referrals behind it.
namespace server::figures {

using Complexities = std::map<domain::ReferralId, Complexity>;
Complexities complexities_of(std::span<const ReferralHistory* const> histories);

/// `low`, `medium`, `high`, `not known`.
std::string_view to_words(Complexity complexity);

struct OfComplexity {
    Complexity complexity = Complexity::NotKnown;
    Counts counts;  ///< nothing is expected by complexity: of DS1 there is no rate

    bool operator==(const OfComplexity&) const = default;
};
/// Low, medium, high, not known: always the four. Together they are the figure's own counts.
std::vector<OfComplexity> by_complexity(const Figure& figure, const Complexities& complexities);

}  // namespace server::figures
