#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/app/itinerary.h"

/// What whoever plans a week at the hub needs beside the single changes of itinerary.h.
namespace server::app {

/// Two sessions at the same time that need the same room or the same facilitator.
struct Clash {
    domain::SessionId one;  ///< the earlier in the list
    domain::SessionId other;
    bool same_room = false;
    bool same_facilitator = false;

    bool operator==(const Clash&) const = default;
};
/// Cancelled sessions clash with nothing; names are compared without regard to case and spaces around.
std::vector<Clash> clashes(std::span<const domain::Session> sessions);

/// The sessions that start in the seven days from this one, cancelled ones too; by start.
base::Result<std::vector<domain::Session>> week_from(View& view, domain::Date monday);

/// Plans the sessions of the week that begins on `monday` once more for the week after, at the same times of
/// the London clock, without those that were cancelled. Those that are there already are left alone. Errors
/// as add_sessions().
base::Result<Added> copy_week(Transaction& transaction, domain::Date monday, const Editing& editing);

}  // namespace server::app
