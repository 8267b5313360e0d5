#pragma once

#include <optional>
#include <string>

#include "tests/support/hub/child_process.h"

namespace support {

/// The real hub-server as a process of its own.
class ServerProcess {
public:
    /// Starts the program and waits until it says that it listens.
    ServerProcess(const std::string& program, const std::string& settings_file, const std::string& log_file);

    /// False when it ended, or said nothing for too long.
    bool listens() const { return listens_; }
    /// SIGKILL, and waits for the end. False when it had ended by itself before.
    bool kill_now() { return process_->kill_now(); }

private:
    std::optional<ChildProcess> process_;
    bool listens_ = false;
};

}  // namespace support
