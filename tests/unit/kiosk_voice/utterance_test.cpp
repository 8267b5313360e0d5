// Everything on every screen is spoken, in the displayed language, and nothing private to the room (C02, C04,
// C07, C08, C09, C13, C15, C23).

#include "kiosk/voice/utterance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/voice/narrator.h"
#include "kiosk/voice/voices.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using namespace kiosk::voice;
using testing::HasSubstr;
using testing::Not;

std::vector<app::Modes> mixes() {
    return {{}, {.large_text = true}, {.easy_read = true}};
}

/// Nodes in the order in which they are said; a quote belongs to its node.
std::vector<std::string> nodes_said(const std::vector<Utterance>& all) {
    std::vector<std::string> nodes;
    for (const Utterance& one : all) {
        if (nodes.empty() || nodes.back() != one.node) nodes.push_back(one.node);
    }
    return nodes;
}

std::vector<std::string> ids(const std::vector<const screens::Node*>& nodes) {
    std::vector<std::string> all;
    for (const screens::Node* node : nodes) all.push_back(node->id);
    return all;
}

class Spoken : public testing::TestWithParam<std::string> {
protected:
    const screens::Words words_ = support::words_of(GetParam());
};

TEST_P(Spoken, C02_C07_C15_EveryNodeOfEveryScreenIsSaidInReadingOrder) {
    for (const app::Modes& modes : mixes()) {
        for (const support::Sample& sample : support::samples(words_, modes)) {
            const auto nodes = nodes_of(sample.screen);
            const auto all = utterances_of(sample.screen, words_);
            EXPECT_EQ(nodes_said(all), ids(nodes)) << sample.name;
            for (const Utterance& one : all) EXPECT_FALSE(one.text.empty()) << sample.name << ' ' << one.node;
            EXPECT_EQ(for_listeners(all, Listeners::Headset, words_), all) << "a headset hears everything";
        }
    }
}

TEST_P(Spoken, C13_TheLanguageIsTheDisplayedOneOrTheNamesOwn) {
    for (const support::Sample& sample : support::samples(words_)) {
        for (const screens::Node* node : nodes_of(sample.screen)) {
            const auto all = utterances_of(*node, sample.screen, words_);
            const Utterance& said = all.back();
            if (!node->quote.empty()) {
                EXPECT_EQ(all.front().language, GetParam()) << sample.name << ' ' << node->id;
                EXPECT_THAT(all.front().text, Not(HasSubstr(node->quote)));
                EXPECT_EQ(said.text, node->quote);
                EXPECT_EQ(said.language, "en");
            } else if (node->id.starts_with("letter.")) {
                EXPECT_TRUE(said.language == GetParam() || said.language == "en");
            } else if (node->language.empty()) {
                EXPECT_EQ(said.language, GetParam()) << sample.name << ' ' << node->id;
                EXPECT_THAT(said.text, Not(testing::AnyOf(HasSubstr("_"), HasSubstr("\u2068"))));
            } else if (node->language != GetParam()) {
                EXPECT_FALSE(voice_of(said.language).empty()) << node->id;
                EXPECT_TRUE(said.language == node->language || said.language == "en");
            }
        }
    }
}

