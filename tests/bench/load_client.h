#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// How kiosks are imitated: their certificate, and what each of them asks.
struct Load {
    std::uint16_t port = 0;
    std::string ca_file;
    /// Folders with kiosk.pem and kiosk.key; the connections are shared out among them, and each kiosk has a
    /// loopback address of its own, so that honest load stays within the door's limits.
    std::vector<std::string> kiosks;
    int connections = 1;
    int requests = 1000;  ///< over all connections
    /// The whole HTTP request number `n` (0 ≤ n < requests), as bytes.
    std::function<std::string(int n)> request;
};

struct LoadResult {
    int ok = 0;       ///< answers 200
    int refused = 0;  ///< other answers
    int lost = 0;     ///< connections that broke
    double seconds = 0;
    std::vector<std::chrono::microseconds> latencies;  ///< sorted; of every answer
    std::chrono::microseconds percentile(double share) const;
};

/// Opens the connections over mutual TLS, then sends requests one after another on each, until all are
/// answered. Opening is not in the times. One thread.
LoadResult run_load(const Load& load);

}  // namespace bench
