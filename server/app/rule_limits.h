#pragma once

#include <chrono>
#include <cstddef>

#include "server/app/rule_change.h"
#include "shared/base/result.h"

/// What a rule can be at all, whatever is in force.
namespace server::app {

inline constexpr std::chrono::minutes kGraceMax{60};
/// More than kiosks will ever speak.
inline constexpr std::size_t kLanguagesMax = 100;

/// InvalidInput, in words for whoever wants it: hours that end before they begin, a grace below zero or over
/// kGraceMax, a language without a tag or twice, more than kLanguagesMax of them. A store keeps nothing else,
/// for what it could not read again would stand before every request.
base::Done within_limits(const RuleValue& value);

}  // namespace server::app
