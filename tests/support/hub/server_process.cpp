#include "tests/support/hub/server_process.h"

#include <array>

#include <fcntl.h>
#include <poll.h>
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
    process_.emplace(std::vector<std::string>{program, "--settings", settings_file}, out[1], log_file);
    ::close(out[1]);
    listens_ = says_that_it_listens(out[0]);
    ::close(out[0]);
}

}  // namespace support
