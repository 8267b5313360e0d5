#include "server/app/rule_words.h"

#include <array>
#include <vector>

#include "server/app/hub_rules.h"
#include "shared/base/time_of_day.h"

namespace server::app {
namespace {

constexpr std::array<std::string_view, kWeekdays> kNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                         "Friday", "Saturday", "Sunday"};

std::string days_in_words(std::size_t first, std::size_t last) {
    std::string words(kNames.at(first));
    if (last == first) return words;
    words += last == first + 1 ? " and " : " to ";
    return words + std::string(kNames.at(last));
}

struct Saying {
    const RuleSpelling& spelling;

    std::string operator()(const DayChange& change) const {
        const std::string day = spelling.day(change.day);
        switch (change.rule) {
            case DayRule::Closed:
                return "Shut on " + day;
            case DayRule::Open:
                return "Not shut on " + day;
            case DayRule::BankHoliday:
                return "A bank holiday on " + day;
            case DayRule::NoBankHoliday:
                return "No bank holiday on " + day;
            case DayRule::AsListed:
                return "A bank holiday on " + day + " only if it is listed as one";
        }
        return {};
    }
    std::string operator()(const HoursChange& change) const { return "Open " + in_words(change.week); }
    std::string operator()(const GraceChange& change) const {
        const auto minutes = change.grace.count();
        return "Grace " + std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes") + " from " +
               spelling.day(change.from) + " on";
    }
    std::string operator()(const LanguagesChange& change) const {
        if (change.languages.empty()) return "New kiosks offer every language they speak";
        std::string list;
        for (const std::string& tag : change.languages)
            list += (list.empty() ? "" : ", ") + spelling.language(tag);
        return "New kiosks offer " + list;
    }
};

}  // namespace

std::string_view weekday_name(std::size_t weekday) {
    return kNames.at(weekday);
}

std::string in_words(const WeekHours& week) {
    std::string open;
    std::string shut;
    for (std::size_t first = 0; first < kWeekdays;) {
        std::size_t last = first;
        while (last + 1 < kWeekdays && week.at(last + 1) == week.at(first)) ++last;
        const std::string days = days_in_words(first, last);
        if (const auto& hours = week.at(first)) {
            open += (open.empty() ? "" : ", ") + days + ' ' + base::time_of_day(hours->opens) + " to " +
                    base::time_of_day(hours->closes);
        } else {
            shut += (shut.empty() ? "" : ", ") + days;
        }
        first = last + 1;
    }
    return shut.empty() ? open : open + "; shut " + shut;
}

WeekHours week_of(const HubRules& rules) {
    if (rules.week) return *rules.week;
    WeekHours week;
    week.fill(OpeningHours{rules.opens_at, rules.closes_at});
    return week;
}

std::string in_words(const RuleValue& value, const RuleSpelling& spelling) {
    return std::visit(Saying{spelling}, value);
}

}  // namespace server::app
