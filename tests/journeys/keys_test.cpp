// Whole visits without touching the glass (C18; EN 301 549 5.1.6.1, WCAG 2.1.1).

#include <gmock/gmock.h>

#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using kiosk::app::Key;
using testing::HasSubstr;

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

/// Somebody who sees nothing: what they do follows from what they hear.
class ByEar : public HubWorld {
protected:
    void ada_at_a_kiosk_that_speaks() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
        front().speaks = true;
        front().languages = {"en", "ur"};
        front().reboot();
        at("2026-11-23 13:50");
    }
    const std::string& heard() { return front().speech.last; }
    /// Next, until these words are heard, and Select.
    void take(const std::string& words) {
        constexpr int kNodesMax = 60;
        for (int i = 0; i < kNodesMax; ++i) {
            front().key(Key::Next);
            if (heard().find(words) != std::string::npos) return front().key(Key::Select);
        }
        FAIL() << words << " was not heard on " << front().screen();
    }
    std::string ada_;
};

TEST_F(ByEar, C18_C20_SomebodyWhoSeesNothingChecksInWithHeadsetAndKeypad) {
    ada_at_a_kiosk_that_speaks();
    front().speech.plug(true);
    front().settle();
    EXPECT_THAT(heard(), HasSubstr("Choose your language"));
    take("English");
    EXPECT_THAT(heard(), HasSubstr("Check in. Button."));
    take("Check in. Button.");
    take("OK, go on. Button.");
    EXPECT_THAT(heard(), HasSubstr("day"));
    front().key(Key::Digit, '7');
    EXPECT_EQ(heard(), "7\n") << "a headset hears what was typed";
    front().key(Key::Select);
    take("November");
    take("First letter of my name");
    front().key(Key::Letter, 'A');
    front().key(Key::Select);
    EXPECT_THAT(heard(), HasSubstr("14:00")) << "only they hear it";
    front().key(Key::Listen);
    front().key(Key::Listen);
    take("Yes, check me in");
    EXPECT_THAT(heard(), HasSubstr("You are checked in"));
    EXPECT_THAT(heard(), HasSubstr("13:5")) << "the confirmation is said whole (EN 301 549 5.1.3.16)";
    take("Done");
    front().speech.finish();
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(ByEar, C08_C09_TheRoomHearsNothingOfWhoItIs) {
    ada_at_a_kiosk_that_speaks();
    front().press("language.en");
    front().key(Key::Listen);
    EXPECT_THAT(heard(), HasSubstr("Other people may hear this"));
    take("Leave out private words");
    front().choose("start");
    front().choose("continue");
    front().key(Key::Digit, '7');
    front().key(Key::Select);
    front().choose("month.11");
    front().choose("use_letter");
    front().choose("letter.A");
    ASSERT_EQ(front().screen(), "is_this_right");
    EXPECT_THAT(heard(), HasSubstr("This is private."));
    front().choose("confirm.yes");
    ASSERT_EQ(front().screen(), "checked_in");
    for (const auto& one : front().speech.said) {
        EXPECT_EQ(one.ears, kiosk::voice::Ears::Anybody) << one.node;
        EXPECT_THAT(one.text, testing::Not(HasSubstr("14:00")));
        EXPECT_THAT(one.text, testing::Not(HasSubstr("13:5")));
    }
}

TEST_F(ByEar, C04_C05_SpeechPausesGoesOnAndRepeatsAndTheRingFollowsIt) {
    ada_at_a_kiosk_that_speaks();
    front().press("language.en");
    front().speech.plug(true);
    front().settle();
    front().speech.comes_to("start");
    EXPECT_EQ(front().focused(), "start") << "what is spoken is highlighted";
    front().key(Key::Listen);
    EXPECT_TRUE(front().speech.state().paused);
    front().key(Key::Listen);
    EXPECT_TRUE(front().speech.state().speaking);
    front().speech.finish();
    const std::string whole = std::exchange(front().speech.last, "");
    front().key(Key::Listen);
    EXPECT_EQ(heard(), whole) << "once more";
}

TEST_F(ByEar, C06_AnyTouchAndAnyKeyStopsIt) {
    ada_at_a_kiosk_that_speaks();
    front().press("language.en");
    front().speech.plug(true);
    front().settle();
    ASSERT_TRUE(front().speech.state().speaking);
    front().key(Key::Select);
    EXPECT_FALSE(front().speech.state().speaking);
    front().key(Key::Next);
    ASSERT_TRUE(front().speech.state().speaking);
    front().touch();
    EXPECT_FALSE(front().speech.state().speaking);
    front().speech.plug(false);
    front().settle();
    EXPECT_FALSE(front().speech.state().speaking) << "the room must not hear the rest";
}

TEST_F(ByEar, C11_C12_TheVolumeIsSetByKeysAndBackAtItsStartForTheNextPerson) {
    ada_at_a_kiosk_that_speaks();
    front().press("language.en");
    front().speech.plug(true);
    front().settle();
    front().key(Key::Louder);
    EXPECT_EQ(front().speech.volume, kiosk::voice::kVolumeOrdinary + 1);
    front().key(Key::Digit, '3');
    EXPECT_EQ(front().speech.volume, kiosk::voice::kVolumeOrdinary);
    front().key(Key::Louder);
    front().key(Key::Louder);
    front().press("start");
    front().press("bar.start_again");
    EXPECT_EQ(front().speech.volume, kiosk::voice::kVolumeOrdinary);
}

}  // namespace
}  // namespace journeys
