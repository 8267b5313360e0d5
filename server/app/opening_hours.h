#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

/// When a hub is open, by the wall clock of London.
namespace server::app {

/// Minutes after midnight; it opens before it closes.
struct OpeningHours {
    std::chrono::minutes opens{};
    std::chrono::minutes closes{};

    bool operator==(const OpeningHours&) const = default;
};

inline constexpr std::size_t kWeekdays = 7;
/// Monday first; none: shut on that day of the week.
using WeekHours = std::array<std::optional<OpeningHours>, kWeekdays>;

}  // namespace server::app
