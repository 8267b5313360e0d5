#include "server/reception/session_words.h"

#include <array>
#include <charconv>

#include "server/reception/day_words.h"
#include "shared/base/time_of_day.h"

namespace server::reception {
namespace {

using domain::Session;

template <class Enum, std::size_t Size>
Words choices(const std::array<Enum, Size>& all, const std::string& chosen) {
    Words list(Words::type::list);
    for (const Enum one : all) {
        Words words;
        words.set("word", std::string(to_word(one)));
        words.set("label", in_words(one));
        words.set("chosen", to_word(one) == chosen);
        list << words;
    }
    return list;
}

tl::unexpected<base::Error> refuse(const char* what) {
    return base::fail(base::ErrorKind::InvalidInput, what);
}

}  // namespace

const char* in_words(domain::SessionKind kind) {
    switch (kind) {
        case domain::SessionKind::Group:
            return "Group";
        case domain::SessionKind::Family:
            return "Family";
        case domain::SessionKind::OneToOne:
            return "One-to-one";
        case domain::SessionKind::Specialist:
            return "Specialist";
    }
    return "";
}

const char* in_words(domain::Audience audience) {
    switch (audience) {
        case domain::Audience::Everyone:
            return "Everyone";
        case domain::Audience::Women:
            return "Women only";
        case domain::Audience::Men:
            return "Men only";
        case domain::Audience::YoungAdults:
            return "18 to 25";
        case domain::Audience::Families:
            return "Families";
    }
    return "";
}

const char* in_words(domain::JoinWay way) {
    switch (way) {
        case domain::JoinWay::DropIn:
            return "Drop in";
        case domain::JoinWay::AskReception:
            return "Ask reception";
        case domain::JoinWay::AskWorker:
            return "Ask your worker";
    }
    return "";
}

const char* in_words(domain::SessionState state) {
    switch (state) {
        case domain::SessionState::Planned:
            return "";
        case domain::SessionState::Moved:
            return "Moved";
        case domain::SessionState::Cancelled:
            return "Cancelled";
        case domain::SessionState::Full:
            return "Full";
    }
    return "";
}

std::string weekday_in_words(domain::Date day) {
    constexpr std::array kDays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    return kDays[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()];
}

Words session_words(const Session& session) {
    Words words;
    words.set("id", session.id.text());
    words.set("start", domain::london_time(session.start));
    words.set("end", domain::london_time(session.end));
    words.set("day", day_in_words(domain::london_date(session.start)));
    words.set("day_of", domain::to_text(domain::london_date(session.start)));
    words.set("title", session.title);
    words.set("room", session.room);
    words.set("kind", in_words(session.kind));
    words.set("who", in_words(session.audience));
    words.set("join", in_words(session.join));
    words.set("facilitator", session.facilitator);
    words.set("has_facilitator", !session.facilitator.empty());
    words.set("state", in_words(session.state));
    words.set("has_state", session.state != domain::SessionState::Planned);
    words.set("is_cancelled", session.state == domain::SessionState::Cancelled);
    words.set("is_full", session.state == domain::SessionState::Full);
    words.set("places", session.places_left ? std::to_string(*session.places_left) : std::string());
    words.set("has_places", session.places_left.has_value());
    return words;
}

void set_session_choices(Words& words, const Form& form) {
    words.set("kinds", choices(domain::kSessionKinds, form["kind"]));
    words.set("audiences", choices(domain::kAudiences, form["audience"]));
    words.set("ways", choices(domain::kJoinWays, form["join"]));
    for (const char* field : {"starts", "ends", "room", "title", "facilitator", "places"}) {
        words.set(std::string("typed_") + field, form[field]);
    }
}

base::Result<Place> place_of(const Form& form) {
    const auto day = domain::parse_date(form["day"]);
    if (!day) return refuse("Enter the day, such as 2026-11-23.");
    const auto starts = base::parse_time_of_day(form["starts"]);
    const auto ends = base::parse_time_of_day(form["ends"]);
    if (!starts || !ends) return refuse("Enter when it starts and ends, such as 10:00 and 11:30.");
    return Place{domain::at_london_time(*day, *starts), domain::at_london_time(*day, *ends), form["room"]};
}

base::Result<std::optional<unsigned>> places_of(const Form& form) {
    const std::string& text = form["places"];
    if (text.empty()) return std::optional<unsigned>();
    unsigned places = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), places);
    if (error != std::errc() || end != text.data() + text.size() || places > domain::kPlacesMax)
        return refuse("Enter how many places are left as a number of at most 500, or nothing.");
    return std::optional<unsigned>(places);
}

base::Result<Session> session_of(const Form& form) {
    const Place place = TRY(place_of(form));
    const auto kind = domain::from_word(domain::kSessionKinds, form["kind"]);
    const auto audience = domain::from_word(domain::kAudiences, form["audience"]);
    const auto join = domain::from_word(domain::kJoinWays, form["join"]);
    if (!kind || !audience || !join) return refuse("Choose the kind, who may come, and how they join.");
    Session session;
    session.kind = *kind;
    session.start = place.start;
    session.end = place.end;
    session.room = place.room;
    session.title = form["title"];
    session.facilitator = form["facilitator"];
    session.audience = *audience;
    session.join = *join;
    session.places_left = TRY(places_of(form));
    return session;
}

}  // namespace server::reception
