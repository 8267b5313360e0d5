// The hub's opening hours, by day of the week.

#include "server/app/rule_words.h"
#include "server/reception/rule_form.h"
#include "shared/base/time_of_day.h"

namespace server::reception {
namespace {

using app::kWeekdays;
using http::Reply;

/// The id of the element, and what a problem of it is called.
std::string element_of(const char* field, std::size_t weekday) {
    return std::string(field) + '-' + std::to_string(weekday + 1);
}

/// Empty where the browser sent fewer.
std::string typed(const Visit& visit, const char* field, std::size_t weekday) {
    const auto& all = visit.form.all(field);
    return weekday < all.size() ? all[weekday] : std::string();
}

/// What is wrong with one day; empty: nothing. Both left empty: the hub is shut.
std::string why_wrong(const std::string& opens, const std::string& closes) {
    if (opens.empty() && closes.empty()) return {};
    const auto from = base::parse_time_of_day(opens);
    const auto to = base::parse_time_of_day(closes);
    if (!from || !to) return "Enter two times, such as 08:00 and 18:00, or leave both empty.";
    if (*to <= *from) return "The hub closes after it opens.";
    return {};
}

void fill(Words& words, const Visit& visit, const app::RuleSet& set) {
    const app::WeekHours week = app::week_of(set.rules);
    Words rows(Words::type::list);
    for (std::size_t day = 0; day < kWeekdays; ++day) {
        const auto& hours = week.at(day);
        std::string opens = hours ? base::time_of_day(hours->opens) : std::string();
        std::string closes = hours ? base::time_of_day(hours->closes) : std::string();
        std::string wrong;
        if (is_typed(visit)) {
            opens = typed(visit, "each_opens", day);
            closes = typed(visit, "each_closes", day);
            wrong = why_wrong(opens, closes);
        }
        Words row;
        row.set("name", std::string(app::weekday_name(day)));
        row.set("opens_id", element_of("opens", day));
        row.set("closes_id", element_of("closes", day));
        row.set("opens", opens);
        row.set("closes", closes);
        row.set("is_wrong", !wrong.empty());
        row.set("wrong", wrong);
        rows << row;
    }
    words.set("rows", rows);
}

constexpr RuleForm kForm{"/settings/hours", "settings_hours.html", "Opening hours", "hours", fill};

}  // namespace

Reply hours_form(Office& office, Visit& visit) {
    return rule_sheet(office, visit, kForm);
}

Reply change_hours(Office& office, Visit& visit) {
    FieldsWrong wrong;
    app::HoursChange change;
    for (std::size_t day = 0; day < kWeekdays; ++day) {
        const std::string opens = typed(visit, "each_opens", day);
        const std::string closes = typed(visit, "each_closes", day);
        const std::string why = why_wrong(opens, closes);
        if (!why.empty()) {
            wrong.say(element_of("opens", day), std::string(app::weekday_name(day)) + ": " + why);
        } else if (!opens.empty()) {
            change.week.at(day) = app::OpeningHours{base::parse_time_of_day(opens).value(),
                                                    base::parse_time_of_day(closes).value()};
        }
    }
    if (wrong.any()) return change_rule(office, visit, kForm, {}, wrong);
    return change_rule(office, visit, kForm, change, {});
}

}  // namespace server::reception
