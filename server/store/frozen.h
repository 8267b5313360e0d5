#pragma once

#include <optional>
#include <vector>

#include "server/figures/frozen.h"
#include "server/store/record.h"

/// The tables frozen_month, frozen_figure and frozen_item.
namespace server::store {

base::Result<std::optional<figures::FrozenMonth>> read_frozen_month(Record& record, domain::Month month);
base::Result<std::optional<domain::Month>> newest_frozen(Record& record);
base::Result<std::vector<figures::FrozenItem>> read_frozen_items(Record& record, domain::Month month);

/// Conflict when the month is frozen already.
base::Done freeze_month(Record& record, const figures::FrozenMonth& month,
                        const std::vector<figures::FrozenItem>& items);

}  // namespace server::store
