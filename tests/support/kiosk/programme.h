#pragma once

#include <string>

#include "shared/protocol/messages.h"

/// What is on at an invented hub, around front_door.h's two_o_clock().
namespace support {

/// A session today that begins so many minutes after 14:00 and lasts an hour; `number` makes its id.
domain::Session on_today(unsigned number, int start_minutes, const std::string& title = "Group B");

domain::SessionId session_id(unsigned number);

/// As of 13:00: today, tomorrow, Thursday and the weekend. Of today one has ended by 13:00, one has been
/// moved, one was moved to tomorrow, one is cancelled and one full.
protocol::Itinerary a_week();

/// The numbers of what a_week() holds.
inline constexpr unsigned kEnded = 1, kPlanned = 2, kMoved = 3, kCancelled = 4, kFull = 5, kTomorrow = 6,
                          kMovedDay = 7, kMovedRoom = 8, kSaturday = 9, kLongest = 10, kSunday = 11,
                          kMovedFull = 12;

}  // namespace support
