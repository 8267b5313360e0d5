// The card for the wall beside the kiosk (C62).

#include "kiosk/screens/wall_card.h"

#include <gtest/gtest.h>

#include "kiosk/screens/toggles.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk::screens;

const Node* find(const Screen& screen, const std::string& id) {
    for (const Node* node : nodes_of(screen)) {
        if (node->id == id) return node;
    }
    return nullptr;
}

TEST(WallCard, C62_ExplainsEveryToggleByTheWordOnTheScreenInEveryLanguage) {
    for (const std::string& language : languages::all_tags()) {
        const auto words = support::words_of(language);
        const Screen card = wall_card(words, CanSpeak::Yes);
        for (const Toggle& one : kToggles) {
            const Node* const row = find(card, one.id);
            ASSERT_NE(row, nullptr) << language << ' ' << one.id;
            EXPECT_EQ(row->label, words.text(one.id));
            EXPECT_EQ(row->icon, one.icon);
        }
        for (const char* id : {"headphones", "keys", "person"}) EXPECT_NE(find(card, id), nullptr) << id;
    }
}

TEST(WallCard, PromisesNoVoiceWhereThereIsNone) {
    const Screen card = wall_card(support::words_of("so"), CanSpeak::No);
    EXPECT_EQ(find(card, "mode.listen"), nullptr);
    EXPECT_EQ(find(card, "headphones"), nullptr);
    EXPECT_NE(find(card, "keys"), nullptr);
}

TEST(WallCard, HasNothingToPress) {
    const Screen card = wall_card(support::english(), CanSpeak::Yes);
    for (const Node* node : nodes_of(card)) {
        EXPECT_FALSE(is_target(*node)) << node->id;
    }
}

}  // namespace
