#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"

namespace drive {

struct PaintedNode {
    std::string id;
    std::string label;
    int x = 0, y = 0, width = 0, height = 0;  ///< pixels
};

/// What the kiosk says it has drawn, from the file named by `hub-kiosk --screen-file`.
struct Painted {
    std::string screen;
    std::string language;  ///< BCP 47
    std::vector<PaintedNode> nodes;

    const PaintedNode* find(const std::string& id) const;
};

base::Result<Painted> read_painted(const std::string& path);

}  // namespace drive
