#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/history.h"
#include "shared/base/result.h"

/// What is sealed of a history and of what a frozen month was made of, as bytes.
namespace server::store {

/// All but the ids, which stand in the row.
std::string fields_of(const app::History& history);
/// Corrupt for bytes that this program never writes.
base::Result<app::History> history_of(const domain::ReferralId& id, std::string_view bytes);

/// Of one referral.
std::string fields_of(const std::vector<figures::FrozenItem>& items);
base::Result<std::vector<figures::FrozenItem>> frozen_items_of(const domain::ReferralId& id,
                                                               std::string_view bytes);

}  // namespace server::store
