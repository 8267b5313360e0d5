#pragma once

#include <string>

#include "shared/domain/calendar.h"

namespace server::print {

/// A slip to print, as an SVG of 74 x 105 mm (A7): the token as a QR code with its quiet zone, and words that
/// say nothing of who carries it or why. `last_day` is the last on which it works.
std::string slip_sheet(const std::string& token, domain::Date last_day);

/// A badge that leads staff to the number of a kiosk's staff corner, of the same size.
std::string badge_sheet(const std::string& token);

}  // namespace server::print
