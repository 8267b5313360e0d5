#pragma once

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "kiosk/journal/record.h"
#include "shared/base/entropy.h"

namespace kiosk::runtime {

/// Chance for another thread than the one that owns the kiosk's: it goes on from one number of that.
class ChanceOfTheDay final : public base::Entropy {
public:
    explicit ChanceOfTheDay(base::Entropy& from);
    void fill(std::span<std::byte> out) override;

private:
    std::mt19937_64 engine_;
};

/// The anonymous answers of a day as records to be sent: shuffled, protocol::kAnswersTogetherMax in each,
/// under keys of chance. A line that is none is left out, with a word in the log.
std::vector<journal::Record> in_order_of_chance(std::vector<std::string> texts, base::Entropy& entropy);

}  // namespace kiosk::runtime
