#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace bench {

/// Appends 4 KiB and waits for fdatasync, `count` times, in a new file of this folder: what this disk can do.
std::vector<std::chrono::microseconds> append_and_sync(const std::string& folder, int count);

}  // namespace bench
