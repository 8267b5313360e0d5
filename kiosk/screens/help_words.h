#pragma once

#include "kiosk/screens/parts.h"

namespace kiosk::screens {

/// Who comes, and what to do if nobody does; or the way to the desk. With few words it is the title alone.
Block help_words(const Scene& scene);

}  // namespace kiosk::screens
