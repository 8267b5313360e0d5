#pragma once

#include <string_view>

/// Why a person must look at something that was recorded: words kept as the reason of its event
/// (docs/database.md), and what they mean to staff.
namespace server::app {

inline constexpr std::string_view kDoubtfulTime = "doubtful_time";
inline constexpr std::string_view kWasCancelled = "cancelled";
inline constexpr std::string_view kWasMoved = "moved";
inline constexpr std::string_view kNotHere = "not_here";
inline constexpr std::string_view kOtherDay = "other_day";
inline constexpr std::string_view kUnknownAppointment = "unknown";
/// The appointment is another person's by now: people's entries were put together or taken apart meanwhile.
inline constexpr std::string_view kAnotherPerson = "another_person";
/// The person took the check-in back, and the hub could not be certain that it was soon enough.
inline constexpr std::string_view kTakenBackLate = "taken_back_late";
/// The appointment's time was changed after the person came, and at the new one they came otherwise.
inline constexpr std::string_view kTimeChanged = "time_changed";

/// What it is and what to do, in plain words. A word that is none of these is told as a doubtful time.
std::string_view advice_on(std::string_view word);

}  // namespace server::app
