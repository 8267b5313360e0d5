#pragma once

#include "server/app/moment.h"
#include "server/http/use_cases.h"
#include "shared/base/entropy.h"
#include "shared/domain/calendar.h"
#include "shared/domain/keyed_hash.h"

namespace server::http {

/// What the hub's use cases need besides the store and the time. All of it outlives the door; chance and hash
/// are used from several threads.
struct HubParts {
    base::Entropy& entropy;
    const domain::KeyedHash& keyed_hash;
    const domain::Calendar& calendar;  ///< as the settings file gives it
    app::HubRules rules;               ///< likewise
};

/// The use cases of server/app bound to this hub.
UseCases hub_use_cases(const HubParts& parts);

}  // namespace server::http
