#include "server/app/rules_in_force.h"

#include <utility>

namespace server::app {
namespace {

domain::Calendar with_day(const domain::Calendar& calendar, const DayChange& change) {
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
            changes.added.erase(change.day);
            changes.removed.erase(change.day);
            break;
    }
    return domain::Calendar(std::move(changes));
}

struct Applying {
    RuleSet& set;

    void operator()(const DayChange& change) const { set.calendar = with_day(set.calendar, change); }
    void operator()(const HoursChange& change) const { set.rules.week = change.week; }
    void operator()(const GraceChange& change) const { set.rules.grace_from[change.from] = change.grace; }
    void operator()(const LanguagesChange& change) const { set.languages = change.languages; }
};

}  // namespace

RuleSet changed(RuleSet set, const RuleValue& value) {
    std::visit(Applying{set}, value);
    return set;
}

base::Result<RuleSet> rules_in_force(View& view, RuleSet of_file) {
    for (const RuleValue& value : TRY(view.rule_values())) of_file = changed(std::move(of_file), value);
    return of_file;
}

}  // namespace server::app
