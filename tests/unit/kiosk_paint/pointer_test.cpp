#include "kiosk/paint/pointer.h"

#include <gtest/gtest.h>

#include "tests/unit/kiosk_paint/sample_screens.h"

namespace {

using namespace kiosk;
using namespace kiosk::paint;
using namespace std::chrono_literals;
using Kind = Contact::Kind;

class PointerTest : public testing::Test {
protected:
    Layout laid_out(const screens::Screen& screen) {
        return layout(screen, samples::panels()[0].panel, *shaper_);
    }
    static Contact on(const Layout& layout, const std::string& id, Kind kind, int finger = 0) {
        const Rect& rect = find(layout, id)->rect;
        return {kind, static_cast<float>(rect.x + rect.w / 2), static_cast<float>(rect.y + rect.h / 2),
                finger};
    }
    std::optional<Pressed> tap(const Layout& layout, const std::string& id, base::BootTime at) {
        EXPECT_FALSE(pointer_.on(on(layout, id, Kind::Down), layout, at));
        return pointer_.on(on(layout, id, Kind::Up), layout, at + 80ms);
    }

    std::unique_ptr<text::Shaper> shaper_ = text::Shaper::create().value();
    Layout confirm_ = laid_out(samples::confirm());
    Layout year_ = laid_out(samples::year());
    Pointer pointer_;
};

TEST_F(PointerTest, ActsOnReleaseInsideTheTarget) {
    EXPECT_FALSE(pointer_.on(on(confirm_, "confirm.yes", Kind::Down), confirm_, 1s));
    EXPECT_EQ(pointer_.pressed_id(), "confirm.yes");
    EXPECT_TRUE(pointer_.touching());
    const auto pressed = pointer_.on(on(confirm_, "confirm.yes", Kind::Up), confirm_, 5s);
    ASSERT_TRUE(pressed);
    EXPECT_EQ(pressed->id, "confirm.yes");
    EXPECT_TRUE(std::holds_alternative<app::press::ConfirmArrival>(pressed->press));
    EXPECT_EQ(pointer_.pressed_id(), "");
    EXPECT_FALSE(pointer_.touching());
}

TEST_F(PointerTest, SlidingOffCancelsAndSlidingBackTakesUpAgain) {
    pointer_.on(on(confirm_, "confirm.yes", Kind::Down), confirm_, 1s);
    pointer_.on(on(confirm_, "confirm.no", Kind::Move), confirm_, 1s);
    EXPECT_EQ(pointer_.pressed_id(), "");
    EXPECT_FALSE(pointer_.on(on(confirm_, "confirm.no", Kind::Up), confirm_, 1s));

    pointer_.on(on(confirm_, "confirm.yes", Kind::Down), confirm_, 3s);
    pointer_.on({Kind::Move, 1, 1, 0}, confirm_, 3s);
    pointer_.on(on(confirm_, "confirm.yes", Kind::Move), confirm_, 3s);
    EXPECT_EQ(pointer_.pressed_id(), "confirm.yes");
    EXPECT_TRUE(pointer_.on(on(confirm_, "confirm.yes", Kind::Up), confirm_, 3s));
}

TEST_F(PointerTest, SlidingOntoATargetPressesNothing) {
    pointer_.on({Kind::Down, 1, 1, 0}, confirm_, 1s);
    pointer_.on(on(confirm_, "confirm.yes", Kind::Move), confirm_, 1s);
    EXPECT_EQ(pointer_.pressed_id(), "");
    EXPECT_FALSE(pointer_.on(on(confirm_, "confirm.yes", Kind::Up), confirm_, 1s));
}

TEST_F(PointerTest, TheSameTargetWithinHalfASecondIsIgnored) {
    ASSERT_TRUE(tap(year_, "digit.8", 1000ms));  // released at 1080 ms
    EXPECT_FALSE(tap(year_, "digit.8", 1080ms + 499ms));
    EXPECT_TRUE(tap(year_, "digit.8", 1080ms + 500ms));
}

TEST_F(PointerTest, DifferentKeysOfOneScreenMayFollowQuickly) {
    ASSERT_TRUE(tap(year_, "digit.1", 1000ms));
    EXPECT_TRUE(tap(year_, "digit.9", 1100ms));
}

TEST_F(PointerTest, ADoubleTapDoesNotGoOnThroughTheNextScreen) {
    ASSERT_TRUE(tap(confirm_, "confirm.yes", 1000ms));
    EXPECT_FALSE(tap(year_, "digit.0", 1200ms));
    EXPECT_TRUE(tap(year_, "digit.0", 1600ms));
}

TEST_F(PointerTest, OnlyTheFirstContactCounts) {
    pointer_.on(on(confirm_, "confirm.yes", Kind::Down, 1), confirm_, 1s);
    EXPECT_FALSE(pointer_.on(on(confirm_, "confirm.no", Kind::Down, 2), confirm_, 1s));
    EXPECT_FALSE(pointer_.on(on(confirm_, "confirm.no", Kind::Up, 2), confirm_, 1s));
    EXPECT_EQ(pointer_.pressed_id(), "confirm.yes");
    EXPECT_TRUE(pointer_.on(on(confirm_, "confirm.yes", Kind::Up, 1), confirm_, 1s));
}

TEST_F(PointerTest, AScreenThatChangesUnderTheFingerIsNotPressed) {
    pointer_.on(on(confirm_, "bar.back", Kind::Down), confirm_, 1s);
    EXPECT_FALSE(pointer_.on(on(year_, "bar.back", Kind::Up), year_, 1s));
    EXPECT_FALSE(pointer_.touching());
}

TEST_F(PointerTest, ATargetThatIsSwitchedOffDoesNothing) {
    EXPECT_FALSE(tap(year_, "done", 1s));
}

TEST_F(PointerTest, ACancelledContactDoesNothingAndIsForgotten) {
    pointer_.on(on(confirm_, "confirm.yes", Kind::Down), confirm_, 1s);
    pointer_.on({Kind::Cancel, 0, 0, 0}, confirm_, 1s);
    EXPECT_FALSE(pointer_.touching());
    EXPECT_FALSE(pointer_.on(on(confirm_, "confirm.yes", Kind::Up), confirm_, 1s));
}

}  // namespace
