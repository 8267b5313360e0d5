#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace kiosk::voice {

struct ChildLimits {
    std::chrono::milliseconds time{};
    std::size_t output_bytes_max = 0;
};

/// Runs a program, gives it `input` and comes back with what it wrote, at its end. It gets no other
/// descriptor of ours; what it complains of is thrown away. Unavailable when it cannot be run, fails, writes
/// more than it may or takes too long: then it is ended.
base::Result<std::string> run_child(const std::vector<std::string>& command, const std::string& input,
                                    const ChildLimits& limits);

}  // namespace kiosk::voice
