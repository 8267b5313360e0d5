#include "tests/support/kiosk/programme.h"
#include "tests/support/kiosk/ways.h"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;

/// The kiosk knows the time and what is on.
void knows(FrontDoor& door) {
    door.has_list(todays_list({}));
    door.happens(event::ItineraryArrived{a_week()});
}

void today(FrontDoor& door) {
    knows(door);
    door.touch();
    door.press(press::ShowItinerary{});
}

void on(FrontDoor& door, int pages) {
    today(door);
    for (int i = 0; i < pages; ++i) door.press(press::Continue{});
}

void days(FrontDoor& door) {
    today(door);
    door.press(press::ShowDays{});
}

/// One session, of the day at this place of the list.
std::function<void(FrontDoor&)> session(std::size_t day, unsigned number) {
    return [=](FrontDoor& door) {
        days(door);
        door.press(press::UseDay{day});
        door.press(press::ShowSession{session_id(number)});
    };
}

/// The first screen, before anybody has chosen a language.
void nobody_comes(FrontDoor& door) {
    knows(door);
    door.model.visit = kiosk::app::fresh_visit(door.model);
    door.wait(kiosk::app::kSaverAfter + 1s);
}

}  // namespace

std::vector<Way> ways_to_itinerary() {
    return {
        {"welcome_itinerary", knows},
        {"out_of_order_itinerary",
         [](FrontDoor& d) {
             knows(d), d.happens(event::JournalLost{});
         }},
        {"itinerary_day", today},
        {"itinerary_day_second",
         [](FrontDoor& d) {
             on(d, 1);
         }},
        {"itinerary_day_tomorrow",
         [](FrontDoor& d) {
             on(d, 2);
         }},
        {"itinerary_day_longest",
         [](FrontDoor& d) {
             days(d), d.press(press::UseDay{2});
         }},
        {"itinerary_day_nothing",
         [](FrontDoor& d) {
             days(d), d.press(press::UseDay{3});
         }},
        {"itinerary_day_last",
         [](FrontDoor& d) {
             days(d), d.press(press::UseDay{6});
         }},
        {"itinerary_day_offline",
         [](FrontDoor& d) {
             knows(d), d.happens(event::ServerLost{});
             d.touch(), d.press(press::ShowItinerary{});
         }},
        {"itinerary_day_no_time",
         [](FrontDoor& d) {
             d.happens(event::ItineraryRemembered{a_week()});
             d.touch(), d.press(press::ShowItinerary{});
         }},
        {"itinerary_days", days},
        {"itinerary_days_for_women",
         [](FrontDoor& d) {
             days(d), d.press(press::ShowAudiences{});
             d.press(press::UseAudience{domain::Audience::Women}), d.press(press::ShowDays{});
         }},
        {"itinerary_for",
         [](FrontDoor& d) {
             days(d), d.press(press::ShowAudiences{});
         }},
        {"itinerary_session", session(0, kPlanned)},
        {"itinerary_session_moved", session(0, kMoved)},
        {"itinerary_session_moved_day", session(0, kMovedDay)},
        {"itinerary_session_moved_room", session(1, kMovedRoom)},
        {"itinerary_session_cancelled", session(0, kCancelled)},
        {"itinerary_session_full", session(0, kFull)},
        {"itinerary_session_moved_full", session(2, kMovedFull)},
        {"itinerary_session_longest", session(2, kLongest)},
        {"itinerary_session_gone", session(0, 99)},
        {"itinerary_saver", nobody_comes},
        {"itinerary_saver_second",
         [](FrontDoor& d) {
             nobody_comes(d), d.wait(kiosk::app::kSaverTurn);
         }},
        {"itinerary_saver_offline",
         [](FrontDoor& d) {
             nobody_comes(d), d.happens(event::ServerLost{});
         }},
    };
}

}  // namespace support
