// Decisions, slips and accounts.

#include "server/hubctl/words.h"

namespace server::hubctl {

void add_deciding_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* decide = app.add_subcommand("decide", "what only a person may say of an appointment");
    decide->add_option("appointment", words.appointment)->required();
    decide->add_option("--came-at", words.decision.came_at,
                       "came, though no kiosk recorded it: HH:MM or a date-time");
    decide->add_option("--settle", words.decision.settle, "when a doubtful or wrong arrival truly was");
    decide->add_flag("--absent", words.decision.absent, "did not attend");
    decide->add_flag("--came-after-end", words.decision.came_after_end,
                     "with --absent: although the person came after the end");
    decide->add_option("--not-held", words.decision.not_held, "came, but the session was not held");
    decide->add_flag("--held-after-all", words.decision.held_after_all,
                     "the session was held, although somebody said that it was not");
    decide->add_flag("--not-absent", words.decision.not_absent,
                     "takes did-not-attend back, as long as it was not submitted");
    decide->add_flag("--take-back", words.decision.take_back, "the recorded arrival is somebody else's");
    decide->add_flag("--told", words.decision.told, "the practitioner was told by telephone");
    decide->add_option("--told-at", words.decision.told_at,
                       "with --told: when, HH:MM of today or a date-time; now unless said");
    decide->add_flag("--corrected-there", words.decision.corrected_there,
                     "what was taken back here has been put right in the case system by hand");
    add_who_and_why(*decide, words);
    decide->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::decide(hub, words.who_and_why(), words.decision);
        };
    });
    auto* complete = app.add_subcommand("complete", "the intervention of a referral is completed");
    complete->add_option("referral", words.referral)->required();
    add_who_and_why(*complete, words);
    complete->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::complete(hub, {domain::ReferralId(words.referral), words.by, words.reason});
        };
    });
    auto* submit = app.add_subcommand("submit", "make a draft final: the practitioner is told");
    submit->add_option("appointment", words.appointment)->required();
    add_who_and_why(*submit, words);
    submit->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::submit(hub, words.who_and_why());
        };
    });
    auto* resend = app.add_subcommand("resend", "send again: one appointment, a day, or everything since");
    resend->add_option("appointment", words.appointment);
    resend->add_option("--day", words.resend.day, "2026-11-22");
    resend->add_option("--since", words.resend.since, "2026-11-22T08:00:00Z");
    add_who_and_why(*resend, words);
    resend->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::resend(hub, words.who_and_why(), words.resend);
        };
    });
}

void add_slip_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* slip =
        app.add_subcommand("slip", "printed codes by which a kiosk finds people")->require_subcommand(1);
    auto* make = slip->add_subcommand("new", "a slip for the person of an appointment or referral");
    make->add_option("of", words.slip.of, "the appointment as today lists it, or the referral")->required();
    make->add_option("--by", words.slip.by, "your name")->required();
    make->add_option("--out", words.slip.file, "new SVG file to print; named after the slip unless said");
    make->callback([&] {
        chosen = [&](const Hub& hub) {
            return new_slip(hub, words.slip);
        };
    });
    slip->add_subcommand("list", "which there are, by whom, until when")->callback([&] {
        chosen = server::ctl::list_slips;
    });
    auto* badge = slip->add_subcommand("badge", "a badge that leads staff to a kiosk's staff corner");
    badge->add_option("--out", words.slip.file, "new SVG file to print")->required();
    badge->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::new_badge(hub, words.slip.file);
        };
    });
    auto* revoke = slip->add_subcommand("revoke", "end a slip that was lost");
    revoke->add_option("slip", words.slip_id, "its id, as list has it")->required();
    add_who_and_why(*revoke, words);
    revoke->callback([&] {
        chosen = [&](const Hub& hub) {
            return revoke_slip(hub, {domain::SlipId(words.slip_id), words.by, words.reason});
        };
    });
}

namespace {

using OnAccount = base::Done (*)(const Hub&, const server::ctl::AccountWords&);

CLI::App* add_account_command(CLI::App& account, const char* name, const char* what, OnAccount run,
                              Words& words, Command& chosen) {
    auto* command = account.add_subcommand(name, what);
    command->add_option("name", words.account.name, "the name they sign in with")->required();
    command->add_option("--by", words.account.by, "your name")->required();
    command->callback([&words, &chosen, run] {
        chosen = [&words, run](const Hub& hub) {
            return run(hub, words.account);
        };
    });
    return command;
}

}  // namespace

void add_account_commands(CLI::App& app, Words& words, Command& chosen) {
    using namespace server::ctl;
    auto* account = app.add_subcommand("account", "who may sign in at reception")->require_subcommand(1);
    account->add_subcommand("list", "who may, and until when their vetting holds")->callback([&] {
        chosen = list_accounts;
    });
    auto* add = add_account_command(*account, "add", "prints a code for the first sign-in",
                                    server::ctl::add_account, words, chosen);
    add->add_option("--role", words.account.role, "reception, caseworker, manager or analyst")->required();
    add->add_option("--vetting-type", words.account.vetting_type, "such as Enhanced")->required();
    add->add_option("--vetting-number", words.account.vetting_number)->required();
    add->add_option("--vetting-date", words.account.vetting_date, "such as 2026-11-23")->required();
    add->add_option("--vetting-expires", words.account.vetting_expires, "such as 2029-11-22")->required();
    add_account_command(*account, "lock", "shut somebody out at once", lock_account, words, chosen);
    add_account_command(*account, "unlock", "let them in again", unlock_account, words, chosen);
    add_account_command(*account, "erase", "forget somebody who has left, once their account is locked",
                        server::ctl::erase_account, words, chosen);
    add_account_command(*account, "reset", "password and second step anew: prints a code", reset_account,
                        words, chosen);
}

}  // namespace server::hubctl
