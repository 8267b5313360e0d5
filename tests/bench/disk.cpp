#include "tests/bench/disk.h"

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace bench {

std::vector<std::chrono::microseconds> append_and_sync(const std::string& folder, int count) {
    using Clock = std::chrono::steady_clock;
    const std::string path = folder + "/append";
    const int file = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_APPEND, 0600);
    std::vector<std::chrono::microseconds> times;
    const std::array<char, 4096> page{};
    for (int i = 0; file >= 0 && i < count; ++i) {
        const auto begin = Clock::now();
        if (write(file, page.data(), page.size()) != static_cast<ssize_t>(page.size()) ||
            fdatasync(file) != 0)
            break;
        times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin));
    }
    if (file >= 0) close(file);
    unlink(path.c_str());
    return times;
}

}  // namespace bench
