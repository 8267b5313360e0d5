#include "server/http/list_of_today.h"

#include <array>
#include <cstddef>

#include "server/app/rules_in_force.h"
#include "server/app/todays_list.h"

namespace server::http {

std::string ListOfToday::key_of(domain::Date day) {
    const std::lock_guard lock(mutex_);
    if (day_ != day) {
        constexpr char kDigits[] = "0123456789abcdef";
        std::array<std::byte, 32> bytes{};
        entropy_.fill(bytes);
        key_.clear();
        for (const std::byte byte : bytes) {
            key_ += kDigits[std::to_integer<unsigned>(byte) >> 4];
            key_ += kDigits[std::to_integer<unsigned>(byte) & 15];
        }
        day_ = day;
        version_at_.reset();
    }
    return key_;
}

base::Result<protocol::TodaysList> ListOfToday::list(app::View& view, const app::Moment& moment) {
    const app::HubRules rules = TRY(app::rules_in_force(view, {of_file_})).rules;
    auto list = TRY(app::todays_list(view, key_of(domain::london_date(moment.now)), hash_, moment, rules));
    const std::lock_guard lock(mutex_);
    if (day_ == list.day) {
        version_ = list.version;
        version_at_ = moment.now;
    }
    return list;
}

base::Result<std::string> ListOfToday::version(app::View& view, const app::Moment& moment) {
    {
        const std::lock_guard lock(mutex_);
        const bool fresh =
            version_at_ && moment.now >= *version_at_ && moment.now - *version_at_ < kListVersionAge;
        if (fresh && day_ == domain::london_date(moment.now)) return version_;
    }
    return TRY(list(view, moment)).version;
}

}  // namespace server::http
