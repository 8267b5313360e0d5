#pragma once

#include <string>
#include <vector>

namespace kiosk::app {

/// What staff set at this kiosk. It outlives the program.
struct StaffState {
    bool out_of_use = false;                 ///< nobody can check in here until staff put it back
    std::vector<std::string> languages_off;  ///< of those installed, BCP 47: not offered
    unsigned wrong_pins = 0;                 ///< in a row, kWrongPinsMax at most
    bool operator==(const StaffState&) const = default;
};

}  // namespace kiosk::app
