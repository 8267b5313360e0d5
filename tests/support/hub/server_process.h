#pragma once

#include <string>

#include <sys/types.h>

namespace support {

/// The real hub-server as a process of its own, killed at the end and when the thread that started it ends.
/// Its log is appended to a file.
class ServerProcess {
public:
    /// Starts the program and waits until it says that it listens.
    ServerProcess(const std::string& program, const std::string& settings_file, const std::string& log_file);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// False when it ended, or said nothing for too long.
    bool listens() const { return listens_; }
    /// SIGKILL, and waits for the end. False when it had ended by itself before.
    bool kill_now();

private:
    pid_t pid_ = -1;
    bool listens_ = false;
};

}  // namespace support
