#include "tests/support/kiosk/programme.h"

#include "tests/support/kiosk/front_door.h"

namespace support {
namespace {

using domain::Session;
using domain::SessionKind;
using domain::SessionState;
using std::chrono::hours;
using std::chrono::minutes;

Session changed(Session session, SessionState state) {
    session.state = state;
    session.changed_at = two_o_clock() - hours{2};
    return session;
}

Session later(Session session, int days) {
    session.start += hours{24 * days};
    session.end += hours{24 * days};
    return session;
}

Session moved() {
    Session one = changed(on_today(kMoved, 90, "Cooking together"), SessionState::Moved);
    one.was_start = two_o_clock() + minutes{30};
    one.titles = {{"ur", "مل کر کھانا پکانا"}, {"pl", "Wspólne gotowanie"}};
    one.audience = domain::Audience::Women;
    return one;
}

Session moved_to_tomorrow() {
    Session one = changed(later(on_today(kMovedDay, 150, "Walk and talk"), 1), SessionState::Moved);
    one.was_start = two_o_clock() + minutes{150};
    one.kind = SessionKind::OneToOne;
    one.join = domain::JoinWay::AskWorker;
    return one;
}

Session moved_room() {
    Session one = changed(later(on_today(kMovedRoom, 30, "Family hour"), 1), SessionState::Moved);
    one.was_room = "Room 7";
    one.kind = SessionKind::Family;
    one.audience = domain::Audience::Families;
    one.language = "pl";
    return one;
}

/// From Saturday to Thursday, and no place left there.
Session moved_and_full() {
    Session one = changed(later(on_today(kMovedFull, 60, "Garden group"), 2), SessionState::Full);
    one.was_start = two_o_clock() + hours{24 * 4};
    one.places_left = 0;
    return one;
}

/// Everything at its limit.
Session longest() {
    Session one = later(on_today(kLongest, 0), 2);
    one.title = "Woodwork and repairs for men on Thursday";
    one.room = "Workshop behind the hall";
    one.facilitator = "Wilhelmina-Anneliese-Katharina-Elisabeth";
    one.audience = domain::Audience::YoungAdults;
    one.join = domain::JoinWay::AskReception;
    one.places_left = domain::kPlacesMax;
    one = changed(one, SessionState::Moved);
    one.was_start = two_o_clock() + hours{24};
    one.was_room = one.room;
    return one;
}

}  // namespace

domain::SessionId session_id(unsigned number) {
    return domain::SessionId("7a0c2a1e-0000-7000-8000-" + std::to_string(100'000'000'000 + number));
}

Session on_today(unsigned number, int start_minutes, const std::string& title) {
    Session one;
    one.id = session_id(number);
    one.start = two_o_clock() + minutes{start_minutes};
    one.end = one.start + hours{1};
    one.room = "Room 2";
    one.title = title;
    one.facilitator = "Sam";
    return one;
}

protocol::Itinerary a_week() {
    Session planned = on_today(kPlanned, -30);
    planned.places_left = 4;
    Session cancelled = changed(on_today(kCancelled, 120, "Money matters"), SessionState::Cancelled);
    cancelled.kind = SessionKind::Specialist;
    Session full = changed(on_today(kFull, 140, "Drop-in"), SessionState::Full);
    full.kind = SessionKind::OneToOne;
    Session tomorrow = later(on_today(kTomorrow, -240, "Group A"), 1);
    tomorrow.join = domain::JoinWay::AskReception;
    return {
        "2026-11-24.1",
        two_o_clock() - hours{1},
        {on_today(kEnded, -180, "Breakfast"), planned, moved(), cancelled, full, tomorrow,
         moved_to_tomorrow(), moved_room(), longest(), moved_and_full(),
         later(on_today(kSaturday, 0, "Open morning"), 4), later(on_today(kSunday, 0, "Sunday lunch"), 5)}};
}

}  // namespace support
