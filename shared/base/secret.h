#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Bytes that wipe themselves and cannot be printed or compared by accident.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::vector<std::byte> bytes);
    explicit Secret(std::string_view text);
    ~Secret();
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&);
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) noexcept;

    std::span<const std::byte> reveal() const { return bytes_; }
    /// The bytes as text, for a header or a password; the caller keeps the copy short-lived.
    std::string reveal_text() const;
    bool empty() const { return bytes_.empty(); }

private:
    void wipe();
    std::vector<std::byte> bytes_;
};

}  // namespace base
