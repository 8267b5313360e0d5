#include "server/ctl/rules.h"

#include <filesystem>

#include "server/app/change_rule.h"
#include "server/app/hub_rules.h"
#include "server/app/rule_words.h"
#include "server/ctl/commands.h"
#include "server/ctl/in_record.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "shared/languages/language.h"

namespace server::ctl {
namespace {

app::RuleSpelling spelling() {
    return {[](domain::Date day) { return domain::to_text(day); },
            [](const std::string& tag) {
                return tag;
            }};
}

std::string list_of(const std::set<domain::Date>& days) {
    std::string list;
    for (const domain::Date day : days) list += (list.empty() ? "" : ", ") + domain::to_text(day);
    return list.empty() ? "none" : list;
}

std::string minutes_of(std::chrono::seconds grace) {
    return std::to_string(std::chrono::duration_cast<std::chrono::minutes>(grace).count()) + " minutes";
}

/// What whoever changes a rule is told before it is changed.
base::Error told(const app::Consequences& follows) {
    return {base::ErrorKind::Conflict,
            "nothing was changed. What would follow: " + std::to_string(follows.people) + " expected and " +
                std::to_string(follows.sessions) + " session(s) at a time at which the hub would be shut; " +
                std::to_string(follows.sooner) + " update(s) due sooner, " + std::to_string(follows.missed) +
                " of them over by that; " + std::to_string(follows.late) +
                " submitted in time that would count as late. Say --accept " + follows.mark() +
                " if it is right all the same"};
}

}  // namespace

base::Result<app::RuleSet> rules_of_record(const Hub& hub) {
    app::RuleSet set = rules_of_file(hub);
    std::error_code ignored;
    if (!std::filesystem::exists(hub.settings.data + "/hub.db", ignored)) return set;
    const auto record = TRY(open_for_tool(hub));
    const auto look = [&](app::View& view) -> base::Done {
        set = TRY(app::rules_in_force(view, set));
        return {};
    };
    TRY_DONE(record.store->read(look));
    return set;
}

base::Done list_rules(const Hub& hub) {
    const app::RuleSet set = TRY(rules_of_record(hub));
    const domain::Date today = domain::london_date(hub.clock.now());
    const domain::CalendarChanges& changes = set.calendar.changes();
    std::string languages;
    for (const std::string& tag : set.languages) languages += (languages.empty() ? "" : ", ") + tag;
    Table table({"rule", "in force"});
    table.add({"open", app::in_words(app::week_of(set.rules))});
    table.add({"grace", minutes_of(app::grace_on(set.rules, today))});
    for (const auto& [from, grace] : set.rules.grace_from) {
        if (from > today) table.add({"grace from " + domain::to_text(from), minutes_of(grace)});
    }
    table.add({"closed days", list_of(changes.closed)});
    table.add({"bank holidays added", list_of(changes.added)});
    table.add({"bank holidays removed", list_of(changes.removed)});
    table.add({"languages of new kiosks", languages.empty() ? "all they speak" : languages});
    table.print(hub.out);
    return {};
}

base::Done list_rule_changes(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&hub](app::View& view) -> base::Done {
        Table table({"when", "what", "by", "why"});
        for (const app::RuleChange& one : TRY(view.rule_changes()))
            table.add({date_and_time(one.at), app::in_words(one.value, spelling()), one.who, one.why});
        table.print(hub.out);
        return {};
    });
}

base::Done set_rule(const Hub& hub, const app::RuleValue& value, const app::Decision& decision,
                    const std::string& accepted) {
    const app::RuleWish wish{value, decision.actor, decision.reason, accepted};
    const auto act = [&](app::Transaction& transaction, const app::Occasion& occasion) -> base::Done {
        const auto outcome =
            TRY(app::change_rule(transaction, wish, rules_of_file(hub), occasion.moment.now, hub.entropy));
        if (!outcome.done) return tl::unexpected(told(outcome.follows));
        return {};
    };
    TRY_DONE(in_record(hub, act));
    hub.out << app::in_words(value, spelling()) << ".\n";
    return {};
}

base::Result<app::RuleValue> rule_of(const RuleWords& words) {
    if (!words.close.empty())
        return app::DayChange{TRY(domain::parse_date(words.close)), app::DayRule::Closed};
    if (!words.open.empty()) return app::DayChange{TRY(domain::parse_date(words.open)), app::DayRule::Open};
    if (!words.holiday.empty())
        return app::DayChange{TRY(domain::parse_date(words.holiday)), app::DayRule::BankHoliday};
    if (!words.no_holiday.empty())
        return app::DayChange{TRY(domain::parse_date(words.no_holiday)), app::DayRule::NoBankHoliday};
    if (!words.as_listed.empty())
        return app::DayChange{TRY(domain::parse_date(words.as_listed)), app::DayRule::AsListed};
    if (words.grace >= 0)
        return app::GraceChange{std::chrono::minutes{words.grace}, TRY(domain::parse_date(words.from))};
    if (words.all_languages) return app::LanguagesChange{};
    for (const std::string& tag : words.languages) {
        if (languages::find(tag) == nullptr)
            return base::fail(base::ErrorKind::InvalidInput,
                              "no kiosk speaks " + tag + "; see hubctl languages");
    }
    if (!words.languages.empty()) return app::LanguagesChange{words.languages};
    return base::fail(base::ErrorKind::InvalidInput, "say what is to be changed; see --help");
}

}  // namespace server::ctl
