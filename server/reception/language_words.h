#pragma once

#include <string>

namespace server::reception {

/// A language that the case system names (`urdu`, `Farsi`) as it is called among those a kiosk speaks
/// (`Urdu`, `Persian`), and that a kiosk starts in it; as it was named where no kiosk speaks it. `Not
/// recorded` of none.
std::string language_of_person(const std::string& named);

}  // namespace server::reception
