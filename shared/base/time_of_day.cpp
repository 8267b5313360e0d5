#include "shared/base/time_of_day.h"

#include <algorithm>
#include <cstdint>

namespace base {

Result<std::chrono::minutes> parse_time_of_day(std::string_view text) {
    constexpr std::string_view kForm = "00:00";
    const bool has_form =
        std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(),
                   [](char c, char form) { return form == '0' ? c >= '0' && c <= '9' : c == form; });
    if (has_form) {
        const int hour = (text[0] - '0') * 10 + (text[1] - '0');
        const int minute = (text[3] - '0') * 10 + (text[4] - '0');
        if (hour < 24 && minute < 60) return std::chrono::hours{hour} + std::chrono::minutes{minute};
    }
    return fail(ErrorKind::InvalidInput, "give the time of day as HH:MM, such as 14:07");
}

std::string time_of_day(std::chrono::minutes since_midnight) {
    constexpr int kMinutesAnHour = 60;
    const auto two = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return two(since_midnight.count() / kMinutesAnHour) + ':' + two(since_midnight.count() % kMinutesAnHour);
}

}  // namespace base
