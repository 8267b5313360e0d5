// hubctl: set-up, today, the outbox, people's decisions, checks (docs/operations.md).

#include <functional>
#include <iostream>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "server/ctl/commands.h"

namespace {

using server::ctl::Hub;
using Command = std::function<base::Done(const Hub&)>;

/// What the command line gives; one place for all commands.
struct Words {
    std::string settings;
    std::string name, folder;
    std::string day, month;
    std::string call, who;
    unsigned seen = 0;
    bool json = false;
    bool names = false;
    std::string appointment, referral, file, by, reason;
    server::ctl::DecisionWords decision;
    server::ctl::ResendWords resend;
    server::ctl::SessionWords session;
    server::ctl::AccountWords account;
    server::ctl::SlipWords slip;
    std::string slip_id;

    server::app::Decision who_and_why() const { return {domain::AppointmentId(appointment), by, reason}; }
};

void add_who_and_why(CLI::App& command, Words& words) {
    command.add_option("--by", words.by, "your name")->required();
    command
        .add_option("--reason", words.reason,
                    "why, in your words; with --absent and --not-held the practitioner reads it")
        ->required();
}

void add_kiosk_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* kiosk = app.add_subcommand("kiosk", "the hub's kiosks")->require_subcommand(1);
    auto* add = kiosk->add_subcommand("add", "let a kiosk in: makes its certificate and settings");
    add->add_option("name", words.name, "such as front-door")->required();
    add->add_option("--to", words.folder, "new folder to carry to the kiosk")->required();
    add->callback([&] {
        chosen = [&](const Hub& hub) {
            return add_kiosk(hub, words.name, words.folder);
        };
    });
    kiosk->add_subcommand("list", "when each was last seen")->callback([&] {
        chosen = server::ctl::list_kiosks;
    });
    auto* lost = kiosk->add_subcommand("lost", "what a revoked kiosk kept will never come");
    lost->add_option("name", words.name)->required();
    add_who_and_why(*lost, words);
    lost->callback([&] {
        chosen = [&](const Hub& hub) {
            return lose_kiosk(hub, words.name, words.who_and_why());
        };
    });
    auto* refused = kiosk->add_subcommand("refused", "arrivals the hub refused there have been seen to");
    refused->add_option("name", words.name)->required();
    refused->add_option("--seen", words.seen, "how many --show-refused listed there")->required();
    add_who_and_why(*refused, words);
    refused->callback([&] {
        chosen = [&](const Hub& hub) {
            return see_to_refused(hub, words.name, words.seen, words.who_and_why());
        };
    });
    auto* revoke = kiosk->add_subcommand("revoke", "shut a kiosk out");
    revoke->add_option("name", words.name)->required();
    revoke->callback([&] {
        chosen = [&](const Hub& hub) {
            return revoke_kiosk(hub, words.name);
        };
    });
}

base::Result<domain::Date> day_or_today(const Words& words, const Hub& hub) {
    if (words.day.empty()) return domain::london_date(hub.clock.now());
    return domain::parse_date(words.day);
}

void add_looking_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* today = app.add_subcommand("today", "who is expected, arrived, late, not yet here");
    today->add_option("--day", words.day, "another day, such as 2026-11-23");
    today->add_flag("--names", words.names, "with names; that you looked is kept");
    today->add_option("--by", words.by, "your name");
    today->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            return server::ctl::today(hub, TRY(day_or_today(words, hub)), {words.names, words.by});
        };
    });
    auto* looks = app.add_subcommand("looks", "who looked at whose name");
    looks->add_option("--day", words.day, "another day, such as 2026-11-23");
    looks->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            return server::ctl::list_looks(hub, TRY(day_or_today(words, hub)));
        };
    });
    auto* erasures = app.add_subcommand("erasures", "who was erased, by their opaque id");
    erasures->add_option("--day", words.day, "another day, such as 2026-11-23");
    erasures->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            return server::ctl::list_erasures(hub, TRY(day_or_today(words, hub)));
        };
    });
    auto* outbox = app.add_subcommand("outbox", "what waits for the case system, why, until when");
    outbox->add_option("--day", words.day, "everything of a day, what is submitted too");
    outbox->add_flag("--json", words.json, "a line of JSON each");
    outbox->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            std::optional<domain::Date> day;
            if (!words.day.empty()) day = TRY(domain::parse_date(words.day));
            return server::ctl::outbox(
                hub, day, words.json ? server::ctl::OutboxForm::JsonLines : server::ctl::OutboxForm::Table);
        };
    });
    auto* calls = app.add_subcommand("calls", "who waits at which kiosk for a member of staff");
    auto* answer = calls->add_option("--answer", words.call, "the call to which somebody goes now");
    calls->add_option("--who", words.who, "first name of who goes: the kiosk shows it")->needs(answer);
    calls->callback([&] {
        chosen = [&](const Hub& hub) {
            return words.call.empty() ? server::ctl::list_calls(hub)
                                      : server::ctl::answer_call(hub, words.call, words.who);
        };
    });
    auto* surveys = app.add_subcommand("surveys", "how many were offered, answered and declined, by month");
    surveys->add_option("--check", words.file, "says whether this file is a survey, and what is wrong");
    surveys->callback([&] {
        chosen = [&](const Hub& hub) {
            return words.file.empty() ? server::ctl::list_surveys(hub)
                                      : server::ctl::check_survey(hub, words.file);
        };
    });
    app.add_subcommand("languages", "what a kiosk can speak, and which texts nobody has reviewed")
        ->callback([&] { chosen = server::ctl::list_languages; });
    app.add_subcommand("check", "everything that could be wrong")->callback([&] {
        chosen = server::ctl::check;
    });
}

