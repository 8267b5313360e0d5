#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "tests/sandbox/world.h"

namespace sandbox {

/// Adds the people and appointments of a scenario to a world. The text is JSON:
///
///     {"people": [{"firstName": "Łukasz", "lastName": "Wiśniewski", "dateOfBirth": "1984-03-07",
///                  "crn": "X900001", "contract": "DN671065_MANCHESTER_PWB", "preferredLanguage": "Polish",
///                  "interpreterLanguage": "Polish", "accessibilityNeeds": "Uses a wheelchair", "custody":
///                  false, "appointments": [{"type": "session", "startSeconds": 600, "minutes": 60,
///                                    "delivery": "hub", "group": false, "postcode": "M12 6JX"}]}]}
///
/// Only the names are needed. `type` is session or assessment; `startSeconds` counts from `now` and may be
/// negative; `delivery` is hub, office, phone or video. InvalidInput says which member is wrong; nothing is
/// added then.
base::Done add_scenario(std::string_view json, base::Instant now, World& world);

}  // namespace sandbox
