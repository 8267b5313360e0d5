#pragma once

#include <string>
#include <string_view>

#include "server/figures/compute.h"

/// Months and quarters as people write them.
namespace server::figures {

/// `2026-10`, `2026-Q4`, else `2026-09 to 2026-10`.
std::string to_text(const Period& period);
/// `2026-10`.
base::Result<Period> parse_month_period(std::string_view text);
/// `2026-Q4`: October to December. InvalidInput for another form and for years that a month cannot have.
base::Result<Period> parse_quarter(std::string_view text);
/// Either.
base::Result<Period> parse_period(std::string_view text);

}  // namespace server::figures
