#pragma once

#include <string>

#include "server/app/freeze_months.h"
#include "server/report/report.h"

namespace server::report {

/// Whether a report of these months can be asked for. InvalidInput for months that have not begun and for
/// those of which the histories are no longer held whole; the sentence says which.
base::Done check_period(const figures::Period& period, base::Instant now);

/// The report of a month or a quarter from the record, with what was frozen. The one way to it for every form
/// and every screen. Unavailable while the case system has not been read.
base::Result<Report> report_of(app::View& view, const std::string& hub, const figures::Period& period,
                               const figures::Rules& rules);

}  // namespace server::report
