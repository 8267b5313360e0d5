#pragma once

#include <string>

#include "shared/base/result.h"
#include "tests/bench/figures.h"

namespace bench {

/// A day in a few minutes: 10,000 visits of every kind at one kiosk, with its real journal, words, paint and
/// HTTPS, against the real hub that `settings_file` of a kiosk names. Only the kiosk's clock is made to run.
/// Memory and open files are read after a thousand visits and at the end.
///
/// The hub expects people who are found by each day up to the 28th of each month and the letter Y.
/// `journal` is a file that does not exist yet.
base::Done soak(const std::string& settings_file, const std::string& journal, Figures& figures);

}  // namespace bench
