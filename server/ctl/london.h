#pragma once

#include <string>

#include "shared/domain/calendar.h"

namespace server::ctl {

/// `2026-11-22 14:07`, as London clocks show it.
inline std::string date_and_time(base::Instant instant) {
    return domain::to_text(domain::london_date(instant)) + ' ' + domain::london_time(instant);
}

/// The same of a deadline that still has to be met, with a word that cannot be missed once it has passed.
inline std::string deadline_text(base::Instant deadline, base::Instant now) {
    return date_and_time(deadline) + (deadline <= now ? " OVERDUE" : "");
}

}  // namespace server::ctl
