#pragma once

#include <string>

#include "shared/domain/calendar.h"

namespace server::ctl {

/// `2026-11-22 14:07`, as London clocks show it.
inline std::string date_and_time(base::Instant instant) {
    return domain::to_text(domain::london_date(instant)) + ' ' + domain::london_time(instant);
}

}  // namespace server::ctl
