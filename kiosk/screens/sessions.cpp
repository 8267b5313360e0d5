#include "kiosk/screens/sessions.h"

#include <algorithm>
#include <utility>

namespace kiosk::screens {
namespace {

constexpr char kEnglish[] = "en";

const char* icon_of(domain::SessionKind kind) {
    switch (kind) {
        case domain::SessionKind::Group:
            return "people";
        case domain::SessionKind::Family:
            return "caring";
        case domain::SessionKind::OneToOne:
            return "person";
        case domain::SessionKind::Specialist:
            return "work";
    }
    return "";
}

/// The pictogram and the words of a change: never the one without the other.
struct Mark {
    const char* icon = nullptr;
    const char* words = nullptr;
};

/// On the day it was moved away from, that is what people must know, also when it is full by now.
Mark mark_of(domain::SessionState state, bool moved_away) {
    if (moved_away && state == domain::SessionState::Full) state = domain::SessionState::Moved;
    switch (state) {
        case domain::SessionState::Planned:
            return {};
        case domain::SessionState::Moved:
            return {"forward", "itinerary.moved"};
        case domain::SessionState::Cancelled:
            return {"cross", "itinerary.cancelled"};
        case domain::SessionState::Full:
            return {"lock", "itinerary.full"};
    }
    return {};
}

const char* audience_id(domain::Audience audience) {
    switch (audience) {
        case domain::Audience::Everyone:
            return "itinerary.for_everyone";
        case domain::Audience::Women:
            return "itinerary.for_women";
        case domain::Audience::Men:
            return "itinerary.for_men";
        case domain::Audience::YoungAdults:
            return "itinerary.for_young";
        case domain::Audience::Families:
            return "itinerary.for_families";
    }
    return "";
}

}  // namespace

std::string day_name(const Scene& scene, domain::Date day) {
    return scene.visit().modes.short_words() ? scene.words.weekday(day) : scene.words.weekday_and_day(day);
}

std::string day_heading(const Scene& scene, domain::Date day) {
    const std::string name = day_name(scene, day);
    return app::today(scene.model) == day ? scene.words.text("itinerary.today_is", {name}) : name;
}

std::string title_language(const Scene& scene, const domain::Session& session) {
    const std::string& shown = scene.words.language();
    const bool translated =
        std::any_of(session.titles.begin(), session.titles.end(),
                    [&](const domain::TitleIn& title) { return title.language == shown; });
    return translated || shown == kEnglish ? "" : kEnglish;
}

Node session_line(const Scene& scene, const domain::Session& session, domain::Date day) {
    const bool moved_away = domain::london_date(session.start) != day;
    const base::Instant start = moved_away ? session.was_start.value_or(session.start) : session.start;
    const std::string& title = domain::title_in(session, scene.words.language());
    const std::string line = Scene::time(start) + ' ' + title;
    const Mark mark = mark_of(session.state, moved_away);
    Node node = fact("session." + session.id.text(), line, icon_of(session.kind));
    node.language = title_language(scene, session);
    if (mark.words != nullptr) {
        node.label = scene.words.text(mark.words, {line});
        node.icon = mark.icon;
        if (!node.language.empty()) node.quote = title;
    }
    return node;
}

void add_as_of(const Scene& scene, Block& words) {
    if (!app::itinerary_may_be_old(scene.model) || !scene.model.itinerary_as_of) return;
    const base::Instant as_of = *scene.model.itinerary_as_of;
    const domain::Date day = domain::london_date(as_of);
    const std::string time = Scene::time(as_of);
    words.nodes.push_back(fact("as_of",
                               app::today(scene.model) == day
                                   ? scene.words.text("itinerary.as_of", {time})
                                   : scene.words.text("itinerary.as_of_day", {day_name(scene, day), time}),
                               "offline"));
}

std::string audience_text(const Scene& scene, domain::Audience audience) {
    return scene.words.text(audience_id(audience));
}

}  // namespace kiosk::screens
