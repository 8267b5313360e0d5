#include "tests/drive/painted.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace drive {

const PaintedNode* Painted::find(const std::string& id) const {
    for (const PaintedNode& node : nodes) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

base::Result<Painted> read_painted(const std::string& path) {
    std::ifstream file(path);
    if (!file) return base::fail(base::ErrorKind::NotFound, "the kiosk has not written " + path);
    const auto json = nlohmann::json::parse(file, nullptr, false);
    if (!json.is_object() || !json.contains("screen")) {
        return base::fail(base::ErrorKind::InvalidInput, path + " is not a screen file");
    }
    Painted painted{json.value("screen", ""), json.value("language", ""), {}};
    for (const auto& node : json.at("nodes")) {
        painted.nodes.push_back({node.value("id", ""), node.value("label", ""), node.value("x", 0),
                                 node.value("y", 0), node.value("width", 0), node.value("height", 0)});
    }
    return painted;
}

}  // namespace drive
