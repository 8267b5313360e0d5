#pragma once

#include "kiosk/app/model.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"

namespace kiosk::screens {

/// Everything a person can see, hear or press now. Pure: the same model and words always give the same
/// screen.
Screen view(const app::Model& model, const Words& words);

}  // namespace kiosk::screens
