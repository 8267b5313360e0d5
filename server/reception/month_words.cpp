#include "server/reception/month_words.h"

#include "server/reception/day_words.h"
#include "shared/domain/date.h"

namespace server::reception {

std::string month_in_words(const std::string& month) {
    const auto first = domain::parse_date(month + "-01");
    if (!first) return month;
    const std::string day = day_in_words(*first);
    return day.substr(day.find(' ') + 1);
}

}  // namespace server::reception
