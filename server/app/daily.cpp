#include "server/app/daily.h"

#include "shared/domain/calendar.h"

namespace server::app {

base::Instant newest_daily(base::Instant now, std::chrono::minutes wall_clock) {
    const domain::Date today = domain::london_date(now);
    const base::Instant todays = domain::at_london_time(today, wall_clock);
    if (todays <= now) return todays;
    const domain::Date yesterday{std::chrono::sys_days{today} - std::chrono::days{1}};
    return domain::at_london_time(yesterday, wall_clock);
}

}  // namespace server::app
