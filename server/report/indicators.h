#pragma once

#include "server/report/cells.h"

namespace server::report {

/// The indicators by borough. A number from 1 to below report.smallest_group is told as `fewer than 5`, and
/// an average or a rate of so few referrals not at all. A sum over all boroughs, and a part where it is the
/// only one that is hidden, would give a hidden number away: then it is hidden too.
Cells indicator_cells(const Report& report);

std::string indicators_to_csv(const Report& report);

}  // namespace server::report
