#pragma once

#include <memory>

#include "server/app/file_handover.h"
#include "server/app/forward_updates.h"
#include "server/app/sync_schedule.h"
#include "server/case_system/csv_drop.h"
#include "server/case_system/refer_and_monitor.h"
#include "server/settings/settings.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace server::hub {

/// The way to the case system as the settings say. Unauthorized when the client's secret cannot be read.
/// `store`, which holds the linked user's token, outlives it.
base::Result<std::unique_ptr<app::CaseSystem>> link_case_system(const settings::Settings& settings,
                                                                const base::Clock& clock, app::Store& store);
app::SyncSettings sync_settings(const settings::Settings& settings);
app::ForwardSettings forward_settings(const settings::Settings& settings);
/// The folders of files, where the settings say so; none otherwise.
std::unique_ptr<case_system::CsvDrop> link_csv_drop(const settings::Settings& settings);
app::FileHandoverSettings file_settings(const settings::Settings& settings);

}  // namespace server::hub
