#include "shared/domain/calendar.h"

#include <date/tz.h>

namespace domain {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

const date::time_zone& london() {
    static const date::time_zone& zone = *date::locate_zone("Europe/London");
    return zone;
}

std::chrono::local_time<base::Instant::duration> london_local(base::Instant instant) {
    const auto offset = london().get_info(std::chrono::floor<seconds>(instant)).offset;
    return std::chrono::local_time<base::Instant::duration>{instant.time_since_epoch() + offset};
}

}  // namespace

Date london_date(base::Instant instant) {
    const auto local_day = std::chrono::floor<days>(london_local(instant));
    return Date{sys_days{local_day.time_since_epoch()}};
}

base::Instant start_of(Date day) {
    return at_london_time(day, minutes{0});
}

std::string london_time(base::Instant instant) {
    constexpr std::size_t kTimeAt = std::string_view("2026-11-22T").size();
    constexpr std::size_t kTimeSize = std::string_view("14:07").size();
    return base::to_text(base::Instant{london_local(instant).time_since_epoch()}).substr(kTimeAt, kTimeSize);
}

base::Instant at_london_time(Date day, minutes since_midnight) {
    const date::local_seconds local{sys_days{day}.time_since_epoch() + since_midnight};
    const date::local_info info = london().get_info(local);
    if (info.result == date::local_info::nonexistent) return info.first.end;
    return base::Instant{local.time_since_epoch() - info.first.offset};
}

}  // namespace domain
