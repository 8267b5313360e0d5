#pragma once

#include "shared/base/result.h"
#include "tests/bench/figures.h"

namespace bench {

/// What one frame costs: view, layout and paint (the lists for the graphics card, not its pixels) of the
/// heaviest screen in each script, with an empty and with a full cache of drawn words; and how much that
/// cache holds once every screen has been shown in every language.
base::Done measure_frames(Figures& figures);

}  // namespace bench
