#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace domain {

/// Why somebody was late, if they choose to say. Seen by hub staff, never sent on.
enum class LateReason { Transport, Health, Caring, Work, CouldNotGetIn, Other };

inline constexpr std::array kLateReasons{LateReason::Transport, LateReason::Health,        LateReason::Caring,
                                         LateReason::Work,      LateReason::CouldNotGetIn, LateReason::Other};

/// The word used in messages and in the store: `transport`, `health`, `caring`, `work`, `could_not_get_in`,
/// `other`.
std::string_view to_word(LateReason reason);
std::optional<LateReason> late_reason_from_word(std::string_view word);

}  // namespace domain
