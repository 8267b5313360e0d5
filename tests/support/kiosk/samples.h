#pragma once

#include <string>
#include <vector>

#include "kiosk/app/model.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"

namespace support {

/// A screen as a person meets it. The name says which and in what state, such as `is_this_right_three`.
struct Sample {
    std::string name;
    kiosk::app::Model model;
    kiosk::screens::Screen screen;
};

/// Every screen there is: with an ordinary model, in each of its states, and with the longest texts that can
/// come. Each was reached by walking there from the welcome screen.
/// In the modes named: whoever stands there has just switched them on.
std::vector<Sample> samples(const kiosk::screens::Words& words, const kiosk::app::Modes& modes = {});

/// The languages of a kiosk that can speak.
std::vector<std::string> voices();

/// The words of a built-in catalogue.
kiosk::screens::Words words_of(const std::string& language);
/// The words of the built-in English catalogue.
kiosk::screens::Words english();

}  // namespace support
