// Days on which the hub is shut, and days that are bank holidays or are none.

#include <array>

#include "server/app/hub_rules.h"
#include "server/reception/day_words.h"
#include "server/reception/rule_form.h"

namespace server::reception {
namespace {

using app::DayRule;
using http::Reply;

struct Choice {
    DayRule rule;
    const char* word;
    const char* what;
    const char* hint;
};
constexpr std::array kChoices{
    Choice{DayRule::Closed, "close", "The hub is shut", "Nobody is told by this, and no deadline moves."},
    Choice{DayRule::Open, "open", "The hub is not shut after all", ""},
    Choice{DayRule::BankHoliday, "bank_holiday", "It is a bank holiday", "Deadlines move with it."},
    Choice{DayRule::NoBankHoliday, "no_bank_holiday", "It is no bank holiday", "Deadlines move with it."},
    Choice{DayRule::AsListed, "as_listed", "It is a bank holiday only if it is listed as one",
           "Takes back what was said of this day."}};

/// Bank holidays are shown so far ahead.
constexpr std::chrono::days kShown{366};

Words day_rows(const std::vector<std::string>& lines) {
    Words list(Words::type::list);
    for (const std::string& line : lines) {
        Words words;
        words.set("line", line);
        list << words;
    }
    return list;
}

void fill(Words& words, const Visit& visit, const app::RuleSet& set) {
    const domain::Date today = domain::london_date(visit.moment.now);
    std::vector<std::string> closed;
    std::vector<std::string> holidays;
    for (const domain::Date day : set.calendar.changes().closed) {
        if (day >= today) closed.push_back(day_in_words(day));
    }
    for (domain::Date day = today; std::chrono::sys_days{day} <= std::chrono::sys_days{today} + kShown;
         day = domain::next_day(day)) {
        if (const auto holiday = set.calendar.bank_holiday(day))
            holidays.push_back(day_in_words(day) + ", " + domain::to_text(*holiday));
    }
    Words choices(Words::type::list);
    for (const Choice& one : kChoices) {
        Words choice;
        const std::string word = one.word;
        choice.set("word", word);
        // The first has the field's own name, where a problem leads.
        choice.set("element", one.rule == DayRule::Closed ? std::string("rule") : "rule-" + word);
        choice.set("what", one.what);
        choice.set("hint", one.hint);
        choice.set("has_hint", *one.hint != '\0');
        choice.set("is_chosen", visit.form["rule"] == word);
        choices << choice;
    }
    words.set("choices", choices);
    words.set("day", visit.form["day"]);
    words.set("closed", day_rows(closed));
    words.set("has_closed", !closed.empty());
    words.set("holidays", day_rows(holidays));
}

constexpr RuleForm kForm{"/settings/days", "settings_days.html", "Closing days and bank holidays", "day",
                         fill};

}  // namespace

Reply days_form(Office& office, Visit& visit) {
    return rule_sheet(office, visit, kForm);
}

Reply change_days(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const auto day = domain::parse_date(visit.form["day"]);
    if (!day) wrong.say("day", "Enter a day.");
    const auto* const chosen = std::find_if(
        kChoices.begin(), kChoices.end(), [&](const Choice& one) { return visit.form["rule"] == one.word; });
    if (chosen == kChoices.end()) wrong.say("rule", "Choose what the day is.");
    if (wrong.any()) return change_rule(office, visit, kForm, {}, wrong);
    return change_rule(office, visit, kForm, app::DayChange{*day, chosen->rule}, {});
}

}  // namespace server::reception
