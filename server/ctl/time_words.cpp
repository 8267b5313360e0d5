#include "server/ctl/time_words.h"

#include "shared/base/time_of_day.h"
#include "shared/domain/calendar.h"

namespace server::ctl {
namespace {

constexpr std::size_t kDayLetters = 10;  ///< of `2026-11-22`

}  // namespace

base::Result<base::Instant> read_when(const std::string& text, base::Instant now) {
    if (text.empty()) return now;
    if (const auto time = base::parse_time_of_day(text))
        return domain::at_london_time(domain::london_date(now), *time);
    if (text.size() > kDayLetters && text[kDayLetters] == ' ') {
        const auto day = domain::parse_date(text.substr(0, kDayLetters));
        const auto time = base::parse_time_of_day(text.substr(kDayLetters + 1));
        if (day && time) return domain::at_london_time(*day, *time);
    }
    if (const auto instant = base::parse_instant(text)) return *instant;
    return base::fail(base::ErrorKind::InvalidInput,
                      "'" + text + "' is no time: write 14:07 (today) or \"2026-11-22 14:07\"");
}

}  // namespace server::ctl
