#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "server/figures/compute.h"

namespace server::figures {

/// What the record says, of what it could say.
struct Completeness {
    std::string_view what;  ///< such as `sessions and assessments were read`
    Rate known;
    std::vector<domain::ReferralId> missing;  ///< where it is not known; each once

    bool operator==(const Completeness&) const = default;
};

/// How complete the data behind the figures is, as of rules.as_of. Always the same rows in the same order.
std::vector<Completeness> data_quality(std::span<const ReferralHistory> histories, const Rules& rules);

}  // namespace server::figures
