#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::voice {

/// The voice of espeak-ng that reads this language, or empty: Sorani and Somali have none, and no other voice
/// reads them (EN 301 549 5.1.3.14).
std::string_view voice_of(std::string_view language);

/// Those of the languages that can be spoken.
std::vector<std::string> spoken_of(std::vector<std::string> languages);

}  // namespace kiosk::voice
