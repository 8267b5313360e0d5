#include "server/app/itinerary.h"

#include "server/ctl/commands.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "shared/base/time_of_day.h"
#include "shared/protocol/itinerary_file.h"
#include "shared/settings/document.h"

namespace server::ctl {
namespace {

using app::ItineraryAct;
using domain::Session;

app::Editing editing(const Hub& hub, const std::string& who) {
    return {who, hub.clock.now(), hub.entropy};
}

std::string what_of(const Session& session) {
    std::string text(to_word(session.state));
    if (session.was_start) text += ", was at " + date_and_time(*session.was_start);
    if (!session.was_room.empty()) text += ", was in " + session.was_room;
    return text;
}

base::Done warn_of_missing_kinds(app::View& view, domain::Date from, std::ostream& out) {
    for (const app::Lacking& week : TRY(app::lacking(view, from))) {
        out << "WARNING: the five days from " << domain::to_text(week.monday) << " lack:";
        for (const domain::SessionKind kind : week.kinds) out << ' ' << to_word(kind);
        out << ". Each week needs all four kinds.\n";
    }
    return {};
}

/// Changes the itinerary, and then says `said`, which the command may fill, and what the weeks lack.
base::Done change(const Hub& hub, const app::Store::Command& command, const std::string& said) {
    const auto record = TRY(open_for_tool(hub));
    TRY_DONE(record.store->write_and_wait(command));
    hub.out << said;
    return record.store->read([&](app::View& view) {
        return warn_of_missing_kinds(view, domain::london_date(hub.clock.now()), hub.out);
    });
}

base::Result<base::Instant> time_on(domain::Date day, const std::string& time) {
    return domain::at_london_time(day, TRY(base::parse_time_of_day(time)));
}

template <class Enum, std::size_t Size>
base::Result<Enum> choice(const std::array<Enum, Size>& all, const std::string& word, const char* option) {
    if (const auto found = domain::from_word(all, word)) return *found;
    std::string known;
    for (const Enum one : all) known += (known.empty() ? "" : ", ") + std::string(to_word(one));
    return base::fail(base::ErrorKind::InvalidInput, std::string(option) + " must be one of " + known);
}

base::Result<std::vector<domain::TitleIn>> titles_of(const SessionWords& words) {
    std::vector<domain::TitleIn> titles;
    for (const std::string& one : words.titles) {
        const std::size_t equals = one.find('=');
        if (equals == std::string::npos) {
            return base::fail(base::ErrorKind::InvalidInput, "--title-in must be like pl=\"Grupa B\"");
        }
        titles.push_back({one.substr(0, equals), one.substr(equals + 1)});
    }
    return titles;
}

base::Result<Session> session_of(const SessionWords& words) {
    Session session;
    const domain::Date day = TRY(domain::parse_date(words.day));
    session.kind = TRY(choice(domain::kSessionKinds, words.kind, "--kind"));
    session.start = TRY(time_on(day, words.from));
    session.end = TRY(time_on(day, words.to));
    session.room = words.room;
    session.title = words.title;
    session.titles = TRY(titles_of(words));
    session.facilitator = words.facilitator;
    session.audience = TRY(choice(domain::kAudiences, words.audience, "--audience"));
    session.join = TRY(choice(domain::kJoinWays, words.join, "--join"));
    session.places_left = words.places;
    session.language = words.language;
    return session;
}

const char* word_of(ItineraryAct act) {
    switch (act) {
        case ItineraryAct::Added:
            return "added";
        case ItineraryAct::Moved:
            return "moved";
        case ItineraryAct::Cancelled:
            return "cancelled";
        case ItineraryAct::Full:
            return "full";
        case ItineraryAct::Opened:
            return "opened";
    }
    return "";
}

}  // namespace

base::Done list_itinerary(const Hub& hub, domain::Date from) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        const domain::Date until = std::chrono::sys_days{from} + std::chrono::days{domain::kItineraryDays};
        Table table({"day", "from", "to", "kind", "room", "title", "for", "places", "state", "session"});
        for (const Session& one :
             TRY(view.sessions_between(domain::start_of(from), domain::start_of(until)))) {
            table.add({domain::to_text(domain::london_date(one.start)), domain::london_time(one.start),
                       domain::london_time(one.end), std::string(to_word(one.kind)), one.room, one.title,
                       std::string(to_word(one.audience)),
                       one.places_left ? std::to_string(*one.places_left) : "-", what_of(one),
                       one.id.text()});
        }
        table.print(hub.out);
        return warn_of_missing_kinds(view, from, hub.out);
    });
}

