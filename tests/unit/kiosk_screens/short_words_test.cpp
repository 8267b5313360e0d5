// Easy Read and large text: few words, but nothing that a person needs is lost.

#include "kiosk/screens/short_words.h"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/view.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using screens::Node;
using screens::Role;
using screens::Screen;
using support::Sample;

constexpr std::size_t kHeadingWordsMax = 10;

const app::Modes kEasyRead{.easy_read = true};

std::size_t words_in(const std::string& text) {
    std::istringstream stream(text);
    std::size_t count = 0;
    for (std::string word; stream >> word;) ++count;
    return count;
}

Screen plain() {
    Screen screen;
    Node mine = screens::text("mine", "At 14:00");
    mine.is_private = true;
    screen.body.push_back(
        screens::block({screens::title("Heading"), screens::text("text", "Text"),
                        screens::note("note", "Note"), mine, screens::value("value", "Day: 7")}));
    screen.body.push_back(screens::block({screens::button("go", "Go", "", app::press::Start{})}));
    return screen;
}

std::vector<std::string> labels_of(const Screen& screen) {
    std::vector<std::string> labels;
    for (const Node* node : screens::nodes_of(screen)) labels.push_back(node->label);
    return labels;
}

using Labels = std::vector<std::string>;

TEST(ShortWords, OneSentenceStandsForHeadingTextsAndNotes) {
    Screen screen = plain();
    screen.sentence = "easy.welcome";
    EXPECT_EQ(labels_of(in_short_words(screen, support::english())),
              (Labels{"You can check in here.", "At 14:00", "Day: 7", "Go"}));
}

TEST(ShortWords, WithoutASentenceOnlyNotesGiveWay) {
    const Labels without_note{"Heading", "Text", "At 14:00", "Day: 7", "Go"};
    Screen screen = plain();
    EXPECT_EQ(labels_of(in_short_words(screen, support::english())), without_note);
    screen.sentence = "easy.no_such_sentence";
    EXPECT_EQ(labels_of(in_short_words(screen, support::english())), without_note)
        << "a sentence that the catalogue lacks takes nothing away";
}

TEST(ShortWords, AHeadingThatIsThePersonsOwnStays) {
    Screen screen = plain();
    screen.sentence = "easy.welcome";
    screen.body.front().nodes.front().is_private = true;
    EXPECT_EQ(labels_of(in_short_words(screen, support::english())).front(), "Heading");
}

TEST(ShortWords, WhatCanBePressedIsSaidShorterWhereThereAreWordsForIt) {
    Screen screen = plain();
    Node& go = screen.body.back().nodes.front();
    go.id = "reason.transport";
    EXPECT_EQ(labels_of(in_short_words(screen, support::english())).back(), "Travel");
    go.press = app::press::Help{};
    EXPECT_EQ(labels_of(in_short_words(screen, support::english())).back(), "Speak to someone");
}

TEST(ShortWords, EveryScreenHasAPictureAndOneShortSentence) {
    for (const Sample& sample : support::samples(support::english(), kEasyRead)) {
        EXPECT_FALSE(sample.screen.picture.empty()) << sample.name;
        for (const Node* node : screens::nodes_of(sample.screen)) {
            EXPECT_NE(node->role, Role::Note) << sample.name << ": " << node->label;
            // What stands beside the heading belongs to the person, is a fact, or is the time that is
            // running.
            if (node->role == Role::Text) {
                EXPECT_TRUE(node->is_private || node->is_fact || node->id == "seconds")
                    << sample.name << ": " << node->label;
            }
            if (node->role == Role::Title) {
                EXPECT_LE(words_in(node->label), kHeadingWordsMax) << sample.name << ": " << node->label;
            }
        }
    }
}

TEST(ShortWords, EverySentenceIsInEveryCatalogue) {
    for (const std::string& tag : languages::all_tags()) {
        const screens::Words words = support::words_of(tag);
        for (const Sample& sample : support::samples(words, kEasyRead)) {
            EXPECT_TRUE(sample.screen.sentence.empty() || words.has(sample.screen.sentence))
                << tag << ", " << sample.name << ": " << sample.screen.sentence;
        }
    }
}

/// Whether it was recorded, and at what time, is told in every mode (NHS C72).
TEST(ShortWords, KeepWhatWasRecordedAndEveryWayOut) {
    const auto ordinary = support::samples(support::english());
    const auto easy = support::samples(support::english(), kEasyRead);
    ASSERT_EQ(ordinary.size(), easy.size());
    for (std::size_t i = 0; i < easy.size(); ++i) {
        std::vector<std::string> before;
        std::vector<std::string> after;
        const auto stays = [](const Node& node) {
            if (node.id.starts_with("session.")) return false;  // fewer stand on a page; "More" is a way on
            return is_target(node) || node.role == Role::Success || node.role == Role::Status;
        };
        for (const Node* node : screens::nodes_of(ordinary[i].screen)) {
            if (stays(*node)) before.push_back(node->id);
        }
        for (const Node* node : screens::nodes_of(easy[i].screen)) {
            if (stays(*node)) after.push_back(node->id);
        }
        EXPECT_EQ(after, before) << easy[i].name;
    }
}

TEST(ShortWords, AreSaidInLargeTextTooAndInNoOtherMode) {
    const auto heading = [](const app::Modes& modes) {
        const auto all = support::samples(support::english(), modes);
        const auto welcome =
            std::find_if(all.begin(), all.end(), [](const Sample& one) { return one.name == "welcome"; });
        return welcome->screen.body.front().nodes.front().label;
    };
    EXPECT_EQ(heading({.large_text = true}), "You can check in here.");
    EXPECT_EQ(heading({.high_contrast = true, .calm = true}), "Hello and welcome");
}

}  // namespace
