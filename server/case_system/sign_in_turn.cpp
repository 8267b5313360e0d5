#include "server/case_system/sign_in_turn.h"

#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>

namespace server::case_system {
namespace {

constexpr std::chrono::milliseconds kLooksEvery{50};
constexpr mode_t kFileMode = 0600;

}  // namespace

base::Result<base::FileHandle> take_sign_in_turn(const std::string& file,
                                                 std::chrono::milliseconds wait_max) {
    base::FileHandle turn(::open(file.c_str(), O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kFileMode));
    if (!turn) return base::fail(base::ErrorKind::Unavailable, "the file of turns cannot be used");
    // Not for ever: a process that was stopped keeps its turn.
    for (auto waited = std::chrono::milliseconds{0}; ::flock(turn.get(), LOCK_EX | LOCK_NB) != 0;) {
        if (errno == EINTR) continue;
        if (errno != EWOULDBLOCK)
            return base::fail(base::ErrorKind::Unavailable, "the file of turns cannot be locked");
        if (waited >= wait_max)
            return base::fail(base::ErrorKind::Conflict, "another process is signing in to the case system");
        std::this_thread::sleep_for(kLooksEvery);
        waited += kLooksEvery;
    }
    return turn;
}

}  // namespace server::case_system
