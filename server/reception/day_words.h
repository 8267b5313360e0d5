#pragma once

#include <cstdint>
#include <string>

#include "server/app/account.h"
#include "shared/base/instant.h"
#include "shared/domain/calendar.h"

/// Days and times as people at the desk say them.
namespace server::reception {

/// `1 record`, `2 records`.
std::string counted(std::int64_t count, const std::string& what);
/// `27 November 2026`.
std::string day_in_words(domain::Date day);
/// `14:07` of today, `14:07 on 26 November` of another day.
std::string time_in_words(base::Instant instant, base::Instant now);
/// `3 minutes`, `2 hours`, `4 days`, in whole ones; `less than a minute`.
std::string span_in_words(base::Instant::duration span);
/// `3 minutes ago`, `2 hours ago`, `just now`.
std::string ago_in_words(base::Instant instant, base::Instant now);
/// Empty when there is nothing to warn of.
std::string vetting_warning(const app::Vetting& vetting, base::Instant now);

}  // namespace server::reception
