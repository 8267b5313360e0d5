#pragma once

#include <string>
#include <vector>

#include "kiosk/journal/record.h"
#include "shared/base/entropy.h"

namespace kiosk::runtime {

/// The anonymous answers of a day as records to be sent: shuffled, protocol::kAnswersTogetherMax in each,
/// under keys of chance. A line that is none is left out, with a word in the log.
std::vector<journal::Record> in_order_of_chance(std::vector<std::string> texts, base::Entropy& entropy);

}  // namespace kiosk::runtime
