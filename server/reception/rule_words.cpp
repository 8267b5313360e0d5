#include "server/reception/rule_words.h"

#include <chrono>
#include <set>

#include "server/app/hub_rules.h"
#include "server/reception/day_words.h"
#include "shared/languages/language.h"

namespace server::reception {
namespace {

std::string language_named(const std::string& tag) {
    const languages::Language* language = languages::find(tag);
    return language == nullptr ? tag : std::string(language->name);
}

std::string list_of(const std::set<domain::Date>& days, domain::Date from) {
    std::string list;
    for (const domain::Date day : days) {
        if (day >= from) list += (list.empty() ? "" : ", ") + day_in_words(day);
    }
    return list.empty() ? "None" : list;
}

std::string minutes_in_words(std::chrono::seconds grace) {
    return counted(std::chrono::duration_cast<std::chrono::minutes>(grace).count(), "minute");
}

std::string grace_in_words(const app::HubRules& rules, domain::Date today) {
    std::string words = minutes_in_words(app::grace_on(rules, today)) + " after the start";
    for (const auto& [from, grace] : rules.grace_from) {
        if (from > today) words += "; " + minutes_in_words(grace) + " from " + day_in_words(from) + " on";
    }
    return words;
}

std::string languages_in_words(const std::vector<std::string>& tags) {
    if (tags.empty()) return "Every language that a kiosk speaks";
    std::string list;
    for (const std::string& tag : tags) list += (list.empty() ? "" : ", ") + language_named(tag);
    return list;
}

std::string sentence(unsigned count, const char* one, const char* more) {
    return count == 1 ? one : std::to_string(count) + more;
}

}  // namespace

app::RuleSpelling rule_spelling() {
    return {day_in_words, language_named};
}

Words rule_rows(const app::RuleSet& set, domain::Date today) {
    Words rows(Words::type::list);
    const auto add = [&rows](const char* name, const std::string& value, const char* change) {
        Words row;
        row.set("name", name);
        row.set("value", value);
        row.set("change", change);
        rows << row;
    };
    const domain::CalendarChanges& changes = set.calendar.changes();
    const domain::Date back = std::chrono::sys_days{today} - app::kBankHolidaysBack;
    add("Open", app::in_words(app::week_of(set.rules)), "/settings/hours");
    add("Closing days to come", list_of(changes.closed, today), "/settings/days");
    add("Bank holidays added", list_of(changes.added, back), "/settings/days");
    add("Bank holidays removed", list_of(changes.removed, back), "/settings/days");
    add("In time until", grace_in_words(set.rules, today), "/settings/grace");
    add("Languages of new kiosks", languages_in_words(set.languages), "/settings/languages");
    return rows;
}

void set_rule_changes(Words& words, const std::vector<app::RuleChange>& changes, base::Instant now) {
    Words list(Words::type::list);
    for (auto one = changes.rbegin(); one != changes.rend(); ++one) {
        Words row;
        row.set("when", time_in_words(one->at, now));
        row.set("what", app::in_words(one->value, rule_spelling()));
        row.set("who", one->who);
        row.set("why", one->why);
        list << row;
    }
    words.set("done", list);
    words.set("has_done", !changes.empty());
}

Words consequences_in_words(const app::Consequences& follows) {
    Words list(Words::type::list);
    const auto say = [&list](unsigned count, const char* one, const char* more) {
        if (count == 0) return;
        Words words;
        words.set("sentence", sentence(count, one, more));
        list << words;
    };
    say(follows.people, "1 person is expected at a time at which the hub would be shut. Tell them.",
        " people are expected at times at which the hub would be shut. Tell them.");
    say(follows.sessions, "1 session of what is on lies there, too. Cancel or move it.",
        " sessions of what is on lie there, too. Cancel or move them.");
    say(follows.sooner, "1 record must be submitted sooner than until now.",
        " records must be submitted sooner than until now.");
    say(follows.missed, "The deadline of 1 of these records would be over at once.",
        " of these records would be over their deadline at once.");
    say(follows.late, "1 record that was submitted in time would count as late.",
        " records that were submitted in time would count as late.");
    return list;
}

}  // namespace server::reception
