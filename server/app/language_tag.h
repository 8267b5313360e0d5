#pragma once

#include <string>
#include <string_view>

namespace server::app {

/// The BCP 47 tag of a language as the case system names it (`Urdu` gives `ur`), whatever its case; empty
/// when it is not among the languages the kiosk may know.
std::string language_tag(std::string_view name);

}  // namespace server::app
