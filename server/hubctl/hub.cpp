// Kiosks, looking, the calendar and the report.

#include "server/hubctl/words.h"

namespace server::hubctl {

void add_who_and_why(CLI::App& command, Words& words) {
    command.add_option("--by", words.by, "your name")->required();
    command
        .add_option("--reason", words.reason,
                    "why, in your words; with --absent and --not-held the practitioner reads it")
        ->required();
}

base::Result<domain::Date> day_or_today(const Words& words, const Hub& hub) {
    if (words.day.empty()) return domain::london_date(hub.clock.now());
    return domain::parse_date(words.day);
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
    add_who_and_why(*revoke, words);
    revoke->callback([&] {
        chosen = [&](const Hub& hub) {
            return revoke_kiosk(hub, words.name, words.who_and_why());
        };
    });
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
    outbox->add_option("--at", words.at,
                       "as it would stand at a time to come: 16:00, \"2026-11-24 16:00\" or a date-time");
    outbox->add_flag("--missed", words.missed, "deadlines of the last 30 days that were missed, and why");
    outbox->callback([&] {
        chosen = [&](const Hub& hub) -> base::Done {
            if (!words.at.empty()) return server::ctl::outbox_at(hub, words.at);
            if (words.missed) return server::ctl::missed_deadlines(hub);
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

void add_report_command(CLI::App& app, Words& words, Command& chosen) {
    auto* report = app.add_subcommand("report", "the figures of the contract, now and as they were frozen");
    auto* month = report->add_option("--month", words.report.month, "such as 2026-10");
    auto* quarter = report->add_option("--quarter", words.report.quarter, "such as 2026-Q4");
    auto* merge = report->add_option("--merge", words.report.merge,
                                     "CSV reports of several hubs, to be joined into one");
    month->excludes(quarter)->excludes(merge);
    quarter->excludes(merge);
    report->add_option("--csv", words.report.csv, "also as CSV, into a new file");
    report->add_option("--html", words.report.html, "also as a page to print, into a new file");
    report->add_option("--xlsx", words.report.xlsx, "also as a workbook for a spreadsheet, into a new file");
    report
        ->add_option("--items", words.report.items,
                     "also the referrals behind each number, into a new CSV file")
        ->excludes(merge);
    report
        ->add_option("--complexity", words.report.complexity,
                     "also each figure by complexity, into a new CSV file")
        ->excludes(merge);
    auto* indicators = report->add_flag("--indicators", words.report.indicators,
                                        "the indicators by borough of a month or a quarter, also into --csv");
    for (const char* other : {"--merge", "--html", "--xlsx", "--items", "--complexity"})
        indicators->excludes(report->get_option(other));
    add_performance_options(*report, words);
    report->callback([&] {
        chosen = [&](const Hub& hub) {
            return run_report(hub, words);
        };
    });
}

}  // namespace server::hubctl
