#include "kiosk/runtime/screen_file.h"

#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

namespace kiosk::runtime {

base::Done write_screen_file(const std::string& path, const DrawnScreen& drawn) {
    nlohmann::json nodes = nlohmann::json::array();
    for (const DrawnNode& node : drawn.nodes) {
        nodes.push_back({{"id", node.id},
                         {"role", node.role},
                         {"label", node.label},
                         {"can_be_pressed", node.can_be_pressed},
                         {"x", node.x},
                         {"y", node.y},
                         {"width", node.width},
                         {"height", node.height}});
    }
    const nlohmann::json json{{"screen", drawn.screen}, {"language", drawn.language}, {"nodes", nodes}};
    const std::string fresh = path + ".new";
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        file << json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        if (!file.flush()) {
            return base::fail(base::ErrorKind::Unavailable, path + ": the screen file cannot be written");
        }
    }
    if (std::rename(fresh.c_str(), path.c_str()) != 0) {
        return base::fail(base::ErrorKind::Unavailable, path + ": the screen file cannot be written");
    }
    return {};
}

}  // namespace kiosk::runtime
