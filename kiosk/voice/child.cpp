#include "kiosk/voice/child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace kiosk::voice {
namespace {

using SteadyClock = std::chrono::steady_clock;

/// One end of a pipe.
class End {
public:
    End() = default;
    explicit End(int descriptor) : descriptor_(descriptor) {}
    End(End&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    End& operator=(End&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~End() { close(); }
    void close() {
        if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
    }
    int get() const { return descriptor_; }
    bool is_open() const { return descriptor_ >= 0; }

private:
    int descriptor_ = -1;
};

struct Pipe {
    End read, write;
};

base::Result<Pipe> make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return base::fail(base::ErrorKind::Unavailable, "no pipe could be made");
    }
    return Pipe{End(ends[0]), End(ends[1])};
}

/// For the child's input. A socket, because writing to a pipe that nobody reads any more ends a program.
base::Result<Pipe> make_input() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return base::fail(base::ErrorKind::Unavailable, "no pipe could be made");
    }
    return Pipe{End(ends[0]), End(ends[1])};
}

/// A child that is never left behind.
class Child {
public:
    explicit Child(pid_t pid) : pid_(pid) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        wait();
    }
    bool ended_well() {
        const int status = wait();
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    int wait() {
        int status = -1;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        return status;
    }
    pid_t pid_;
};

pid_t spawn(const std::vector<std::string>& command, const Pipe& in, const Pipe& out) {
    std::vector<char*> arguments;
    for (const std::string& one : command) arguments.push_back(const_cast<char*>(one.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = -1;
    const int fault = posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return fault == 0 ? pid : -1;
}

void write_some(End& to, const std::string& input, std::size_t& written) {
    const ssize_t count = ::send(to.get(), input.data() + written, input.size() - written, MSG_NOSIGNAL);
    if (count > 0) written += static_cast<std::size_t>(count);
    if (count < 0 && errno != EAGAIN && errno != EINTR) written = input.size();
    if (written == input.size()) to.close();
}

base::Result<std::string> talk(End to, End from, const std::string& input, const ChildLimits& limits) {
    const auto until = SteadyClock::now() + limits.time;
    fcntl(to.get(), F_SETFL, O_NONBLOCK);
    if (input.empty()) to.close();
    std::string output;
    std::size_t written = 0;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now()).count();
        if (left <= 0) return base::fail(base::ErrorKind::Unavailable, "the voice took too long");
        std::array<pollfd, 2> ends{{{from.get(), POLLIN, 0}, {to.get(), POLLOUT, 0}}};
        if (poll(ends.data(), to.is_open() ? 2 : 1, static_cast<int>(left)) <= 0) continue;
        if (to.is_open() && ends[1].revents != 0) write_some(to, input, written);
        if (ends[0].revents == 0) continue;
        std::array<char, 16384> piece;
        const ssize_t count = ::read(from.get(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return output;
        output.append(piece.data(), static_cast<std::size_t>(count));
        if (output.size() > limits.output_bytes_max) {
            return base::fail(base::ErrorKind::Unavailable, "the voice does not end");
        }
    }
}

}  // namespace

base::Result<std::string> run_child(const std::vector<std::string>& command, const std::string& input,
                                    const ChildLimits& limits) {
    Pipe in = TRY(make_input());
    Pipe out = TRY(make_pipe());
    const pid_t pid = spawn(command, in, out);
    if (pid < 0) return base::fail(base::ErrorKind::Unavailable, command.front() + " cannot be run");
    Child child(pid);
    in.read.close();
    out.write.close();
    std::string output = TRY(talk(std::move(in.write), std::move(out.read), input, limits));
    if (!child.ended_well()) return base::fail(base::ErrorKind::Unavailable, command.front() + " failed");
    return output;
}

}  // namespace kiosk::voice