base::Done list_itinerary_changes(const Hub& hub, domain::Date day) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"when", "who", "what", "title", "session"});
        for (const app::ItineraryChange& one : TRY(view.itinerary_changes_between(
                 domain::start_of(day), domain::start_of(domain::next_day(day))))) {
            table.add({date_and_time(one.at), one.who, word_of(one.act), TRY(view.session(one.session)).title,
                       one.session.text()});
        }
        table.print(hub.out);
        return {};
    });
}

base::Done import_itinerary(const Hub& hub, const std::string& file, const std::string& who) {
    const std::string text = TRY(::settings::read_file(file));
    auto sessions = protocol::decode_itinerary_file(text);
    if (!sessions) {
        return base::fail(base::ErrorKind::InvalidInput,
                          file + ": " + sessions.error().message + ". Nothing was imported");
    }
    std::string said;
    return change(
        hub,
        [&](app::Transaction& transaction) -> base::Done {
            const app::Added outcome = TRY(app::add_sessions(transaction, *sessions, editing(hub, who)));
            said = "Sessions added: " + std::to_string(outcome.added) +
                   ". There already: " + std::to_string(outcome.there_already) + ".\n";
            return {};
        },
        said);
}

base::Done add_session(const Hub& hub, const SessionWords& words) {
    const Session session = TRY(session_of(words));
    return change(
        hub,
        [&](app::Transaction& transaction) -> base::Done {
            const app::Added outcome = TRY(app::add_sessions(transaction, {session}, editing(hub, words.by)));
            if (outcome.added == 1) return {};
            return base::fail(base::ErrorKind::Conflict, "this session is in the itinerary already");
        },
        "Added.\n");
}

base::Done move_session(const Hub& hub, const SessionWords& words) {
    const domain::SessionId id(words.id);
    return change(
        hub,
        [&](app::Transaction& transaction) -> base::Done {
            const Session was = TRY(transaction.session(id));
            const domain::Date day =
                words.day.empty() ? domain::london_date(was.start) : TRY(domain::parse_date(words.day));
            const auto from = words.from.empty() ? domain::london_time(was.start) : words.from;
            const base::Instant start = TRY(time_on(day, from));
            // Without an end it lasts as long as before.
            const base::Instant end =
                words.to.empty() ? start + (was.end - was.start) : TRY(time_on(day, words.to));
            return app::move_session(transaction, id, start, end, words.room.empty() ? was.room : words.room,
                                     editing(hub, words.by));
        },
        "Moved. The kiosks show it within five seconds.\n");
}

base::Done cancel_session(const Hub& hub, const SessionWords& words) {
    return change(
        hub,
        [&](app::Transaction& transaction) {
            return app::cancel_session(transaction, domain::SessionId(words.id), editing(hub, words.by));
        },
        "Cancelled. The kiosks show it within five seconds.\n");
}

base::Done fill_session(const Hub& hub, const SessionWords& words) {
    return change(
        hub,
        [&](app::Transaction& transaction) {
            return app::fill_session(transaction, domain::SessionId(words.id), editing(hub, words.by));
        },
        "Full. The kiosks show it within five seconds.\n");
}

base::Done open_session(const Hub& hub, const SessionWords& words) {
    return change(
        hub,
        [&](app::Transaction& transaction) {
            return app::open_session(transaction, domain::SessionId(words.id), words.places,
                                     editing(hub, words.by));
        },
        "Open again. The kiosks show it within five seconds.\n");
}

}  // namespace server::ctl