TEST_P(Spoken, C08_C09_TheRoomHearsNothingOfOnePerson) {
    for (const app::Modes& modes : mixes()) {
        for (const support::Sample& sample : support::samples(words_, modes)) {
            for (const auto listeners : {Listeners::Room, Listeners::RoomByChoice}) {
                const auto heard = for_listeners(utterances_of(sample.screen, words_), listeners, words_);
                for (const screens::Node* node : nodes_of(sample.screen)) {
                    const bool hidden =
                        listeners == Listeners::Room ? node->is_private || node->is_typed : node->is_typed;
                    if (!hidden) continue;
                    for (const Utterance& secret : utterances_of(*node, sample.screen, words_)) {
                        EXPECT_THAT(heard,
                                    Not(testing::Contains(testing::Field(&Utterance::text, secret.text))))
                            << sample.name << ' ' << node->id;
                    }
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Spoken, testing::ValuesIn(languages::all_tags()), [](const auto& tested) {
    std::string name = tested.param;
    std::erase(name, '-');
    return name;
});

class Narration : public testing::Test {
protected:
    screens::Screen screen(const std::string& name, app::Modes modes = {.speech = true}) const {
        for (support::Sample& sample : support::samples(words_, modes)) {
            if (sample.name == name) return sample.screen;
        }
        ADD_FAILURE() << name;
        return {};
    }
    std::string heard(const screens::Screen& now, const At& at = {}, Listeners who = Listeners::Headset) {
        const auto said = narrator_.on(now, at, who, words_);
        if (!said) return "(nothing new)";
        std::string text;
        for (const Utterance& one : *said) text += one.text + "\n";
        return text;
    }

    const screens::Words words_ = support::english();
    Narrator narrator_;
};

TEST_F(Narration, ReadsAScreenOnceAndThenWhatChanges) {
    EXPECT_THAT(heard(screen("year_half")), HasSubstr("Year: 1 9\n"));
    EXPECT_EQ(heard(screen("year_half")), "(nothing new)");
    const std::string changed = heard(screen("year_complete"));
    EXPECT_THAT(changed, HasSubstr("Year: 1 9 9 4\n"));
    EXPECT_THAT(changed, Not(HasSubstr("Help"))) << "only what has changed";
}

TEST_F(Narration, C14_AnErrorIsSaidAndNamesWhatIsMeant) {
    heard(screen("year_half"));
    EXPECT_THAT(heard(screen("year_impossible")), HasSubstr(words_.text("year.check")));
    EXPECT_THAT(heard(screen("day_not_in_month")), HasSubstr("September"));
}

TEST_F(Narration, SaysTheNodeThatTheKeysCameTo) {
    const auto welcome = screen("welcome");
    heard(welcome);
    EXPECT_EQ(heard(welcome, {"start"}), "Check in. Button.\n");
    EXPECT_EQ(narrator_.again(words_).front().text, "Check in. Button.");
}

TEST_F(Narration, C08_TheRoomIsNotToldWhatDigitsLedTo) {
    const auto day = screen("day");
    heard(day, {}, Listeners::RoomByChoice);
    EXPECT_THAT(heard(day, {"day.27", true}, Listeners::RoomByChoice), Not(HasSubstr("27")));
    EXPECT_EQ(narrator_.again(words_).front().text, words_.text("speech.private"));
    EXPECT_EQ(heard(day, {"day.26"}, Listeners::RoomByChoice), "26\n")
        << "what only might be chosen is heard";
}

TEST_F(Narration, C23_ATogglesStateIsHeard) {
    auto welcome = screen("welcome");
    heard(welcome);
    welcome.toggles.front().selected = true;
    EXPECT_EQ(heard(welcome), "Bigger. On.\n");
}

TEST_F(Narration, EveryWordThatIsHeardAndNotSeenIsSaid) {
    std::string all;
    for (const support::Sample& sample : support::samples(words_, {.calm = true})) {
        if (sample.name.starts_with("staff")) continue;  // what staff press there is nobody's
        for (const Utterance& one :
             for_listeners(utterances_of(sample.screen, words_), Listeners::Room, words_)) {
            all += one.text + "\n";
        }
    }
    for (const char* end : {"Check in. Button.", "Calm. On.", "Dark. Off.", "Not available now."}) {
        EXPECT_THAT(all, HasSubstr(end));
    }
    EXPECT_THAT(all, HasSubstr(words_.text("speech.private")));
    EXPECT_THAT(all, Not(HasSubstr("7. Chosen."))) << "what was chosen is private";
    EXPECT_THAT(heard(screen("day_chosen")), HasSubstr("7. Chosen.\n"));
}

TEST_F(Narration, FallsSilentWhenSpeechIsSwitchedOffAndSaysNothingWithoutIt) {
    EXPECT_EQ(heard(screen("welcome", {})), "(nothing new)");
    heard(screen("welcome"));
    EXPECT_EQ(heard(screen("welcome", {})), "") << "silence at once";
    EXPECT_EQ(heard(screen("day", {})), "(nothing new)");
}

TEST_F(Narration, TheSecondsThatCountDownAreSaidOnce) {
    auto still = screen("still_there");
    EXPECT_THAT(heard(still), HasSubstr("20 seconds"));
    for (auto& block : still.body) {
        for (auto& node : block.nodes) {
            if (node.id == "seconds") node.label = "19 seconds left";
        }
    }
    EXPECT_EQ(heard(still), "(nothing new)");
}

TEST_F(Narration, BeginsAnewForOtherListeners) {
    const auto right = screen("is_this_right");
    EXPECT_THAT(heard(right, {}, Listeners::Room), Not(HasSubstr("14:00")));
    EXPECT_THAT(heard(right, {}, Listeners::RoomByChoice), HasSubstr("14:00"));
}

}  // namespace
