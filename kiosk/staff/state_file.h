#pragma once

#include <string>
#include <string_view>

#include "kiosk/app/staff_state.h"
#include "shared/base/result.h"

namespace kiosk::staff {

/// The text of the file in which what staff set at a kiosk outlives the program.
std::string to_text(const app::StaffState& state);

/// What is left out has its default. InvalidInput says what is wrong with each key, and names keys that do
/// not belong there.
base::Result<app::StaffState> parse_state(std::string_view text, const std::string& name);

/// What the file holds; the default when there is none.
base::Result<app::StaffState> read_state(const std::string& path);
/// On the disk when this comes back. Unavailable when it cannot be written.
base::Done write_state(const std::string& path, const app::StaffState& state);

}  // namespace kiosk::staff
