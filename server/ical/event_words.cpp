#include "server/ical/event_words.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "shared/domain/calendar.h"

namespace server::ical {
namespace {

using base::ErrorKind;
using base::fail;
using domain::Session;

constexpr char kKind[] = "X-HUB-KIND";
constexpr char kAudience[] = "X-HUB-AUDIENCE";
constexpr char kJoin[] = "X-HUB-JOIN";
constexpr char kPlaces[] = "X-HUB-PLACES";
constexpr char kLanguage[] = "X-HUB-LANGUAGE";
constexpr char kFacilitator[] = "X-HUB-FACILITATOR";
constexpr char kZone[] = "Europe/London";

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// None: London's, or none is named and the hub's own clock is meant.
bool is_londons(const std::string& zone) {
    const std::string name = lower(zone);
    return name.empty() || name == "europe/london" || name.ends_with("/europe/london") ||
           name == "gmt standard time";  // as Windows calls it
}

bool is_utc(const std::string& zone) {
    const std::string name = lower(zone);
    return name == "utc" || name == "etc/utc";
}

/// `One-to-one` as the hub's own word.
std::string as_word(const std::string& text) {
    std::string word = lower(trimmed(text));
    std::replace_if(
        word.begin(), word.end(), [](char c) { return c == '-' || c == ' '; }, '_');
    return word;
}

std::optional<domain::SessionKind> kind_of(const Event& event) {
    const auto own = event.hub.find(kKind);
    if (own != event.hub.end()) return domain::from_word(domain::kSessionKinds, as_word(own->second));
    for (const std::string& category : event.categories) {
        const auto kind = domain::from_word(domain::kSessionKinds, as_word(category));
        if (kind) return kind;
    }
    return std::nullopt;
}

/// What the property says, or `otherwise` where the event does not have it.
template <class Enum, std::size_t Size>
base::Result<Enum> choice(const Event& event, const char* name, const std::array<Enum, Size>& all,
                          Enum otherwise) {
    const auto own = event.hub.find(name);
    if (own == event.hub.end()) return otherwise;
    const auto found = domain::from_word(all, as_word(own->second));
    if (found) return *found;
    std::string known;
    for (const Enum one : all) known += (known.empty() ? "" : ", ") + std::string(to_word(one));
    return fail(ErrorKind::InvalidInput, std::string("its ") + name + " must be one of " + known);
}

base::Result<std::optional<unsigned>> places_of(const Event& event) {
    const auto own = event.hub.find(kPlaces);
    if (own == event.hub.end()) return std::optional<unsigned>();
    const std::string& text = own->second;
    unsigned places = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), places);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(ErrorKind::InvalidInput, "its X-HUB-PLACES must be a number, such as 12");
    return std::optional<unsigned>(places);
}

std::string own_or(const Event& event, const char* name, const char* otherwise) {
    const auto own = event.hub.find(name);
    return own == event.hub.end() ? otherwise : trimmed(own->second);
}

std::chrono::seconds since_midnight(const std::string& time) {
    return std::chrono::hours{std::stoi(time.substr(0, 2))} + std::chrono::minutes{std::stoi(time.substr(3))};
}

/// By London's clock; by UTC in the hour that London's clock shows twice.
Stamp stamp_of(base::Instant instant) {
    Stamp stamp;
    stamp.day = domain::london_date(instant);
    stamp.time = since_midnight(domain::london_time(instant));
    stamp.zone = kZone;
    return instant_of(stamp) == instant ? stamp : stamp_in_utc(instant);
}

}  // namespace

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t from = text.find_first_not_of(kBlank);
    if (from == std::string_view::npos) return "";
    return std::string(text.substr(from, text.find_last_not_of(kBlank) - from + 1));
}

std::optional<base::Instant> instant_of(const Stamp& stamp) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(stamp.time);
    if (stamp.is_day || minutes != stamp.time) return std::nullopt;
    if (stamp.is_utc || is_utc(stamp.zone)) return base::Instant(std::chrono::sys_days{stamp.day}) + minutes;
    if (!is_londons(stamp.zone)) return std::nullopt;
    return domain::at_london_time(stamp.day, minutes);
}

base::Result<base::Instant> checked_instant(const Stamp& stamp) {
    const auto instant = instant_of(stamp);
    if (instant) return *instant;
    if (stamp.is_day)
        return fail(ErrorKind::InvalidInput,
                    "it lasts the whole day; say from when until when it takes place");
    if (stamp.time % std::chrono::minutes{1} != std::chrono::seconds{0})
        return fail(ErrorKind::InvalidInput, "its times have seconds; give whole minutes");
    return fail(ErrorKind::InvalidInput,
                "its times are those of another zone than Europe/London; choose that zone, or UTC");
}

Stamp stamp_in_utc(base::Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    Stamp stamp;
    stamp.day = day;
    stamp.time = std::chrono::floor<std::chrono::seconds>(instant - day);
    stamp.is_utc = true;
    return stamp;
}

base::Result<Session> session_without_times(const Event& event,
                                            std::optional<domain::SessionKind> otherwise) {
    auto kind = kind_of(event);
    if (!kind && !event.hub.contains(kKind)) kind = otherwise;
    if (!kind) {
        return fail(ErrorKind::InvalidInput,
                    "it does not say which kind it is; give it the category Group, Family, One-to-one or "
                    "Specialist, or choose a kind for all that do not say it");
    }
    Session session;
    session.kind = *kind;
    session.title = trimmed(event.title);
    session.room = trimmed(event.room);
    session.audience = TRY(choice(event, kAudience, domain::kAudiences, domain::Audience::Everyone));
    session.join = TRY(choice(event, kJoin, domain::kJoinWays, domain::JoinWay::DropIn));
    session.places_left = TRY(places_of(event));
    session.language = own_or(event, kLanguage, "en");
    session.facilitator = own_or(event, kFacilitator, "");
    for (const auto& [language, title] : event.titles) session.titles.push_back({language, trimmed(title)});
    return session;
}

Event event_of(const Session& session) {
    Event event;
    event.uid = session.id.text() + "@itinerary.hub";
    event.start = stamp_of(session.start);
    event.end = stamp_of(session.end);
    event.title = session.title;
    event.room = session.room;
    event.is_cancelled = session.state == domain::SessionState::Cancelled;
    event.categories = {std::string(to_word(session.kind))};
    event.hub[kKind] = to_word(session.kind);
    event.hub[kAudience] = to_word(session.audience);
    event.hub[kJoin] = to_word(session.join);
    event.hub[kLanguage] = session.language;
    if (session.places_left) event.hub[kPlaces] = std::to_string(*session.places_left);
    if (!session.facilitator.empty()) event.hub[kFacilitator] = session.facilitator;
    for (const domain::TitleIn& title : session.titles) event.titles[title.language] = title.text;
    return event;
}

}  // namespace server::ical
