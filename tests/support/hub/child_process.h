#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace support {

/// A program of ours as a process of its own, killed at the end and when the thread that started it ends.
class ChildProcess {
public:
    /// `command` is the program with its arguments. What it says goes to `out` (a file descriptor of ours;
    /// -1: to nowhere), its log is appended to a file.
    ChildProcess(const std::vector<std::string>& command, int out, const std::string& log_file);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// SIGKILL, and waits for the end. False when it had ended by itself before.
    bool kill_now();
    /// Waits for it to end by itself, at most so long. Its exit code; none when it still runs or was killed.
    std::optional<int> exit_code_within(std::chrono::seconds time);

private:
    pid_t pid_ = -1;
};

}  // namespace support
