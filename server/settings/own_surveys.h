#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/domain/survey.h"

namespace server::settings {

/// The hub's own definitions in this folder, named as on a kiosk (docs/surveys.md); where a file is not
/// there, or the folder's name is empty, that of the program. InvalidInput with the file and what is wrong in
/// it.
base::Result<domain::Surveys> read_surveys(const std::string& folder);

}  // namespace server::settings
