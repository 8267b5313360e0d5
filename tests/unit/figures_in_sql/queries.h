#pragma once

#include "server/figures/figure_id.h"

namespace sql {

/// Gives one row for each thing looked at: referral, subject, and `met`, `missed`, `out`, `unknown` or
/// `uncounted`. `asked` holds the first and last month, the day and the second at which it is asked.
const char* query_of(server::figures::FigureId id);

}  // namespace sql
