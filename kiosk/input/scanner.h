#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::input {

/// What was read at once. None: something that can be no code, such as one that is too long, holds other keys
/// than letters and digits, or did not come to its end.
using Scan = std::optional<std::string>;

/// So many scans wait for the kiosk; more are forgotten: a person shows one slip.
inline constexpr std::size_t kScansHeldMax = 4;

/// A scanner of codes. From the UI thread; nothing here waits.
class Scanner {
public:
    virtual ~Scanner() = default;
    /// What has been scanned since the last call, in that order.
    virtual std::vector<Scan> take() = 0;
    /// Whether it is plugged in and heard.
    virtual bool is_there() = 0;
};

}  // namespace kiosk::input
