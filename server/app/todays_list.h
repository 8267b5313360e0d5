#pragma once

#include <string>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/domain/keyed_hash.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// What a kiosk needs to find people while the server is away: everybody expected here on this London day
/// whose day of birth is known or who has a slip, under hashes keyed with the day's `list_key` (64
/// hexadecimal digits, random, the caller's). `version` is a keyed hash of all the rest but `as_of`: it
/// changes when, and only when, the contents do.
base::Result<protocol::TodaysList> todays_list(View& view, const std::string& list_key,
                                               const domain::KeyedHash& hash, const Moment& moment,
                                               const HubRules& rules);

}  // namespace server::app
