#pragma once

#include <string>
#include <vector>

namespace kiosk::text {

/// The font files a kiosk draws with, and no others: what a machine happens to have installed changes
/// nothing.
struct FontList {
    std::vector<std::string> families{"Noto Sans"};  ///< asked for first, in this order
    std::vector<std::string> core;                   ///< full paths; opened at the start, all must be there
    std::vector<std::string>
        more;  ///< full paths; opened when a letter is missing; those not there are skipped
};

/// Noto fonts where Debian's `fonts-noto-core` puts them.
FontList default_fonts();

}  // namespace kiosk::text
