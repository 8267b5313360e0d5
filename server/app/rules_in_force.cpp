#include "server/app/rules_in_force.h"

#include <set>
#include <utility>

namespace server::app {
namespace {

void lay_down(std::set<domain::Date>& days, domain::Date day, bool is_in) {
    if (is_in) {
        days.insert(day);
    } else {
        days.erase(day);
    }
}

domain::Calendar with_day(const domain::Calendar& calendar, const DayChange& change,
                          const domain::CalendarChanges& of_file) {
    domain::CalendarChanges changes = calendar.changes();
    switch (change.rule) {
        case DayRule::Closed:
            changes.closed.insert(change.day);
            break;
        case DayRule::Open:
            changes.closed.erase(change.day);
            break;
        case DayRule::BankHoliday:
            changes.removed.erase(change.day);
            changes.added.insert(change.day);
            break;
        case DayRule::NoBankHoliday:
            changes.added.erase(change.day);
            changes.removed.insert(change.day);
            break;
        case DayRule::AsListed:
            lay_down(changes.added, change.day, of_file.added.contains(change.day));
            lay_down(changes.removed, change.day, of_file.removed.contains(change.day));
            break;
    }
    return domain::Calendar(std::move(changes));
}

struct Applying {
    RuleSet& set;
    const RuleSet& of_file;

    void operator()(const DayChange& change) const {
        set.calendar = with_day(set.calendar, change, of_file.calendar.changes());
    }
    void operator()(const HoursChange& change) const { set.rules.week = change.week; }
    void operator()(const GraceChange& change) const { set.rules.grace_from[change.from] = change.grace; }
    void operator()(const LanguagesChange& change) const { set.languages = change.languages; }
};

}  // namespace

RuleSet changed(RuleSet set, const RuleValue& value, const RuleSet& of_file) {
    std::visit(Applying{set, of_file}, value);
    return set;
}

base::Result<RuleSet> rules_in_force(View& view, const RuleSet& of_file) {
    RuleSet set = of_file;
    for (const RuleValue& value : TRY(view.rule_values())) set = changed(std::move(set), value, of_file);
    return set;
}

}  // namespace server::app
