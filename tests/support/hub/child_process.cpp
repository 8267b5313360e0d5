#include "tests/support/hub/child_process.h"

#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/base/invariant.h"

namespace support {

ChildProcess::ChildProcess(const std::vector<std::string>& command, int out, const std::string& log_file) {
    const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    INVARIANT(log >= 0, "the log file can be opened");
    const int said = out >= 0 ? out : ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_ = ::fork();
    INVARIANT(pid_ >= 0, "a process can be made");
    if (pid_ == 0) {
        // A test that is ended from outside leaves nothing behind.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(said, STDOUT_FILENO);
        ::dup2(log, STDERR_FILENO);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    if (said != out) ::close(said);
    ::close(log);
}

ChildProcess::~ChildProcess() {
    kill_now();
}

bool ChildProcess::kill_now() {
    if (pid_ < 0) return false;
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

std::optional<int> ChildProcess::exit_code_within(std::chrono::seconds time) {
    constexpr std::chrono::milliseconds kLooksEvery{10};
    const auto until = std::chrono::steady_clock::now() + time;
    int status = 0;
    while (pid_ >= 0 && ::waitpid(pid_, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > until) return std::nullopt;
        std::this_thread::sleep_for(kLooksEvery);
    }
    if (pid_ < 0) return std::nullopt;
    pid_ = -1;
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

}  // namespace support
