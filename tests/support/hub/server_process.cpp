#include "tests/support/hub/server_process.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/base/invariant.h"

namespace support {
namespace {

constexpr int kPatienceMs = 30'000;  ///< for one more piece of what it says

bool says_that_it_listens(int out) {
    std::string said;
    std::array<char, 256> bytes{};
    pollfd watched{out, POLLIN, 0};
    while (said.find("listening on ") == std::string::npos) {
        if (::poll(&watched, 1, kPatienceMs) <= 0) return false;
        const ssize_t count = ::read(out, bytes.data(), bytes.size());
        if (count <= 0) return false;
        said.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

ServerProcess::ServerProcess(const std::string& program, const std::string& settings_file,
                             const std::string& log_file) {
    std::array<int, 2> out{};
    INVARIANT(::pipe2(out.data(), O_CLOEXEC) == 0, "a pipe can be made");
    const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    INVARIANT(log >= 0, "the log file can be opened");
    pid_ = ::fork();
    INVARIANT(pid_ >= 0, "a process can be made");
    if (pid_ == 0) {
        // A test that is ended from outside leaves no server behind.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(log, STDERR_FILENO);
        ::execl(program.c_str(), program.c_str(), "--settings", settings_file.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(out[1]);
    ::close(log);
    listens_ = says_that_it_listens(out[0]);
    ::close(out[0]);
}

ServerProcess::~ServerProcess() {
    kill_now();
}

bool ServerProcess::kill_now() {
    if (pid_ < 0) return false;
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

}  // namespace support
