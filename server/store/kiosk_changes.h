#pragma once

#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The table kiosk_change. Rows are only added.
namespace server::store {

base::Done append_kiosk_change(Record& record, const app::KioskChange& change);
base::Result<std::vector<app::KioskChange>> all_kiosk_changes(Record& record);

}  // namespace server::store