void add_calendar_command(CLI::App& app, Words& words, Command& chosen) {
    auto* calendar = app.add_subcommand("calendar", "the business days of a month, and why others are none");
    calendar->add_option("month", words.month, "such as 2026-11; this month unless said");
    calendar->add_option("--check", words.file,
                         "says whether this file is a list of bank holidays of GOV.UK");
    calendar->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            if (!words.file.empty()) return server::ctl::check_bank_holidays(hub, words.file);
            const auto today = domain::london_date(hub.clock.now());
            return list_month(
                hub, words.month.empty() ? domain::month_of(today) : TRY(domain::parse_month(words.month)));
        };
    });
}

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

using OnSession = base::Done (*)(const Hub&, const server::ctl::SessionWords&);

CLI::App* add_session_command(CLI::App& itinerary, const char* name, const char* what, OnSession run,
                              Words& words, Command& chosen) {
    auto* command = itinerary.add_subcommand(name, what);
    command->add_option("--by", words.session.by, "your name")->required();
    command->callback([&words, &chosen, run] {
        chosen = [&words, run](const Hub& hub) {
            return run(hub, words.session);
        };
    });
    return command;
}

void add_time_and_place(CLI::App& command, Words& words) {
    command.add_option("--day", words.session.day, "such as 2026-11-23");
    command.add_option("--from", words.session.from, "such as 10:00");
    command.add_option("--to", words.session.to, "such as 11:30");
    command.add_option("--room", words.session.room);
}

void add_itinerary_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* itinerary = app.add_subcommand("itinerary", "what is on at the hub")->require_subcommand(1);
    auto* list = itinerary->add_subcommand("list", "a week, and what it lacks");
    list->add_option("--day", words.day, "from another day on, such as 2026-11-23");
    list->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            return server::ctl::list_itinerary(hub, TRY(day_or_today(words, hub)));
        };
    });
    auto* changes = itinerary->add_subcommand("changes", "who changed it");
    changes->add_option("--day", words.day, "another day, such as 2026-11-23");
    changes->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            return server::ctl::list_itinerary_changes(hub, TRY(day_or_today(words, hub)));
        };
    });
    auto* import = itinerary->add_subcommand("import", "add the sessions of a file, all or none");
    import->add_option("file", words.file, "see docs/itinerary.md")->required();
    import->add_option("--by", words.by, "your name")->required();
    import->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::import_itinerary(hub, words.file, words.by);
};
}  // namespace
);
auto* add = add_session_command(*itinerary, "add", "one session", server::ctl::add_session, words, chosen);
add_time_and_place(*add, words);
add->add_option("--kind", words.session.kind, "group, family, one_to_one or specialist")->required();
add->add_option("--title", words.session.title, "English and neutral, such as \"Group B\"")->required();
add->add_option("--title-in", words.session.titles, "in another language: pl=Grupa B");
add->add_option("--facilitator", words.session.facilitator, "first name");
add->add_option("--audience", words.session.audience, "everyone, women, men, young_adults or families");
add->add_option("--join", words.session.join, "drop_in, ask_reception or ask_worker");
add->add_option("--places", words.session.places, "places left");
add->add_option("--language", words.session.language, "what is spoken, such as en");
auto* move = add_session_command(*itinerary, "move", "to another time or room", server::ctl::move_session,
                                 words, chosen);
move->add_option("session", words.session.id)->required();
add_time_and_place(*move, words);
add_session_command(*itinerary, "cancel", "it does not take place", server::ctl::cancel_session, words,
                    chosen)
    ->add_option("session", words.session.id)
    ->required();
add_session_command(*itinerary, "full", "no place is left", server::ctl::fill_session, words, chosen)
    ->add_option("session", words.session.id)
    ->required();
auto* open = add_session_command(*itinerary, "open", "there are places again", server::ctl::open_session,
                                 words, chosen);
open->add_option("session", words.session.id)->required();
open->add_option("--places", words.session.places, "how many, where they are counted");
}

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
    add_account_command(*account, "reset", "password and second step anew: prints a code", reset_account,
                        words, chosen);
}

int refuse(const base::Error& error) {
    std::cerr << "hubctl: " << error.message << '\n';
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Works on the hub's record, beside a running server or without it"};
    Words words;
    Command chosen;
    app.add_option("--settings", words.settings, "the hub's settings file (docs/settings.md)")->required();
    app.require_subcommand(1);
    app.add_subcommand("init", "make a new hub")->callback([&] { chosen = server::ctl::init; });
    app.add_subcommand("sync", "read the schedule now")->callback([&] { chosen = server::ctl::sync; });
    add_kiosk_commands(app, words, chosen);
    add_looking_commands(app, words, chosen);
    add_calendar_command(app, words, chosen);
    add_deciding_commands(app, words, chosen);
    add_slip_commands(app, words, chosen);
    add_itinerary_commands(app, words, chosen);
    add_account_commands(app, words, chosen);
    CLI11_PARSE(app, argc, argv);

    const auto settings = server::settings::read(words.settings);
    if (!settings) return refuse(settings.error());
    const base::SystemClock clock;
    base::SystemEntropy entropy;
    const auto done = chosen(Hub{*settings, clock, entropy, std::cout});
    return done ? 0 : refuse(done.error());
}
