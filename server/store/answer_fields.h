#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/survey.h"

namespace server::store {

/// What one person answered, as it is sealed.
std::string fields_of(const domain::Answers& answers);
/// Corrupt for anything that fields_of() does not give.
base::Result<domain::Answers> answers_of(std::string_view bytes);

}  // namespace server::store
