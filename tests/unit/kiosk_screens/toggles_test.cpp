// The strip of toggles: the same on every screen, one press each.

#include <gtest/gtest.h>

#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using screens::Node;
using screens::Role;
using support::Sample;

TEST(Toggles, OfEveryModeStandOnEveryScreen) {
    for (const Sample& sample : support::samples(support::english())) {
        const auto& toggles = sample.screen.toggles;
        if (sample.model.voices.empty()) continue;  // without a voice there is no Listen
        ASSERT_EQ(toggles.size(), app::kAllModes.size()) << sample.name;
        for (std::size_t i = 0; i < toggles.size(); ++i) {
            EXPECT_EQ(toggles[i].role, Role::Toggle);
            EXPECT_TRUE(toggles[i].enabled) << sample.name << ": " << toggles[i].id;
            EXPECT_FALSE(toggles[i].icon.empty());
            EXPECT_FALSE(toggles[i].label.empty());
            EXPECT_EQ(std::get<app::press::Toggle>(*toggles[i].press).mode, app::kAllModes[i]);
        }
    }
}

TEST(Toggles, ShowWhichModesAreOnAndSoDoesTheScreen) {
    for (const app::Mode mode : app::kAllModes) {
        app::Modes modes;
        modes.toggle(mode);
        for (const Sample& sample : support::samples(support::english(), modes)) {
            if (sample.model.saver) continue;  // it comes where nobody has chosen any
            EXPECT_EQ(sample.screen.modes, modes);
            for (const Node& toggle : sample.screen.toggles) {
                EXPECT_EQ(toggle.selected, std::get<app::press::Toggle>(*toggle.press).mode == mode)
                    << sample.name << ": " << toggle.id;
            }
        }
    }
}

}  // namespace
