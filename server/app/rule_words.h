#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "server/app/moment.h"
#include "server/app/rule_change.h"

/// Changes of the hub's rules in English, for pages and hubctl.
namespace server::app {

/// `Monday`, of 0 to 6.
std::string_view weekday_name(std::size_t weekday);

/// `Monday to Friday 08:00 to 18:00; shut Saturday and Sunday`.
std::string in_words(const WeekHours& week);
/// The hours of each day of the week as the rules have them.
WeekHours week_of(const HubRules& rules);

/// How whoever shows a change writes days and languages.
struct RuleSpelling {
    std::function<std::string(domain::Date)> day;
    std::function<std::string(const std::string&)> language;
};
/// `Shut on 24 December 2026`, `Grace 10 minutes from 1 December 2026 on`.
std::string in_words(const RuleValue& value, const RuleSpelling& spelling);

}  // namespace server::app
