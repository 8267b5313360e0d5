// What must hold for every screen: one tree for eye, ear and finger.

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "kiosk/paint/icons.h"
#include "kiosk/paint/layout.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using screens::Node;
using screens::Role;
using screens::Screen;
using support::Sample;

const std::vector<Sample>& all() {
    static const std::vector<Sample> made = support::samples(support::english());
    return made;
}

std::vector<Node> all_nodes(const Screen& screen) {
    std::vector<Node> nodes;
    for (const Node* node : screens::nodes_of(screen)) nodes.push_back(*node);
    return nodes;
}

/// Entry grids (days, months, letters, digits, many times) and the six reasons of the rules stand as grids.
bool is_grid(const screens::Block& block) {
    return block.columns > 1 && block.nodes.size() > 5;
}

TEST(Screens, EveryStepHasItsOwnScreen) {
    std::map<app::Step, std::string> ids;
    std::set<std::string> different;
    for (const Sample& sample : all()) {
        const app::Visit& visit = sample.model.visit;
        if (visit.still_there || visit.choosing_language || visit.asking_aloud) continue;
        if (sample.screen.id == "out_of_order") continue;
        ids[sample.model.visit.step] = sample.screen.id;
        different.insert(sample.screen.id);
    }
    for (int step = 0; step <= static_cast<int>(app::Step::HelpIsComing); ++step) {
        if (static_cast<app::Step>(step) == app::Step::OutOfOrder) continue;
        EXPECT_TRUE(ids.contains(static_cast<app::Step>(step))) << "no sample of step " << step;
    }
    EXPECT_EQ(ids.size(), different.size());
}

TEST(Screens, AreWhatTheSampleIsCalledAfter) {
    for (const Sample& sample : all()) {
        if (sample.name.rfind("help", 0) == 0 || sample.name == "late_still_there") continue;
        std::string name = sample.screen.id;
        if (name == "still_there") name = "still_there";
        EXPECT_EQ(sample.name.rfind(name.substr(0, name.find("_tells")), 0), 0u)
            << sample.name << " shows " << sample.screen.id;
    }
}

TEST(Screens, GiveEachNodeAnIdOfItsOwn) {
    for (const Sample& sample : all()) {
        std::set<std::string> ids;
        for (const Node& node : all_nodes(sample.screen)) {
            EXPECT_TRUE(ids.insert(node.id).second) << sample.name << ": " << node.id;
        }
    }
}

TEST(Screens, SayEverythingInWordsOfTheCatalogue) {
    const screens::Words words = support::english();
    for (const Sample& sample : all()) {
        for (const Node& node : all_nodes(sample.screen)) {
            EXPECT_FALSE(node.label.empty()) << sample.name << ": " << node.id;
            const bool like_an_id = node.label.find('.') != std::string::npos &&
                                    node.label.find(' ') == std::string::npos && node.label.back() != '.';
            EXPECT_FALSE(like_an_id) << sample.name << ": no words for " << node.label;
            EXPECT_EQ(node.label.find('{'), std::string::npos) << sample.name << ": " << node.label;
        }
    }
}

TEST(Screens, HaveOneHeading) {
    for (const Sample& sample : all()) {
        int titles = 0;
        for (const Node& node : all_nodes(sample.screen)) titles += node.role == Role::Title;
        EXPECT_EQ(titles, 1) << sample.name;
        EXPECT_EQ(sample.screen.body.front().nodes.front().role, Role::Title) << sample.name;
    }
}

TEST(Screens, AskOneThingWithFewChoicesAndFewElements) {
    for (const Sample& sample : all()) {
        std::size_t elements = 0;
        std::size_t choices = 0;
        for (const auto& block : sample.screen.body) {
            elements += is_grid(block) ? 1 : block.nodes.size();
            for (const Node& node : block.nodes) choices += !is_grid(block) && is_target(node) ? 1 : 0;
        }
        EXPECT_LE(elements, 7u) << sample.name;
        EXPECT_LE(choices, 5u) << sample.name;
    }
}

TEST(Screens, ExactlyWhatCanBePressedHasAPress) {
    for (const Sample& sample : all()) {
        for (const Node& node : all_nodes(sample.screen)) {
            EXPECT_EQ(is_target(node), node.press.has_value()) << sample.name << ": " << node.id;
        }
    }
}

TEST(Screens, HaveHelpAtTheSamePlaceWithTheSameWords) {
    const auto shaper = text::Shaper::create().value();
    const paint::Panel panel;
    std::optional<paint::Rect> place;
    for (const Sample& sample : all()) {
        ASSERT_TRUE(sample.screen.help) << sample.name;
        const auto made = paint::layout(sample.screen, panel, *shaper);
        const paint::Placed* help = paint::find(made, "bar.help");
        ASSERT_NE(help, nullptr) << sample.name;
        if (!place) place = help->rect;
        EXPECT_EQ(help->rect, *place) << sample.name;
        EXPECT_EQ(help->node.label, "Speak to someone") << sample.name;
        const bool comes = sample.name.starts_with("help_is_coming") || sample.name.starts_with("help_on_");
        EXPECT_TRUE(help->node.enabled || comes) << sample.name;
    }
}

TEST(Screens, EveryPressThereIsCanBeMadeSomewhere) {
    std::set<std::size_t> raised;
    for (const Sample& sample : all()) {
        for (const Node& node : all_nodes(sample.screen)) {
            if (node.press && node.enabled) raised.insert(node.press->index());
        }
    }
    for (std::size_t i = 0; i < std::variant_size_v<app::Press>; ++i) {
        EXPECT_TRUE(raised.contains(i)) << "no screen raises press number " << i;
    }
}

TEST(Screens, UseOnlyPictogramsThatThereAre) {
    for (const Sample& sample : all()) {
        for (const Node& node : all_nodes(sample.screen)) {
            EXPECT_TRUE(node.icon.empty() || paint::is_icon(node.icon)) << sample.name << ": " << node.icon;
        }
    }
}

TEST(Screens, MarkWhatBelongsToOnePersonAsPrivate) {
    for (const Sample& sample : all()) {
        for (const Node& node : all_nodes(sample.screen)) {
            if (node.role == Role::Value || node.role == Role::Success || node.id == "later" ||
                node.id == "ended") {
                EXPECT_TRUE(node.is_private) << sample.name << ": " << node.id;
            }
        }
    }
}

struct Shape {
    const char* name;
    paint::Panel panel;
};
class Fitting : public testing::TestWithParam<Shape> {};

TEST_P(Fitting, EveryScreenFitsWithItsSizesAndNothingIsCut) {
    const auto shaper = text::Shaper::create().value();
    for (const Sample& sample : all()) {
        const auto made = paint::layout(sample.screen, GetParam().panel, *shaper);
        for (const std::string& fault : paint::faults(made)) ADD_FAILURE() << sample.name << ": " << fault;
    }
}

INSTANTIATE_TEST_SUITE_P(Panels, Fitting,
                         testing::Values(Shape{"upright21", {1080, 1920, 0.248F, {}}},
                                         Shape{"wide21", {1920, 1080, 0.248F, {}}},
                                         Shape{"upright15", {1080, 1920, 0.180F, {}}},
                                         Shape{"wide15", {1920, 1080, 0.180F, {}}}),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
