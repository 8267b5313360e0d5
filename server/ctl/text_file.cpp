#include "server/ctl/text_file.h"

#include <fstream>
#include <sstream>

namespace server::ctl {

base::Result<std::string> read_text_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return base::fail(
            base::ErrorKind::NotFound,
            path + " cannot be read; has hubctl init been run, and is it run as the hub's user?");
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace server::ctl
