#pragma once

#include <string_view>

namespace kiosk::screens {

/// The compiled catalogue (gettext `.mo`) of a language, BCP 47, as the build made it from
/// assets/locale/*.po; empty for a language that there is none for.
std::string_view built_in_catalogue(std::string_view language);

}  // namespace kiosk::screens
