#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "server/reception/board_now.h"

/// What the board says of the case system.
namespace server::reception {

/// Of updates with the tightest deadline first.
Owed owed_of(const std::vector<domain::Update>& updates, base::Instant now,
             const std::vector<std::chrono::hours>& warnings);
/// In one line: whether it is asked, or the schedule read when, or not since when; what waits; the next
/// deadline.
std::string case_system_in_words(const BoardNow& board);
/// Whether nothing keeps records from being sent: calls are made, and files can be written and understood.
bool is_reached(const BoardNow& board);

}  // namespace server::reception
