#include <algorithm>
#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/sessions.h"

namespace kiosk::screens {
namespace {

const domain::Session* find_session(const app::Model& model) {
    if (!model.itinerary) return nullptr;
    const auto& all = model.itinerary->sessions;
    const auto found = std::find_if(all.begin(), all.end(), [&](const domain::Session& one) {
        return one.id == model.visit.browsing.session;
    });
    return found == all.end() ? nullptr : &*found;
}

/// Where and when it was to be, of one that was moved.
std::string moved_from(const Scene& scene, const domain::Session& session) {
    const Words& words = scene.words;
    if (!session.was_start) return words.text("itinerary.was_in", {session.was_room});
    const domain::Date day = domain::london_date(*session.was_start);
    const std::string time = Scene::time(*session.was_start);
    const bool other_day = day != domain::london_date(session.start);
    return other_day ? words.text("itinerary.was_on", {day_name(scene, day), time})
                     : words.text("itinerary.was_at", {time});
}

void add_change(const Scene& scene, const domain::Session& session, Block& above) {
    const Words& words = scene.words;
    switch (session.state) {
        case domain::SessionState::Planned:
            return;
        case domain::SessionState::Cancelled:
            above.nodes.push_back(fact("change", words.text("itinerary.is_cancelled"), "cross"));
            return;
        case domain::SessionState::Full:
            above.nodes.push_back(fact("change", words.text("itinerary.is_full"), "lock"));
            if (domain::is_moved(session))
                above.nodes.push_back(note("moved", moved_from(scene, session), "forward"));
            return;
        case domain::SessionState::Moved:
            above.nodes.push_back(fact("change", moved_from(scene, session), "forward"));
            return;
    }
}

const char* join_id(domain::JoinWay way) {
    switch (way) {
        case domain::JoinWay::DropIn:
            return "itinerary.drop_in";
        case domain::JoinWay::AskReception:
            return "itinerary.ask_reception";
        case domain::JoinWay::AskWorker:
            return "itinerary.ask_worker";
    }
    return "";
}

/// How to get a place, where there can be one.
void add_joining(const Scene& scene, const domain::Session& session, Block& above) {
    const bool closed =
        session.state == domain::SessionState::Cancelled || session.state == domain::SessionState::Full;
    if (closed) return;
    std::string how = scene.words.text(join_id(session.join));
    if (session.places_left) {
        how += ' ' + scene.words.text("itinerary.places", {std::to_string(*session.places_left)});
    }
    // Where there are few words, what has changed is said instead.
    const bool planned = session.state == domain::SessionState::Planned;
    above.nodes.push_back(planned ? fact("join", std::move(how), "door")
                                  : note("join", std::move(how), "door"));
}

/// Who holds it, or, where that is not English, in which language.
void add_note(const Scene& scene, const domain::Session& session, Block& above) {
    const languages::Language* spoken = languages::find(session.language);
    if (session.language != "en" && spoken != nullptr) {
        const std::string name(spoken->own_name);
        above.nodes.push_back(fact("spoken", scene.words.text("itinerary.spoken", {name}), "globe"));
    } else if (!session.facilitator.empty()) {
        above.nodes.push_back(
            note("with", scene.words.text("itinerary.with", {session.facilitator}), "person"));
    }
}

}  // namespace

/// Everything the hub says of one session.
Screen itinerary_session(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "itinerary_session", Bar::Whole);
    screen.picture = "calendar";
    const domain::Session* session = find_session(scene.model);
    if (session == nullptr) {
        screen.body.push_back(block({title(words.text("itinerary.gone"))}));
        return screen;
    }
    Node name = title(domain::title_in(*session, words.language()));
    name.language = title_language(scene, *session);
    Block above = block({std::move(name)});
    add_change(scene, *session, above);
    const std::string day = day_name(scene, domain::london_date(session->start));
    above.nodes.push_back(fact(
        "when", words.text("itinerary.when", {day, Scene::time(session->start), Scene::time(session->end)}),
        "clock"));
    above.nodes.push_back(fact("where", words.text("itinerary.where", {session->room}), "seat"));
    const bool everyone = session->audience == domain::Audience::Everyone;
    std::string whom = audience_text(scene, session->audience);
    above.nodes.push_back(everyone ? note("whom", std::move(whom), "people")
                                   : fact("whom", std::move(whom), "people"));
    add_joining(scene, *session, above);
    add_note(scene, *session, above);
    screen.body.push_back(std::move(above));
    return screen;
}

}  // namespace kiosk::screens
