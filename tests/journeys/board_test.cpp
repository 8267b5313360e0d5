#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

/// What the hub keeps can be read.
class Board : public HubWorld {
protected:
    void ada_at_two() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
    }
    static bool has(const std::string& text, const std::string& words) {
        return text.find(words) != std::string::npos;
    }
    std::string ada_;
};

TEST_F(Board, WhoeverCameAfterTheEndIsNotCalledAbsentUnlessSomebodySaysThatTheyKnow) {
    ada_at_two();
    at("2026-11-23 15:10");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "came_after_end");
    pass_a_heartbeat();
    const std::string board = today("2026-11-23");
    EXPECT_TRUE(has(board, "1 came after end")) << board;
    EXPECT_TRUE(has(board, "15:10")) << board;
    EXPECT_FALSE(has(board, "nobody")) << board;
    EXPECT_FALSE(absent(ada_));
    EXPECT_TRUE(absent(ada_, true));
    EXPECT_EQ(owed(ada_).attendance, domain::Attendance::No);
    EXPECT_EQ(owed(ada_).state, domain::UpdateState::Held);
    ASSERT_TRUE(server_->record().write_and_wait([&](server::app::Transaction& t) -> base::Done {
        auto update = owed(ada_);
        update.state = domain::UpdateState::Withdrawn;
        return t.put(update);
    }));
    expect_not_in_call_log(ada_);
}

TEST_F(Board, NamesAreShownToWhoeverSaysWhoTheyAreAndThatTheyLookedIsKept) {
    ada_at_two();
    EXPECT_FALSE(has(today("2026-11-23"), "Invented"));
    EXPECT_EQ(looks("2026-11-23").find("Sam Desk"), std::string::npos);
    EXPECT_TRUE(has(today("2026-11-23", {true, "Sam Desk"}), "Ada Invented"));
    EXPECT_TRUE(has(looks("2026-11-23"), "Sam Desk")) << looks("2026-11-23");
    EXPECT_TRUE(has(looks("2026-11-23"), "name on the board of 2026-11-23"));
    expect_not_in_call_log(ada_);
}

TEST_F(Board, TheHouseIsKeptOnceADayAfterClosing) {
    ada_at_two();
    const auto first = server_->keep_house();
    ASSERT_TRUE(first && *first) << "it never was before";
    EXPECT_EQ((*first)->erased, 0U) << "Ada is expected";
    at("2026-11-23 19:55");
    EXPECT_EQ(server_->keep_house().value(), std::nullopt);
    at("2026-11-23 20:05");
    EXPECT_TRUE(server_->keep_house().value());
    EXPECT_EQ(server_->keep_house().value(), std::nullopt);
    expect_not_in_call_log(ada_);
}

TEST_F(Board, ACallFromAKioskThatWasCutOffIsShownAsMissedWithItsAge) {
    ada_at_two();
    at("2026-11-23 13:50");
    front().wire.pull_out();  // and nobody has noticed yet
    front().press("start");
    front().press("bar.help");
    at("2026-11-23 15:30");
    EXPECT_EQ(calls().find("front"), std::string::npos);
    front().wire.plug_in();
    pass(std::chrono::minutes{1});
    EXPECT_TRUE(has(calls(), "2026-11-23 13:50  missed 101 minutes ago, told at 15:3")) << calls();
    front().press("start");
    front().press("bar.help");
    EXPECT_TRUE(has(calls(), "waiting")) << calls();
    expect_not_in_call_log(ada_);
}

TEST_F(Board, WhoeverAsksForAPersonIsToldWhoWillComeAndThenThatTheyAreOnTheWay) {
    help_comes_from("Sam");
    ada_at_two();
    at("2026-11-23 13:50");
    pass_a_heartbeat();
    front().press("start");
    front().press("bar.help");
    EXPECT_TRUE(has(front().words(), "Sam will come to you")) << front().words();
    pass(std::chrono::seconds{7});
    EXPECT_TRUE(has(front().words(), "Sam will come to you"));
    ASSERT_TRUE(answer_the_call("Ann"));
    pass(kiosk::app::kCallAskedEvery);
    EXPECT_TRUE(has(front().words(), "Ann is on the way")) << front().words();
    EXPECT_TRUE(has(front().words(), "If nobody comes in 3 minutes, please go to reception."));
    pass(kiosk::app::kHelpExpected);
    EXPECT_TRUE(has(front().words(), "Please go to reception")) << front().words();
    expect_not_in_call_log(ada_);
}

}  // namespace
}  // namespace journeys
