#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/input/code_reader.h"
#include "shared/base/result.h"

namespace kiosk::input {

/// One device that is open. Used by one thread.
class KeySource {
public:
    virtual ~KeySource() = default;
    /// To be waited for with poll(): readable when there are keys.
    virtual int fd() const = 0;
    /// The keys that have come; does not wait. Unavailable when the device is gone: it is to be opened anew.
    virtual base::Result<std::vector<KeyStroke>> read() = 0;
};

/// Opens the device; Unavailable while there is none.
using OpenKeys = std::function<base::Result<std::unique_ptr<KeySource>>()>;

/// A device of the operating system, such as `/dev/input/by-id/usb-...-event-kbd`, by libevdev. It is
/// grabbed: nobody else hears its keys while it is open, the window system least of all.
OpenKeys evdev_keys(std::string path);

/// For tests: a named pipe into which `struct input_event` records are written, as the kernel would give
/// them.
OpenKeys recorded_keys(std::string path);

/// "evdev" events that are no keys are none. The kernel's values: 0 released, 1 pressed, 2 repeated.
std::optional<KeyStroke> key_of_event(std::uint16_t type, std::uint16_t code, std::int32_t value);

}  // namespace kiosk::input
