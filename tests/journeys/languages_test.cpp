#include <gmock/gmock.h>

#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using testing::HasSubstr;

class Languages : public HubWorld {
protected:
    void ada_at_a_kiosk_with_languages() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
        front().languages = {"en", "ur", "pl"};
        front().reboot();
        at("2026-11-23 13:50");
    }
    std::string ada_;
};

TEST_F(Languages, SomebodyChecksInInUrduAndChangesToPolishOnTheWay) {
    ada_at_a_kiosk_with_languages();
    EXPECT_EQ(front().screen(), "language");
    front().press("language.ur");
    EXPECT_EQ(front().screen(), "welcome");
    EXPECT_THAT(front().words(), HasSubstr("خوش آمدید"));
    EXPECT_EQ(front().look_for(7, 11, 'A'), "is_this_right");
    EXPECT_THAT(front().words(), HasSubstr("14:00"));
    front().press("bar.languages");
    EXPECT_EQ(front().screen(), "language");
    front().press("language.pl");
    EXPECT_EQ(front().screen(), "is_this_right") << "nothing was lost";
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_THAT(front().words(), HasSubstr("Przybycie potwierdzone"));
    front().press("done");
    EXPECT_EQ(front().screen(), "language") << "nothing is left of the choice";
    EXPECT_THAT(front().words(), HasSubstr("Choose your language"));
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Languages, EasyReadAndLargeTextGoThroughTheVisitAndNoFurther) {
    ada_at_a_kiosk_with_languages();
    front().press("mode.easy");
    front().press("mode.large");
    EXPECT_EQ(front().screen(), "language");
    front().press("language.pl");
    EXPECT_THAT(front().words(), HasSubstr("Tutaj można potwierdzić przybycie."));
    EXPECT_EQ(front().look_for(7, 11, 'A'), "is_this_right");
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_THAT(front().words(), HasSubstr("Przybycie potwierdzone. Proszę usiąść."));
    EXPECT_THAT(front().words(), HasSubstr("13:50")) << "what was recorded is told in any mode";
    front().press("done");
    front().press("language.pl");
    EXPECT_THAT(front().words(), testing::Not(HasSubstr("Tutaj można potwierdzić przybycie.\n")))
        << "nothing is left of the modes";
    expect_in_call_log(ada_, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
