// The accessibility walk: every screen, in every language and mode and on every panel. Tests are named after
// rows of docs/accessibility.md.
//
// With HUB_LONG=1 all of them. Otherwise a sample, so that every screen meets every language in every mix of
// modes, and every panel meets every language, every mix and every screen.

#include "tests/screens/walk/walk.h"

#include <map>

#include <gtest/gtest.h>

#include "kiosk/paint/place_node.h"

namespace {

using namespace kiosk;
using paint::Placed;
using screens::Role;
using walk::Stop;

class Walk : public testing::TestWithParam<std::string> {
protected:
    static const std::vector<Stop>& stops() { return walk::stops(GetParam(), support::kPanels); }
};

/// Letters, targets, gaps, nothing clipped or on top of another, no letter missing, nothing to scroll.
TEST_P(Walk, C16_C27_C48_C49_EveryScreenFitsWithoutScrollingAndHasEveryLetter) {
    for (const Stop& stop : stops()) {
        for (const std::string& fault : paint::faults(stop.layout)) {
            ADD_FAILURE() << stop.where << ": " << fault;
        }
    }
}

/// The same rules as faults(), from the rectangles alone.
TEST_P(Walk, C27_EveryTargetHasRoomForAFinger) {
    for (const Stop& stop : stops()) {
        const float pitch = stop.layout.panel.pitch_mm;
        for (const Placed& placed : stop.layout.nodes) {
            if (!is_target(placed.node)) continue;
            const bool primary = placed.node.emphasis == screens::Emphasis::Primary;
            EXPECT_GE(static_cast<float>(placed.rect.w) * pitch, 20.0F)
                << stop.where << ' ' << placed.node.id;
            EXPECT_GE(static_cast<float>(placed.rect.h) * pitch, primary ? 25.0F : 20.0F)
                << stop.where << ' ' << placed.node.id;
        }
    }
}

/// 0.7 degrees at 600 mm is 7.3 mm (EN 301 549 5.1.4).
TEST_P(Walk, C16_NoCapitalIsLowerThanItsModeAllows) {
    for (const Stop& stop : stops()) {
        const float least = stop.sample.screen.modes.large_text ? 7.3F : 4.79F;
        for (const Placed& placed : stop.layout.nodes) {
            EXPECT_GE(placed.words.cap_px * stop.layout.panel.pitch_mm, least)
                << stop.where << ' ' << placed.node.id;
        }
    }
}

TEST_P(Walk, C33_TheBarAndTheTogglesNeverMove) {
    std::map<std::string, paint::Rect> places;
    for (const Stop& stop : stops()) {
        for (const Placed& placed : stop.layout.nodes) {
            if (!placed.in_bar) continue;
            // A kiosk without a voice has a toggle less, always. The screen saver stands in no mode.
            const std::string kiosk = stop.glass + ' ' + std::to_string(stop.sample.screen.toggles.size()) +
                                      (stop.sample.model.saver ? " at rest" : "");
            const auto [place, first] = places.emplace(kiosk + ' ' + placed.node.id, placed.rect);
            EXPECT_EQ(place->second, placed.rect) << stop.where << ' ' << placed.node.id;
        }
    }
}

/// What follows stands below, or further on in the line. The status line is read after the body: it changes
/// nothing of what is asked.
bool follows(const Placed& before, const Placed& after, bool right_to_left) {
    if (after.rect.y >= before.rect.bottom()) return true;
    const bool to_the_right = after.rect.x >= before.rect.right();
    const bool to_the_left = after.rect.right() <= before.rect.x;
    if (!right_to_left) return to_the_right;
    // Digits and Latin letters stand from left to right in every language.
    const bool both_keys = before.node.role == Role::Key && after.node.role == Role::Key;
    return to_the_left || (both_keys && to_the_right);
}

TEST_P(Walk, C31_WhatIsReadNextStandsNext) {
    for (const Stop& stop : stops()) {
        const Placed* before = nullptr;
        for (const Placed& placed : stop.layout.nodes) {
            if (placed.node.role == Role::Status) continue;
            const bool same_part = before != nullptr && before->in_bar == placed.in_bar &&
                                   (before->node.role == Role::Toggle) == (placed.node.role == Role::Toggle);
            if (same_part) {
                EXPECT_TRUE(follows(*before, placed, stop.layout.right_to_left))
                    << stop.where << ": " << placed.node.id << " after " << before->node.id;
            }
            before = &placed;
        }
        std::vector<std::string> read;
        for (const screens::Node* node : screens::nodes_of(stop.sample.screen)) read.push_back(node->id);
        std::vector<std::string> placed;
        for (const Placed& one : stop.layout.nodes) placed.push_back(one.node.id);
        EXPECT_EQ(placed, read) << stop.where << ": the painted order is not the reading order";
    }
}

TEST_P(Walk, C43_EachChoiceHasAPictureAndAWord) {
    for (const Stop& stop : stops()) {
        for (const Placed& placed : stop.layout.nodes) {
            const Role role = placed.node.role;
            if (role != Role::Choice && role != Role::Toggle) continue;
            EXPECT_TRUE(placed.icon) << stop.where << ' ' << placed.node.id;
            EXPECT_FALSE(placed.node.label.empty()) << stop.where << ' ' << placed.node.id;
        }
    }
}

TEST_P(Walk, C44_OneQuestionWithFewChoicesAndFewElements) {
    for (const Stop& stop : stops()) {
        std::size_t elements = 0;
        for (const screens::Block& block : stop.sample.screen.body) {
            const bool grid = block.columns > 1 && block.nodes.size() > 5;
            elements += grid ? 1 : block.nodes.size();
            std::size_t choices = 0;
            for (const screens::Node& node : block.nodes) choices += !grid && is_target(node) ? 1 : 0;
            EXPECT_LE(choices, 5U) << stop.where;
        }
        EXPECT_LE(elements, 7U) << stop.where;
    }
}

/// The panel hangs as high as the settings allow, where its top is hardest to reach.
TEST_P(Walk, C56_NothingToPressIsOutOfReachAndTheControlsAreAtTheFoot) {
    for (const Stop& stop : walk::stops(GetParam(), support::kHighPanels)) {
        const paint::Panel& panel = stop.layout.panel;
        const float top = *panel.bottom_mm + panel.mm(static_cast<float>(panel.height_px));
        for (const Placed& placed : stop.layout.nodes) {
            if (!is_target(placed.node)) continue;
            EXPECT_LE(top - panel.mm(static_cast<float>(placed.rect.y)), 1220)
                << stop.where << ' ' << placed.node.id;
            EXPECT_GE(top - panel.mm(static_cast<float>(placed.rect.bottom())), 380)
                << stop.where << ' ' << placed.node.id;
        }
        for (const std::string& fault : paint::faults(stop.layout)) {
            ADD_FAILURE() << stop.where << ": " << fault;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Walk, testing::ValuesIn(languages::all_tags()), [](const auto& tested) {
    std::string name = tested.param;
    std::erase(name, '-');
    return name;
});

}  // namespace
