// One session of the itinerary: move it, cancel it, say that it is full or has places again. Kiosks show it
// within seconds.

#include "server/app/itinerary.h"
#include "server/reception/day_words.h"
#include "server/reception/edit_itinerary.h"
#include "server/reception/session_words.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using http::Reply;

domain::SessionId session_in(const Visit& visit) {
    return domain::SessionId(visit.request.judged.id);
}

Reply session_sheet(Office& office, Visit& visit, const std::string& error) {
    domain::Session session;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        session = TRY(view.session(session_in(visit)));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = session_words(session);
    words.set("form_token", office.sessions.form_token(visit.token));
    set_problem(words, error, "main");
    const bool typed = visit.page.method == http::Method::Post && !visit.form["day"].empty();
    words.set("typed_day", typed ? visit.form["day"] : domain::to_text(domain::london_date(session.start)));
    words.set("typed_starts", typed ? visit.form["starts"] : domain::london_time(session.start));
    words.set("typed_ends", typed ? visit.form["ends"] : domain::london_time(session.end));
    words.set("typed_room", typed ? visit.form["room"] : session.room);
    words.set("typed_places", visit.form["places"]);
    return form_page(frame_of(office, visit, "Session"), "session.html", words, error);
}

template <class Change>
Reply change_session(Office& office, Visit& visit, const Change& change) {
    const auto done = edit_itinerary(office, visit, change);
    if (done) return go_to("/sessions/" + visit.request.judged.id);
    const auto kind = done.error().kind;
    if (kind == base::ErrorKind::NotFound || kind == base::ErrorKind::Unavailable)
        return told(office, visit, done.error());
    return session_sheet(office, visit, "This was not done: " + done.error().message + '.');
}

}  // namespace

Reply session_page(Office& office, Visit& visit) {
    return session_sheet(office, visit, "");
}

Reply move_session(Office& office, Visit& visit) {
    const auto place = place_of(visit.form);
    if (!place) return session_sheet(office, visit, place.error().message);
    return change_session(office, visit, [&](app::Transaction& transaction, const auto& editing) {
        return app::move_session(transaction, session_in(visit), place->start, place->end, place->room,
                                 editing);
    });
}

Reply cancel_session(Office& office, Visit& visit) {
    return change_session(office, visit, [&](app::Transaction& transaction, const auto& editing) {
        return app::cancel_session(transaction, session_in(visit), editing);
    });
}

Reply fill_session(Office& office, Visit& visit) {
    return change_session(office, visit, [&](app::Transaction& transaction, const auto& editing) {
        return app::fill_session(transaction, session_in(visit), editing);
    });
}

Reply open_session(Office& office, Visit& visit) {
    const auto places = places_of(visit.form);
    if (!places) return session_sheet(office, visit, places.error().message);
    return change_session(office, visit, [&](app::Transaction& transaction, const auto& editing) {
        return app::open_session(transaction, session_in(visit), *places, editing);
    });
}

}  // namespace server::reception
