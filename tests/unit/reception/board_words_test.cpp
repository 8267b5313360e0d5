// What the board says in few letters: states in an address, and initials.

#include "server/reception/board_words.h"

#include <gtest/gtest.h>

namespace server::reception {
namespace {

using app::BoardState;

TEST(BoardWords, NameEveryStateInAnAddressAndFindItAgain) {
    for (const BoardState state : {BoardState::Expected, BoardState::NotYet, BoardState::Arrived,
                                   BoardState::Late, BoardState::CameAfterEnd, BoardState::NeedsDecision,
                                   BoardState::DidNotAttend, BoardState::Settled}) {
        EXPECT_EQ(state_of_slug(slug_of(state)), state) << slug_of(state);
    }
    EXPECT_EQ(slug_of(BoardState::NeedsDecision), "needs-a-decision");
    EXPECT_FALSE(state_of_slug(""));
    EXPECT_FALSE(state_of_slug("Needs a decision"));
}

TEST(BoardWords, CutNamesToInitialsInEveryScript) {
    EXPECT_EQ(initials_of("Rosa", "Made-Up"), "R. M.");
    EXPECT_EQ(initials_of("łucja", "Żmyślona"), "Ł. Ż.");
    EXPECT_EQ(initials_of("e\u0301mile", "x"), "E\u0301. X.") << "marks stay with their letter";
    EXPECT_EQ(initials_of("محمد", "علي"), "م. ع.");
    EXPECT_EQ(initials_of("", "Ode"), "O.");
    EXPECT_EQ(initials_of("", ""), "");
    EXPECT_NO_FATAL_FAILURE(initials_of("\xff\xfe", "\x80"));
}

}  // namespace
}  // namespace server::reception
