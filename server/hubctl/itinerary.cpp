// What is on.

#include "server/hubctl/words.h"

namespace server::hubctl {

namespace {

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

void add_calendar_files(CLI::App& itinerary, Words& words, Command& chosen) {
    auto* into = itinerary.add_subcommand("export", "all sessions as a calendar (iCalendar)");
    into->add_option("file", words.file, "a new one, such as what-is-on.ics")->required();
    into->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::export_calendar(hub, words.file);
        };
    });
    auto* from = itinerary.add_subcommand("import-ical", "add the events of a calendar (.ics), all or none");
    from->add_option("file", words.calendar.file, "see docs/itinerary.md")->required();
    from->add_option("--by", words.calendar.by, "your name")->required();
    from->add_option("--kind", words.calendar.kind, "of events that do not say one");
    from->callback([&] {
        chosen = [&](const Hub& hub) {
            return import_calendar(hub, words.calendar);
        };
    });
}

}  // namespace

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
    auto* sessions = itinerary->add_subcommand("import", "add the sessions of a file, all or none");
    sessions->add_option("file", words.file, "see docs/itinerary.md")->required();
    sessions->add_option("--by", words.by, "your name")->required();
    sessions->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::import_itinerary(hub, words.file, words.by);
        };
    });
    add_calendar_files(*itinerary, words, chosen);
    auto* add =
        add_session_command(*itinerary, "add", "one session", server::ctl::add_session, words, chosen);
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

}  // namespace server::hubctl
