#include "server/reception/day_words.h"

#include <array>
#include <chrono>

namespace server::reception {
namespace {

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};

std::string day_and_month(domain::Date day) {
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
           kMonths[static_cast<unsigned>(day.month()) - 1];
}

}  // namespace

std::string counted(std::int64_t count, const std::string& what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

std::string day_in_words(domain::Date day) {
    return day_and_month(day) + ' ' + std::to_string(static_cast<int>(day.year()));
}

std::string time_in_words(base::Instant instant, base::Instant now) {
    const domain::Date day = domain::london_date(instant);
    const std::string time = domain::london_time(instant);
    return day == domain::london_date(now) ? time : time + " on " + day_and_month(day);
}

std::string span_in_words(base::Instant::duration span) {
    constexpr std::int64_t kMinutesAnHour = 60;
    constexpr std::int64_t kHoursShown = 48;
    constexpr std::int64_t kHoursADay = 24;
    const std::int64_t minutes = std::chrono::duration_cast<std::chrono::minutes>(span).count();
    if (minutes < 1) return "less than a minute";
    if (minutes < kMinutesAnHour) return counted(minutes, "minute");
    const std::int64_t hours = minutes / kMinutesAnHour;
    return hours < kHoursShown ? counted(hours, "hour") : counted(hours / kHoursADay, "day");
}

std::string ago_in_words(base::Instant instant, base::Instant now) {
    const auto span = now - instant;
    return span < std::chrono::minutes{1} ? "just now" : span_in_words(span) + " ago";
}

std::string vetting_warning(const app::Vetting& vetting, base::Instant now) {
    const std::chrono::sys_days today{domain::london_date(now)};
    const std::int64_t left = (std::chrono::sys_days{vetting.expires} - today).count();
    if (left <= 0) return "Your vetting has run out. Tell your manager today.";
    if (left > app::kVettingWarns.count()) return "";
    return "Your vetting runs out in " + counted(left, "day") + ". Tell your manager.";
}

}  // namespace server::reception
