#include "kiosk/paint/layout.h"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/paint/icons.h"
#include "kiosk/paint/place_node.h"
#include "kiosk/paint/sizes.h"
#include "tests/unit/kiosk_paint/sample_screens.h"

namespace {

using namespace kiosk;
using namespace kiosk::paint;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

text::Shaper& shaper() {
    static const auto made = text::Shaper::create().value();
    return *made;
}

const Panel kPortrait = samples::panels()[0].panel;

TEST(Layout, EveryScreenFitsEveryPanelWithoutScrolling) {
    for (const auto& [name, panel] : samples::panels()) {
        for (const screens::Screen& screen : samples::all()) {
            EXPECT_THAT(faults(layout(screen, panel, shaper())), IsEmpty()) << screen.id << " on " << name;
        }
    }
}

// The same rules as faults(), computed here from the rectangles alone.
TEST(Layout, EveryTargetIsLargeEnoughForAFingerAndFarEnoughFromTheNext) {
    for (const auto& [name, panel] : samples::panels()) {
        for (const screens::Screen& screen : samples::all()) {
            const Layout made = layout(screen, panel, shaper());
            for (const Placed& a : made.nodes) {
                if (!is_target(a.node)) continue;
                const bool primary = a.node.emphasis == screens::Emphasis::Primary;
                EXPECT_GE(static_cast<float>(a.rect.w) * panel.pitch_mm, 20.0F) << name << a.node.id;
                EXPECT_GE(static_cast<float>(a.rect.h) * panel.pitch_mm, primary ? 25.0F : 20.0F)
                    << name << a.node.id;
                for (const Placed& b : made.nodes) {
                    if (&a == &b || !is_target(b.node)) continue;
                    const int across = std::max(a.rect.x - b.rect.right(), b.rect.x - a.rect.right());
                    const int down = std::max(a.rect.y - b.rect.bottom(), b.rect.y - a.rect.bottom());
                    EXPECT_GE(static_cast<float>(std::max(across, down)) * panel.pitch_mm, 3.0F)
                        << name << " " << a.node.id << " " << b.node.id;
                }
            }
        }
    }
}

TEST(Layout, NoLetterIsSmallerThanItMayBe) {
    for (const auto& [name, panel] : samples::panels()) {
        for (const screens::Screen& screen : samples::all()) {
            for (const Placed& placed : layout(screen, panel, shaper()).nodes) {
                EXPECT_GE(placed.words.cap_px * panel.pitch_mm, 4.79F) << name << screen.id << placed.node.id;
            }
        }
    }
}

TEST(Layout, BackHelpAndStartAgainNeverMove) {
    for (const auto& [name, panel] : samples::panels()) {
        std::map<std::string, Rect> places;
        for (const screens::Screen& screen : samples::all()) {
            if (screen.direction == screens::Direction::RightToLeft) continue;
            for (const Placed& placed : layout(screen, panel, shaper()).nodes) {
                if (!placed.in_bar) continue;
                const auto [place, first] = places.emplace(placed.node.id, placed.rect);
                EXPECT_TRUE(first || place->second == placed.rect) << screen.id << placed.node.id << name;
            }
        }
        EXPECT_EQ(places.size(), 3U);
        EXPECT_LT(places["bar.back"].right(), places["bar.start_again"].x);
        EXPECT_TRUE(places["bar.start_again"].right() < places["bar.help"].x ||
                    places["bar.start_again"].bottom() < places["bar.help"].y);
    }
}

TEST(Layout, WhatIsPressedStandsAtTheFootOfATallPanel) {
    const Layout made = layout(samples::confirm(), kPortrait, shaper());
    EXPECT_GT(find(made, "confirm.yes")->rect.y, made.panel.height_px / 2);
    EXPECT_EQ(find(made, "confirm.no")->rect.bottom(), made.body.bottom());
}

TEST(Layout, WordsStandBesideWhatIsPressedOnAWidePanel) {
    const Layout made = layout(samples::days(), samples::panels()[1].panel, shaper());
    EXPECT_LT(find(made, "title")->rect.right(), find(made, "day.1")->rect.x);
}

TEST(Layout, ARightToLeftScreenIsTheMirrorOfALeftToRightOne) {
    screens::Screen screen = samples::months();
    const Layout left = layout(screen, kPortrait, shaper());
    screen.direction = screens::Direction::RightToLeft;
    const Layout right = layout(screen, kPortrait, shaper());
    ASSERT_EQ(left.nodes.size(), right.nodes.size());
    for (std::size_t i = 0; i < left.nodes.size(); ++i) {
        EXPECT_EQ(right.nodes[i].rect.x, kPortrait.width_px - left.nodes[i].rect.right());
        EXPECT_EQ(right.nodes[i].rect.y, left.nodes[i].rect.y);
    }
}

/// The strip has room for one toggle more than there are modes: that which reads aloud.
TEST(Layout, FiveTogglesFitOnEveryPanelInOrdinaryAndInLargeText) {
    for (const bool large_text : {false, true}) {
        for (const auto& [name, panel] : samples::panels()) {
            screens::Screen screen = samples::confirm();
            screen.modes.large_text = large_text;
            screen.bar_words = {"Back", "Start again", "Speak to someone", "Language"};
            for (const char* word : {"Bigger", "Dark", "Easy", "Calm", "Listen"}) {
                screens::Node toggle = *screen.help;
                toggle.id = std::string("toggle.") + word;
                toggle.role = screens::Role::Toggle;
                toggle.label = word;
                toggle.selected = true;
                screen.toggles.push_back(toggle);
            }
            EXPECT_THAT(faults(layout(screen, panel, shaper())), IsEmpty()) << name << large_text;
        }
    }
}

TEST(Layout, LettersOfLargeTextGrowWithTheReadingDistance) {
    screens::Screen screen = samples::success();
    screen.modes.large_text = true;
    Panel panel = kPortrait;
    for (const float distance : {400.0F, 600.0F, 700.0F}) {
        panel.reading_mm = distance;
        for (const Placed& placed : layout(screen, panel, shaper()).nodes) {
            const double degrees = 180 / 3.14159265 * placed.words.cap_px * panel.pitch_mm / distance;
            EXPECT_GE(degrees, 0.699) << placed.node.id << " at " << distance;
        }
    }
}

TEST(Layout, NodesComeInReadingOrder) {
    const Layout made = layout(samples::welcome(), kPortrait, shaper());
    std::vector<std::string> ids;
    for (const Placed& placed : made.nodes) ids.push_back(placed.node.id);
    EXPECT_THAT(ids, testing::ElementsAre("title", "text", "note", "start", "status", "bar.help"));
}

TEST(Layout, GivesWaySpaceAndLettersBeforeTargets) {
    screens::Screen screen = samples::reasons();
    const Layout roomy = layout(screen, kPortrait, shaper());
    for (int i = 0; i < 3; ++i) {
        screens::Node more = screen.body[1].nodes[0];
        more.id += std::to_string(i);
        screen.body[1].nodes.push_back(more);
    }
    const Layout tight = layout(screen, kPortrait, shaper());
    EXPECT_THAT(faults(tight), IsEmpty());
    EXPECT_GT(tight.sizes, roomy.sizes);
    EXPECT_LT(find(tight, "title")->words.cap_px, find(roomy, "title")->words.cap_px);
}

TEST(Faults, TellWhatDoesNotFitOnTheScreen) {
    screens::Screen screen = samples::reasons();
    for (int i = 0; i < 20; ++i) {
        screens::Node more = screen.body[1].nodes[0];
        more.id += std::to_string(i);
        screen.body[1].nodes.push_back(more);
    }
    EXPECT_THAT(faults(layout(screen, kPortrait, shaper())),
                Contains(HasSubstr("does not fit on the screen")));
}

TEST(Faults, TellAGridTooNarrowForFingers) {
    screens::Screen screen = samples::days();
    screen.body[1].columns = 14;
    EXPECT_THAT(faults(layout(screen, kPortrait, shaper())),
                Contains(HasSubstr("`day.1` is smaller than a finger needs")));
}

TEST(Faults, TellWordsTooLongForTheBar) {
    screens::Screen screen = samples::confirm();
    screen.help->label =
        "I would much rather speak to a person who works here than press anything at all today";
    EXPECT_THAT(faults(layout(screen, kPortrait, shaper())), Contains(HasSubstr("the words of `bar.help`")));
}

TEST(Faults, TellABrokenWordAMissingLetterAndAnUnknownPictogram) {
    screens::Screen screen = samples::months();
    screen.body[1].nodes[0].label = "Januarrrrrrrrrrrrrrrrrrrrry";
    screen.body[1].nodes[1].label = "\xF0\x90\x80\x80";
    screen.body[1].nodes[2].icon = "unicorn";
    const auto found = faults(layout(screen, kPortrait, shaper()));
    EXPECT_THAT(found, Contains("a word of `month.1` is broken"));
    EXPECT_THAT(found, Contains("`month.2` has a letter that no font has"));
    EXPECT_THAT(found, Contains("`month.3` asks for a pictogram that is not there"));
}

TEST(Faults, TellTargetsThatOverlapOrStandTooClose) {
    Layout made = layout(samples::confirm(), kPortrait, shaper());
    Placed& yes = made.nodes[3];
    const Placed& no = made.nodes[4];
    ASSERT_EQ(yes.node.id, "confirm.yes");
    move_by(yes, 0, no.rect.y - yes.rect.bottom() - kPortrait.px(2.9F) + 1);
    EXPECT_THAT(faults(made), Contains("`confirm.yes` and `confirm.no` are too close"));
    move_by(yes, 0, kPortrait.px(5));
    EXPECT_THAT(faults(made), Contains("`confirm.yes` and `confirm.no` overlap"));
}

TEST(Faults, TellATargetOutOfReach) {
    Panel panel = kPortrait;
    panel.bottom_mm = 700;
    EXPECT_THAT(faults(layout(samples::days(), panel, shaper())), IsEmpty());
    panel.bottom_mm = 1150;
    EXPECT_THAT(faults(layout(samples::days(), panel, shaper())), Contains("`day.1` is out of reach"));
    panel.bottom_mm = 300;
    EXPECT_THAT(faults(layout(samples::days(), panel, shaper())), Contains("`bar.back` is out of reach"));
}

TEST(Layout, WhatIsPressedStandsLowerWhereTheTopOfAWidePanelIsOutOfReach) {
    const Panel low{1920, 1080, 0.248F, 700.0F};
    Panel high = low;
    high.bottom_mm = 1100;
    const Layout in_the_middle = layout(samples::confirm(), low, shaper());
    const Layout lower = layout(samples::confirm(), high, shaper());
    EXPECT_THAT(faults(lower), IsEmpty());
    EXPECT_GT(find(lower, "confirm.yes")->rect.y, find(in_the_middle, "confirm.yes")->rect.y);
}

TEST(Faults, TellTwoNodesOfOneName) {
    screens::Screen screen = samples::confirm();
    screen.body[1].nodes[1].id = "confirm.yes";
    EXPECT_THAT(faults(layout(screen, kPortrait, shaper())), Contains("two nodes are called `confirm.yes`"));
}

TEST(Hit, FindsWhatCanBePressedUpToItsEdge) {
    const Layout made = layout(samples::year(), kPortrait, shaper());
    const Rect rect = find(made, "digit.5")->rect;
    EXPECT_EQ(hit(made, static_cast<float>(rect.x), static_cast<float>(rect.y))->node.id, "digit.5");
    EXPECT_EQ(hit(made, static_cast<float>(rect.x) - 0.5F, static_cast<float>(rect.y)), nullptr);
    EXPECT_EQ(hit(made, static_cast<float>(rect.right()), static_cast<float>(rect.y)), nullptr);
    const Rect off = find(made, "done")->rect;
    EXPECT_EQ(hit(made, static_cast<float>(off.x + 5), static_cast<float>(off.y + 5)), nullptr);
    const Rect title = find(made, "title")->rect;
    EXPECT_EQ(hit(made, static_cast<float>(title.x + 5), static_cast<float>(title.y + 5)), nullptr);
}

}  // namespace
