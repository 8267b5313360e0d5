#include "kiosk/app/staff_keys.h"
#include "tests/support/kiosk/ways.h"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace app = kiosk::app;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using press::ShowStaffPage;
using press::StaffPage;

void opens(FrontDoor& door) {
    door.model.has_staff_pin = true;
    for (const app::Key key : app::kStaffKeys) door.happens(event::KeyDown{{key, 0}});
}

void tries(FrontDoor& door, bool is_right) {
    for (int i = 0; i < 6; ++i) door.press(press::Digit{1});
    door.press(press::Continue{});
    door.happens(event::StaffPinChecked{door.model.visit.corner->checking, is_right});
}

void gets_in(FrontDoor& door) {
    opens(door);
    tries(door, true);
    door.model.version = "0.1.0";
    door.model.sound_output = "default";
}

void shows(FrontDoor& door, StaffPage page) {
    gets_in(door);
    door.press(ShowStaffPage{page});
}

void tests(FrontDoor& door, StaffPage page) {
    shows(door, StaffPage::Tests);
    door.press(ShowStaffPage{page});
}

void hears(FrontDoor& door, domain::ClockState clock) {
    protocol::HeartbeatReply reply;
    reply.server_now = two_o_clock();
    reply.clock = clock;
    door.happens(event::HeartbeatAnswered{reply, door.clocks()});
}

std::vector<Way> ways_in() {
    return {
        {"staff_pin",
         [](FrontDoor& d) {
             opens(d), d.press(press::Digit{1}), d.press(press::Digit{2});
         }},
        {"staff_pin_again",
         [](FrontDoor& d) {
             opens(d), tries(d, false);
         }},
        {"staff_pin_shut",
         [](FrontDoor& d) {
             opens(d), d.happens(event::StaffStateNotKept{}), tries(d, false);
             d.happens(event::StaffStateNotKept{});
         }},
        {"staff_locked",
         [](FrontDoor& d) {
             opens(d);
             for (unsigned i = 0; i < app::kWrongPinsMax; ++i) tries(d, false);
         }},
        {"staff_corner", gets_in},
        {"staff_corner_out",
         [](FrontDoor& d) {
             gets_in(d), d.press(press::SetOutOfUse{true});
         }},
        {"staff_corner_not_kept",
         [](FrontDoor& d) {
             gets_in(d), d.happens(event::StaffStateNotKept{});
         }},
    };
}

std::vector<Way> ways_to_pages() {
    return {
        {"staff_state",
         [](FrontDoor& d) {
             shows(d, StaffPage::State);
         }},
        {"staff_state_there",
         [](FrontDoor& d) {
             hears(d, domain::ClockState::Sure), shows(d, StaffPage::State);
             d.happens(event::JournalCounted{0});
         }},
        {"staff_state_away",
         [](FrontDoor& d) {
             hears(d, domain::ClockState::Doubtful), d.happens(event::ServerLost{});
             shows(d, StaffPage::State), d.happens(event::JournalCounted{1234});
         }},
        {"staff_languages",
         [](FrontDoor& d) {
             app::begin_with(d.model, {false, {"ur", "so"}, 0}), shows(d, StaffPage::Languages);
         }},
        {"staff_tests",
         [](FrontDoor& d) {
             shows(d, StaffPage::Tests);
         }},
        {"staff_screen_test",
         [](FrontDoor& d) {
             tests(d, StaffPage::ScreenTest);
         }},
        {"staff_touch_test",
         [](FrontDoor& d) {
             tests(d, StaffPage::TouchTest), d.press(press::TouchPlace{4});
         }},
        {"staff_touch_test_done",
         [](FrontDoor& d) {
             tests(d, StaffPage::TouchTest);
             for (std::size_t i = 0; i < app::kTouchPlaces; ++i) d.press(press::TouchPlace{i});
         }},
        {"staff_sound_test",
         [](FrontDoor& d) {
             tests(d, StaffPage::SoundTest);
         }},
        {"staff_sound_test_none",
         [](FrontDoor& d) {
             d.model.voices.clear(), tests(d, StaffPage::SoundTest);
         }},
        {"staff_scanner_test",
         [](FrontDoor& d) {
             tests(d, StaffPage::ScannerTest);
         }},
        {"staff_scanner_test_read",
         [](FrontDoor& d) {
             tests(d, StaffPage::ScannerTest), d.happens(event::ScannedCode{});
         }},
    };
}

}  // namespace

std::vector<Way> ways_to_staff() {
    std::vector<Way> all = ways_in();
    for (Way& way : ways_to_pages()) all.push_back(std::move(way));
    return all;
}

}  // namespace support
