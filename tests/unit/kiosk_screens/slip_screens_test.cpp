#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/screens/view.h"
#include "tests/support/kiosk/front_door.h"
#include "tests/support/kiosk/samples.h"

namespace {

using kiosk::screens::Node;
using kiosk::screens::Screen;
using support::FrontDoor;
using support::slip_of;

Screen screen_of(const FrontDoor& door) {
    return kiosk::screens::view(door.model, support::english());
}

bool has(const Screen& screen, const std::string& id) {
    const auto nodes = kiosk::screens::nodes_of(screen);
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node* node) { return node->id == id; });
}

TEST(SlipScreens, SpeakOfAScannerOnlyWhereThereIsOne) {
    FrontDoor door;
    EXPECT_FALSE(has(screen_of(door), "slip"));
    EXPECT_EQ(screen_of(door).sentence, "easy.welcome");
    door.happens(kiosk::app::event::ScannerFound{});
    EXPECT_TRUE(has(screen_of(door), "slip"));
    EXPECT_EQ(screen_of(door).sentence, "easy.welcome_slip") << "in few words too";
    door.happens(kiosk::app::event::ScannerLost{});
    EXPECT_FALSE(has(screen_of(door), "slip"));
}

TEST(SlipScreens, C59_WhoShowsASlipIsToldWhatIsKeptBeforeAnythingIs) {
    FrontDoor door;
    door.walk_to_is_this_right();
    EXPECT_FALSE(has(screen_of(door), "kept")) << "they have read it on a screen of its own";
    FrontDoor other;
    other.scan(slip_of("rosa"));
    other.server_finds(support::rosa());
    EXPECT_EQ(screen_of(other).id, "is_this_right");
    EXPECT_TRUE(has(screen_of(other), "kept"));
    other.model.visit.modes.large_text = true;
    EXPECT_TRUE(has(screen_of(other), "kept")) << "in few words too";
}

}  // namespace
