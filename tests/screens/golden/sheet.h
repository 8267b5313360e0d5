#pragma once

#include <string>
#include <vector>

#include "tests/screens/golden/kinds.h"

namespace golden {

/// How pictures stand on a sheet.
struct Sheet {
    int times_smaller = 3;
    int columns = 10;
};

/// All pictures side by side, each above its name.
kiosk::paint::Pixels sheet_of(const std::vector<Picture>& pictures, const Sheet& shape = {});

}  // namespace golden
