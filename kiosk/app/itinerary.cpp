#include <algorithm>
#include <memory>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

std::size_t page_size(const Turn& turn) {
    return sessions_a_page(turn.visit().modes);
}

void show_day(const Turn& turn, domain::Date day, std::size_t first) {
    turn.visit().browsing.day = day;
    turn.visit().browsing.first = first;
    go(turn, Step::ItineraryDay);
}

std::size_t sessions_of(const Turn& turn, domain::Date day) {
    return programme(turn.model, day, turn.visit().browsing.audience).size();
}

/// The first session of the last page of this day.
std::size_t last_page(const Turn& turn, domain::Date day) {
    const std::size_t all = sessions_of(turn, day);
    return all == 0 ? 0 : (all - 1) / page_size(turn) * page_size(turn);
}

/// When it is over on this day; of one that was moved away, when it would have been.
base::Instant over_at(const domain::Session& session, domain::Date day) {
    const bool moved_away = session.was_start && domain::london_date(session.start) != day;
    return moved_away ? *session.was_start + (session.end - session.start) : session.end;
}

}  // namespace

bool has_itinerary(const Model& model) {
    return model.itinerary != nullptr;
}

bool itinerary_may_be_old(const Model& model) {
    return has_itinerary(model) && (model.link == Link::Down || !model.minute || !model.itinerary_is_newest);
}

std::optional<domain::Date> today(const Model& model) {
    if (!model.minute) return std::nullopt;
    return domain::london_date(*model.minute);
}

std::vector<domain::Date> itinerary_days(const Model& model) {
    if (!model.itinerary) return {};
    const domain::Date first = today(model).value_or(domain::london_date(model.itinerary->as_of));
    return domain::days_shown(model.itinerary->sessions, first);
}

std::vector<domain::Session> programme(const Model& model, domain::Date day, domain::Audience audience) {
    if (!model.itinerary) return {};
    auto sessions = domain::sessions_on(model.itinerary->sessions, day, audience);
    if (today(model) == day) {
        std::erase_if(sessions,
                      [&](const domain::Session& one) { return over_at(one, day) <= *model.minute; });
    }
    return sessions;
}

std::size_t sessions_a_page(const Modes& modes) {
    return modes.short_words() ? kSessionsAPageShort : kSessionsAPage;
}

void itinerary_arrived(const Turn& turn, const protocol::Itinerary& itinerary) {
    turn.model.itinerary = std::make_shared<const protocol::Itinerary>(itinerary);
    turn.model.itinerary_as_of = itinerary.as_of;
    turn.model.itinerary_is_newest = true;
}

void itinerary_remembered(const Turn& turn, const protocol::Itinerary& itinerary) {
    if (!turn.model.itinerary) itinerary_arrived(turn, itinerary);
}

void show_itinerary(const Turn& turn) {
    const auto days = itinerary_days(turn.model);
    if (days.empty()) return;
    turn.visit().browsing = {};
    show_day(turn, days.front(), 0);
}

void use_day(const Turn& turn, std::size_t index) {
    const auto days = itinerary_days(turn.model);
    if (turn.visit().step != Step::ItineraryDays || index >= days.size()) return;
    turn.visit().browsing.from_list = true;
    show_day(turn, days[index], 0);
}

void use_audience(const Turn& turn, domain::Audience audience) {
    if (turn.visit().step != Step::ItineraryFor) return;
    turn.visit().browsing.audience = audience;
    show_day(turn, turn.visit().browsing.day, 0);
}

void show_session(const Turn& turn, const domain::SessionId& session) {
    if (turn.visit().step != Step::ItineraryDay) return;
    turn.visit().browsing.session = session;
    go(turn, Step::ItinerarySession);
}

void go_on_browsing(const Turn& turn) {
    Browsing& browsing = turn.visit().browsing;
    const std::size_t next = browsing.first + page_size(turn);
    if (next < sessions_of(turn, browsing.day)) return show_day(turn, browsing.day, next);
    const auto days = itinerary_days(turn.model);
    const auto after =
        std::find_if(days.begin(), days.end(), [&](const domain::Date& day) { return day > browsing.day; });
    if (after == days.end()) return;
    browsing.from_list = false;
    show_day(turn, *after, 0);
}

void go_back_browsing(const Turn& turn) {
    Browsing& browsing = turn.visit().browsing;
    if (turn.visit().step == Step::ItineraryFor) return go(turn, Step::ItineraryDays);
    if (turn.visit().step != Step::ItineraryDay) return go(turn, Step::ItineraryDay);
    if (browsing.first > 0) {
        return show_day(turn, browsing.day, browsing.first - std::min(browsing.first, page_size(turn)));
    }
    if (browsing.from_list) {
        browsing.from_list = false;
        return go(turn, Step::ItineraryDays);
    }
    const auto days = itinerary_days(turn.model);
    const auto here =
        std::find_if(days.begin(), days.end(), [&](const domain::Date& day) { return day >= browsing.day; });
    if (here == days.begin()) return back_to_welcome(turn);
    show_day(turn, *(here - 1), last_page(turn, *(here - 1)));
}

}  // namespace kiosk::app
