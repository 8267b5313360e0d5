#pragma once

#include <cstdint>
#include <mutex>

#include "shared/base/entropy.h"

namespace support {

/// Chance that repeats itself: the same seed gives the same bytes on every machine (SplitMix64). Never for
/// secrets outside tests.
class SeededEntropy final : public base::Entropy {
public:
    explicit SeededEntropy(std::uint64_t seed) : state_(seed) {}

    void fill(std::span<std::byte> out) override {
        const std::lock_guard lock(mutex_);
        for (std::byte& byte : out) byte = static_cast<std::byte>(next() >> 56);
    }

private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ull;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
        return mixed ^ (mixed >> 31);
    }

    std::mutex mutex_;
    std::uint64_t state_;
};

}  // namespace support
