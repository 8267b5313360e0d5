// The rules that managers change, most of them in the browser.

#include "server/hubctl/words.h"

namespace server::hubctl {
namespace {

void add_set_command(CLI::App& rules, Words& words, Command& chosen) {
    auto* set = rules.add_subcommand("set", "change one of them, with who and why");
    auto* what = set->add_option_group("what")->require_option(1);
    what->add_option("--close", words.rule.close, "shut the hub on this day, such as 2026-12-24");
    what->add_option("--open", words.rule.open, "it is not shut on this day");
    what->add_option("--bank-holiday", words.rule.holiday, "this day is a bank holiday");
    what->add_option("--no-bank-holiday", words.rule.no_holiday, "this day is none");
    what->add_option("--as-listed", words.rule.as_listed, "a bank holiday only if it is listed as one");
    auto* grace = what->add_option("--grace", words.rule.grace, "minutes, with --from");
    what->add_option("--languages", words.rule.languages, "that new kiosks offer, such as en,cy")
        ->delimiter(',');
    what->add_flag("--all-languages", words.rule.all_languages, "new kiosks offer all they speak");
    auto* from = set->add_option("--from", words.rule.from, "the first day of the grace")->needs(grace);
    grace->needs(from);
    set->add_option("--accept", words.rule.accepted, "what was told would follow");
    add_who_and_why(*set, words);
    set->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            return server::ctl::set_rule(hub, TRY(server::ctl::rule_of(words.rule)), words.who_and_why(),
                                         words.rule.accepted);
        };
    });
}

}  // namespace

void add_rule_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* rules = app.add_subcommand("settings", "the rules that managers change")->require_subcommand(1);
    rules->add_subcommand("list", "as they are now")->callback([&] { chosen = server::ctl::list_rules; });
    rules->add_subcommand("changes", "who changed what, and why")->callback([&] {
        chosen = server::ctl::list_rule_changes;
    });
    add_set_command(*rules, words, chosen);
}

}  // namespace server::hubctl
