// Whole visits without touching the glass (C18; EN 301 549 5.1.6.1, WCAG 2.1.1).

#include <gmock/gmock.h>

#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using kiosk::app::Key;

class ByKeys : public HubWorld {};

TEST_F(ByKeys, C18_SomebodyChecksInWithAKeypadAlone) {
    const std::string ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    auto& kiosk = front();
    kiosk.choose("start");
    kiosk.choose("continue");
    ASSERT_EQ(kiosk.screen(), "day");
    kiosk.key(Key::Digit, '7');
    EXPECT_EQ(kiosk.screen(), "day") << "nothing goes on by itself";
    kiosk.key(Key::Select);
    ASSERT_EQ(kiosk.screen(), "month");
    kiosk.key(Key::Digit, '1');
    kiosk.key(Key::Digit, '1');
    kiosk.key(Key::Select);
    ASSERT_EQ(kiosk.screen(), "letter_or_year");
    kiosk.choose("use_year");
    ASSERT_EQ(kiosk.screen(), "year");
    for (const char digit : {'1', '9', '9', '1'}) kiosk.key(Key::Digit, digit);
    kiosk.key(Key::Erase);
    kiosk.key(Key::Digit, '0');
    kiosk.choose("next");
    ASSERT_EQ(kiosk.screen(), "is_this_right");
    kiosk.choose("confirm.yes");
    EXPECT_EQ(kiosk.screen(), "checked_in");
    kiosk.choose("done");
    EXPECT_EQ(kiosk.screen(), "welcome");
    EXPECT_EQ(kiosk.focused(), "") << "the next person finds no ring";
    expect_in_call_log(ada, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
