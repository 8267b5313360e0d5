#pragma once

#include <string_view>

#include "server/figures/referral_history.h"

namespace server::case_system {

/// What a complexity level of Refer and Monitor means, by its id: those of the service categories that
/// personal wellbeing contracts use. NotKnown for any other.
figures::Complexity complexity_of(std::string_view level_id);

}  // namespace server::case_system
