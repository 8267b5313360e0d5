#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <linux/input.h>
#include <sys/stat.h>

#include "kiosk/input/key_source.h"
#include "shared/base/file_handle.h"

namespace kiosk::input {
namespace {

class RecordedKeys final : public KeySource {
public:
    explicit RecordedKeys(base::FileHandle file) : file_(std::move(file)) {}

    int fd() const override { return file_.get(); }

    base::Result<std::vector<KeyStroke>> read() override {
        std::array<input_event, 64> events{};
        const ssize_t count = ::read(file_.get(), events.data(), sizeof events);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return std::vector<KeyStroke>{};
        if (count <= 0 || static_cast<std::size_t>(count) % sizeof(input_event) != 0) {
            return base::fail(base::ErrorKind::Unavailable,
                              "the recorded scanner is no stream of whole events");
        }
        std::vector<KeyStroke> keys;
        for (std::size_t i = 0; i < static_cast<std::size_t>(count) / sizeof(input_event); ++i) {
            const input_event& event = events.at(i);
            if (const auto key = key_of_event(event.type, event.code, event.value)) keys.push_back(*key);
        }
        return keys;
    }

private:
    base::FileHandle file_;
};

bool is_pipe(const base::FileHandle& file) {
    struct stat about {};
    return ::fstat(file.get(), &about) == 0 && S_ISFIFO(about.st_mode);
}

}  // namespace

OpenKeys recorded_keys(std::string path) {
    return [path = std::move(path)]() -> base::Result<std::unique_ptr<KeySource>> {
        // For writing too: then a pipe that nobody writes to is quiet, and not at its end.
        base::FileHandle file(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
        if (!file) {
            return base::fail(base::ErrorKind::Unavailable,
                              std::string("the recorded scanner cannot be opened: ") + std::strerror(errno));
        }
        if (!is_pipe(file)) {
            return base::fail(base::ErrorKind::InvalidInput, "the recorded scanner must be a named pipe");
        }
        return std::make_unique<RecordedKeys>(std::move(file));
    };
}

}  // namespace kiosk::input
