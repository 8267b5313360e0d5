#pragma once

#include <vector>

#include "kiosk/app/effect.h"
#include "kiosk/app/event.h"
#include "kiosk/app/model.h"
#include "kiosk/app/moment.h"
#include "shared/domain/keyed_hash.h"

namespace kiosk::app {

/// What follows from one event. Pure: the same model, event and moment always give the same model and the
/// same effects, in the order in which they are to be done. `keyed_hash` is a pure function as well; with it
/// today's list is searched while the server is away.
std::vector<Effect> update(Model& model, const Event& event, const Moment& now,
                           const domain::KeyedHash& keyed_hash);

}  // namespace kiosk::app
