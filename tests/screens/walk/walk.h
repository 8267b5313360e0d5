#pragma once

#include <functional>
#include <string>

#include "kiosk/paint/layout.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/samples.h"

/// Walks through the screens as a person can meet them.
namespace walk {

/// One screen on one panel.
struct Stop {
    std::string where;  ///< for a failure: language, screen, modes, panel
    const support::Sample& sample;
    const kiosk::paint::Layout& layout;
};
using Visitor = std::function<void(const Stop&)>;

/// Everything with HUB_LONG=1; otherwise each screen once a mix of modes, on one of the panels in turn.
void each(const std::string& language, const Visitor& visitor);

}  // namespace walk
