#pragma once

#include <string>

#include "shared/base/result.h"

namespace server::ctl {

/// A small file whole. NotFound, with its name, when it cannot be read.
base::Result<std::string> read_text_file(const std::string& path);

}  // namespace server::ctl
