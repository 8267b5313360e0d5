#include "server/store/itinerary.h"

#include "server/store/failure.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::ItineraryAct;
using app::ItineraryChange;
using domain::Session;

constexpr std::array kActs{
    Word<ItineraryAct>{ItineraryAct::Added, "added"}, Word<ItineraryAct>{ItineraryAct::Moved, "moved"},
    Word<ItineraryAct>{ItineraryAct::Cancelled, "cancelled"}, Word<ItineraryAct>{ItineraryAct::Full, "full"},
    Word<ItineraryAct>{ItineraryAct::Opened, "opened"}};

#define SESSION_COLUMNS                                                                                 \
    "SELECT id, kind, start, end, room, title, facilitator, audience, joining, places_left, language, " \
    "state, changed_at, was_start, was_room FROM session "

std::vector<domain::TitleIn> titles_of(Record& record, const domain::SessionId& id) {
    std::vector<domain::TitleIn> titles;
    Query row = record.db.query("SELECT language, text FROM session_title WHERE session = ? ORDER BY place");
    row.with(id);
    while (row.next()) titles.push_back({row.text(0), row.text(1)});
    return titles;
}

base::Result<Session> session_of(Record& record, const Query& row) {
    const auto kind = domain::from_word(domain::kSessionKinds, row.text(1));
    const auto audience = domain::from_word(domain::kAudiences, row.text(7));
    const auto join = domain::from_word(domain::kJoinWays, row.text(8));
    const auto state = domain::from_word(domain::kSessionStates, row.text(11));
    if (!kind || !audience || !join || !state) return damaged("a session of the itinerary");
    Session session;
    session.id = domain::SessionId(row.text(0));
    session.kind = *kind;
    session.start = row.instant(2);
    session.end = row.instant(3);
    session.room = row.text(4);
    session.title = row.text(5);
    session.titles = titles_of(record, session.id);
    session.facilitator = row.text(6);
    session.audience = *audience;
    session.join = *join;
    if (!row.is_null(9)) session.places_left = static_cast<unsigned>(row.number(9));
    session.language = row.text(10);
    session.state = *state;
    session.changed_at = row.maybe_instant(12);
    session.was_start = row.maybe_instant(13);
    session.was_room = row.text(14);
    return session;
}

std::string place_of_change(const std::string& id) {
    return "itinerary_change/" + id;
}

}  // namespace

base::Result<Session> read_session(Record& record, const domain::SessionId& id) {
    return attempt([&]() -> base::Result<Session> {
        Query row = record.db.query(SESSION_COLUMNS "WHERE id = ?");
        if (row.with(id).next()) return session_of(record, row);
        return base::fail(base::ErrorKind::NotFound, "the itinerary has no such session");
    });
}

base::Result<std::vector<Session>> sessions_starting(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<Session>> {
        std::vector<Session> all;
        Query row = record.db.query(SESSION_COLUMNS
                                    "WHERE (start >= ? AND start < ?) OR (was_start >= ? AND was_start < ?) "
                                    "ORDER BY start, id");
        row.with(from, to, from, to);
        while (row.next()) all.push_back(TRY(session_of(record, row)));
        return all;
    });
}

base::Done put_session(Record& record, const Session& session) {
    return attempt([&]() -> base::Done {
        const auto places = session.places_left ? std::optional<std::int64_t>(*session.places_left)
                                                : std::optional<std::int64_t>();
        record.db
            .query(
                "INSERT INTO session (id, kind, start, end, room, title, facilitator, audience, joining, "
                "places_left, language, state, changed_at, was_start, was_room) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                "kind = excluded.kind, start = excluded.start, end = excluded.end, room = excluded.room, "
                "title = excluded.title, facilitator = excluded.facilitator, audience = excluded.audience, "
                "joining = excluded.joining, places_left = excluded.places_left, "
                "language = excluded.language, state = excluded.state, changed_at = excluded.changed_at, "
                "was_start = excluded.was_start, was_room = excluded.was_room")
            .with(session.id, to_word(session.kind), session.start, session.end, session.room, session.title,
                  session.facilitator, to_word(session.audience), to_word(session.join), places,
                  session.language, to_word(session.state), session.changed_at, session.was_start,
                  session.was_room)
            .run();
        record.db.query("DELETE FROM session_title WHERE session = ?").with(session.id).run();
        std::int64_t place = 0;
        for (const domain::TitleIn& title : session.titles) {
            record.db.query("INSERT INTO session_title (session, place, language, text) VALUES (?, ?, ?, ?)")
                .with(session.id, place++, title.language, title.text)
                .run();
        }
        return {};
    });
}

base::Result<std::vector<ItineraryChange>> itinerary_changes(Record& record, base::Instant from,
                                                             base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<ItineraryChange>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<ItineraryChange> all;
        Query row = record.db.query(
            "SELECT id, at, session, what, sealed FROM itinerary_change WHERE at >= ? AND at < ? "
            "ORDER BY seq");
        row.with(from, to);
        while (row.next()) {
            const auto act = value_of(kActs, row.text(3));
            if (!act) return damaged("a change of the itinerary");
            const std::string id = row.text(0);
            std::string who = TRY(record.vault.unseal(key, place_of_change(id), row.text(4)));
            all.push_back({id, row.instant(1), domain::SessionId(row.text(2)), *act, std::move(who)});
        }
        return all;
    });
}

base::Result<std::string> newest_change(Record& record) {
    return attempt([&]() -> base::Result<std::string> {
        Query row = record.db.query("SELECT id FROM itinerary_change ORDER BY seq DESC LIMIT 1");
        return row.next() ? row.text(0) : std::string();
    });
}

base::Done append_itinerary_change(Record& record, const ItineraryChange& change) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, place_of_change(change.id), change.who);
        record.db.query("INSERT INTO itinerary_change (id, at, session, what, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(change.id, change.at, change.session, word_of(kActs, change.act), Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
