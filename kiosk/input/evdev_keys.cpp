#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <libevdev/libevdev.h>

#include "kiosk/input/key_source.h"
#include "shared/base/file_handle.h"

namespace kiosk::input {
namespace {

struct FreeDevice {
    void operator()(libevdev* device) const { libevdev_free(device); }
};
using Device = std::unique_ptr<libevdev, FreeDevice>;

/// Keys that one read() gives at most; the rest comes with the next.
constexpr std::size_t kKeysAtOnceMax = 256;

base::Error fault(const char* what, int error) {
    return {base::ErrorKind::Unavailable, std::string("the scanner ") + what + ": " + std::strerror(-error)};
}

class EvdevKeys final : public KeySource {
public:
    EvdevKeys(base::FileHandle file, Device device) : file_(std::move(file)), device_(std::move(device)) {}

    int fd() const override { return file_.get(); }

    base::Result<std::vector<KeyStroke>> read() override {
        std::vector<KeyStroke> keys;
        while (keys.size() < kKeysAtOnceMax) {
            input_event event{};
            const int status = libevdev_next_event(device_.get(), LIBEVDEV_READ_FLAG_NORMAL, &event);
            if (status == -EAGAIN) break;
            if (status < 0) return tl::unexpected(fault("is gone", status));
            if (status == LIBEVDEV_READ_STATUS_SYNC) {
                // The kernel's queue ran over. What is left of the code is not it.
                catch_up();
                keys.push_back({kLostKeys, KeyStroke::Kind::Pressed});
                continue;
            }
            if (const auto key = key_of_event(event.type, event.code, event.value)) keys.push_back(*key);
        }
        return keys;
    }

private:
    void catch_up() {
        input_event event{};
        while (libevdev_next_event(device_.get(), LIBEVDEV_READ_FLAG_SYNC, &event) ==
               LIBEVDEV_READ_STATUS_SYNC) {
        }
    }

    base::FileHandle file_;
    Device device_;  ///< goes first; closing the file lets go of the keys
};

base::Result<std::unique_ptr<KeySource>> open_device(const std::string& path) {
    base::FileHandle file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file) return tl::unexpected(fault("cannot be opened", -errno));
    libevdev* raw = nullptr;
    int error = libevdev_new_from_fd(file.get(), &raw);
    if (error < 0) return tl::unexpected(fault("is no input device", error));
    Device device(raw);
    error = libevdev_grab(raw, LIBEVDEV_GRAB);
    if (error < 0) return tl::unexpected(fault("is held by another program", error));
    return std::make_unique<EvdevKeys>(std::move(file), std::move(device));
}

}  // namespace

OpenKeys evdev_keys(std::string path) {
    return [path = std::move(path)] {
        return open_device(path);
    };
}

std::optional<KeyStroke> key_of_event(std::uint16_t type, std::uint16_t code, std::int32_t value) {
    if (type != EV_KEY) return std::nullopt;
    switch (value) {
        case 0:
            return KeyStroke{code, KeyStroke::Kind::Released};
        case 1:
            return KeyStroke{code, KeyStroke::Kind::Pressed};
        case 2:
            return KeyStroke{code, KeyStroke::Kind::Repeated};
        default:
            return std::nullopt;
    }
}

}  // namespace kiosk::input
