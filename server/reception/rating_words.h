#pragma once

#include <vector>

#include "server/app/records.h"
#include "server/reception/render.h"

namespace server::reception {

/// For `part_ratings`: how a person rated the areas of their life then and now, as numbers and as places of a
/// picture. `has_ratings` is false when neither rating was given.
void set_ratings(Words& words, const std::vector<app::Offer>& offers, const domain::Survey& areas);

}  // namespace server::reception
