#pragma once

#include <memory>

#include "server/app/case_system.h"
#include "server/hub/record.h"
#include "tests/bench/handover/town.h"
#include "tests/sandbox/server.h"
#include "tests/support/hub/hub_folder.h"

namespace bench {

/// A hub's folder, its record on disk, the case-system sandbox with a town in it behind a socket of loopback,
/// and the real way from the one to the other.
class HubAndTown {
public:
    static base::Result<std::unique_ptr<HubAndTown>> make(Town town);

    /// The record is open until close(), and again after the next open().
    base::Done open();
    void close();

    const base::Clock& clock() const { return clock_; }
    base::Entropy& entropy() { return entropy_; }
    const support::HubFolder& folder() const { return *folder_; }
    server::app::Store& store() { return *record_.store; }
    server::app::CaseSystem& case_system() { return *link_; }
    sandbox::CaseSystem& theirs() { return system_; }
    const std::vector<EndedSession>& ended() const { return ended_; }
    const std::vector<std::string>& expected_now() const { return expected_now_; }

private:
    explicit HubAndTown(Town town);

    base::SystemClock clock_;
    base::SystemEntropy entropy_;
    std::vector<EndedSession> ended_;
    std::vector<std::string> expected_now_;
    sandbox::CaseSystem system_;
    std::unique_ptr<sandbox::Server> server_;
    std::unique_ptr<support::HubFolder> folder_;
    server::hub::Record record_;
    std::unique_ptr<server::app::CaseSystem> link_;
};

}  // namespace bench
