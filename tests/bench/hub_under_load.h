#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/protocol/messages.h"

namespace bench {

/// A real hub in a temporary folder: its own hub-server process, certificates for many kiosks, and people who
/// are expected now.
class HubUnderLoad {
public:
    /// `programs` is the folder of hub-server. `people` arrivals can be recorded, each person once.
    static base::Result<std::unique_ptr<HubUnderLoad>> make(const std::string& folder, int people,
                                                            int kiosks);
    ~HubUnderLoad();

    /// Records arrivals of people [from, from + count) in this process, each in a transaction of its own;
    /// seconds.
    base::Result<double> one_at_a_time(int from, int count);

    /// Starts hub-server on the folder and waits until it listens.
    base::Done start(const std::string& programs);
    void stop();

    /// The whole HTTP request that records the arrival of person `n`.
    std::string arrival_request(int n) const;
    std::vector<std::string> kiosk_folders() const;
    std::string ca_file() const;
    std::uint16_t port() const;
    /// Resident memory of the server process, in MB.
    double resident_mb() const;

private:
    struct State;
    explicit HubUnderLoad(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace bench
