#include "server/app/change_rule.h"

#include <algorithm>
#include <utility>

#include "server/app/align_deadlines.h"
#include "server/app/decision_event.h"
#include "server/app/hub_rules.h"
#include "server/app/rule_consequences.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::Date;
using std::chrono::sys_days;

base::Done refuse(const char* why) {
    return base::fail(ErrorKind::InvalidInput, why);
}

/// Whether a value can be, and is not so already.
struct Checking {
    const RuleSet& now_in_force;
    const RuleSet& of_file;
    Date today{};

    base::Done operator()(const DayChange& change) const {
        if (sys_days{change.day} > sys_days{today} + kRulesAhead)
            return refuse("the day is more than two years ahead");
        switch (change.rule) {
            case DayRule::Closed:
            case DayRule::Open:
                if (change.day < today) return refuse("the day is over");
                if (change.rule == DayRule::Open && !hours_on(now_in_force.rules, change.day))
                    return refuse("the hub is shut on this day of every week: change the opening hours");
                return differs(now_in_force.calendar.is_closed(change.day) !=
                               (change.rule == DayRule::Closed));
            case DayRule::BankHoliday:
            case DayRule::NoBankHoliday:
            case DayRule::AsListed:
                break;
        }
        if (sys_days{change.day} < sys_days{today} - kBankHolidaysBack)
            return refuse("the day is more than 31 days ago: figures stand by what it was");
        const domain::CalendarChanges& changes = now_in_force.calendar.changes();
        const domain::CalendarChanges& listed = of_file.calendar.changes();
        const bool is_changed = changes.added.contains(change.day) != listed.added.contains(change.day) ||
                                changes.removed.contains(change.day) != listed.removed.contains(change.day);
        if (change.rule == DayRule::AsListed) return differs(is_changed);
        const bool is_one = now_in_force.calendar.bank_holiday(change.day).has_value();
        return differs(is_one != (change.rule == DayRule::BankHoliday));
    }

    base::Done operator()(const HoursChange& change) const {
        bool opens = false;
        for (const auto& day : change.week) opens = opens || day.has_value();
        if (!opens) return refuse("the hub is open on one day of the week at least");
        bool is_another = false;
        for (Date day = today; sys_days{day} < sys_days{today} + std::chrono::days{kWeekdays};
             day = domain::next_day(day)) {
            is_another = is_another || hours_on(now_in_force.rules, day) != change.week.at(weekday_of(day));
        }
        return differs(is_another);
    }

    base::Done operator()(const GraceChange& change) const {
        if (change.from <= today)
            return refuse("a grace begins tomorrow or later: whoever came today is judged as they were told");
        if (sys_days{change.from} > sys_days{today} + kRulesAhead)
            return refuse("the day is more than two years ahead");
        return differs(grace_on(now_in_force.rules, change.from) != change.grace);
    }

    base::Done operator()(const LanguagesChange& change) const {
        return differs(now_in_force.languages != change.languages);
    }

private:
    static base::Done differs(bool is_another) {
        if (is_another) return {};
        return base::fail(ErrorKind::Conflict, "it is so already");
    }
};

std::string in_hex(std::uint64_t number) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[(number >> shift) & 15U];
    return out;
}

}  // namespace

std::string Consequences::mark() const {
    return std::to_string(people) + '-' + std::to_string(sessions) + '-' + std::to_string(sooner) + '-' +
           std::to_string(missed) + '-' + std::to_string(late) + '-' + in_hex(whom);
}

base::Result<RuleOutcome> change_rule(Transaction& transaction, const RuleWish& wish, const RuleSet& of_file,
                                      base::Instant now, base::Entropy& entropy) {
    TRY_DONE(check(Decision{{}, wish.who, wish.why}));
    TRY_DONE(within_limits(wish.value));
    const RuleSet before = TRY(rules_in_force(transaction, of_file));
    TRY_DONE(std::visit(Checking{before, of_file, domain::london_date(now)}, wish.value));
    const RuleSet after = changed(before, wish.value, of_file);
    RuleOutcome outcome;
    outcome.follows = TRY(what_follows(transaction, before, after, wish.value, now));
    if (outcome.follows.any() && outcome.follows.mark() != wish.accepted) return outcome;
    TRY_DONE(transaction.append(RuleChange{base::new_uuid(entropy), now, wish.value, wish.who, wish.why}));
    if (moves_deadlines(wish.value)) TRY(align_deadlines(transaction, after.calendar, now));
    outcome.done = true;
    return outcome;
}

}  // namespace server::app
