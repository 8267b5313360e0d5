#include "shared/domain/slip.h"

#include <array>

#include <gmock/gmock.h>

#include "tests/journeys/support/hub_world.h"

/// Slips, from the printed sheet to what the case system is told.
namespace journeys {
namespace {

using domain::Attendance;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

class Slip : public HubWorld {
protected:
    void SetUp() override {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
        front().scanner.there = true;
        token_ = slip(ada_);
        ASSERT_FALSE(token_.empty());
    }

    std::string ada_, token_;
};

TEST_F(Slip, CheckInWithOneScanAndOnePressCountsFromTheScan) {
    at("2026-11-23 13:59:50");
    EXPECT_EQ(front().scan(token_), "is_this_right");
    EXPECT_THAT(front().words(), HasSubstr("We save that you came"));
    pass(40s);
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_EQ(arrival(ada_).at, london("2026-11-23 13:59:50"));
    front().done();
    EXPECT_EQ(front().scan(token_), "already_in");
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Slip, WorksWhileTheServerIsAway) {
    pass_a_heartbeat();
    pass(1min);  // the list with the slip has come
    stop_server();
    pass_a_heartbeat();
    at("2026-11-23 13:55");
    EXPECT_EQ(front().scan(token_), "is_this_right");
    EXPECT_EQ(front().confirm(), "saved_here");
    front().done();
    EXPECT_EQ(front().scan("HUB1VREST" + token_.substr(9)), "slip_not_read");
    front().press("bar.start_again");
    start_server();
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Slip, ThatWasEndedFindsNobodyAndABirthdayStillDoes) {
    at("2026-11-23 13:50");
    ASSERT_TRUE(end_slips());
    EXPECT_EQ(front().scan(token_), "not_found");
    front().press("bar.start_again");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Slip, ThatTakesThePlaceOfALostOneEndsIt) {
    const std::string newer = slip(ada_);
    at("2026-11-23 13:50");
    EXPECT_EQ(front().scan(token_), "not_found");
    EXPECT_EQ(front().scan(newer), "is_this_right");
    EXPECT_EQ(front().confirm(), "checked_in");
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Slip, OfAnotherHubIsToldOfInTheSameWordsAsADamagedOne) {
    at("2026-11-23 13:50");
    front().settle();
    EXPECT_EQ(front().scan(token_.substr(0, 20)), "slip_not_read");
    const std::string damaged = front().words();
    front().press("bar.start_again");
    const std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    EXPECT_EQ(front().scan(domain::new_slip(domain::SlipKind::Visitor, "0000", chance)), "slip_not_read");
    EXPECT_EQ(front().words(), damaged);
    front().press("bar.start_again");
    EXPECT_EQ(front().scan("5000159407236"), "slip_not_read");
    EXPECT_EQ(front().words(), damaged);
    front().press("without_slip");
    EXPECT_EQ(front().screen(), "what_we_keep");
    front().press("bar.start_again");
    expect_not_in_call_log(ada_);
}

TEST_F(Slip, IsListedWithoutNamesAndItsTokenIsInNoFile) {
    EXPECT_THAT(slips(), HasSubstr("works"));
    EXPECT_THAT(slips(), HasSubstr("Sam Desk"));
    EXPECT_THAT(slips(), Not(HasSubstr("Ada")));
    at("2026-11-23 13:50");
    front().scan(token_);
    front().confirm();
    EXPECT_EQ(record_bytes().find(token_), std::string::npos);
    EXPECT_EQ(front().journal_bytes().find(token_), std::string::npos);
    EXPECT_THAT(slips(), Not(HasSubstr(token_)));
    expect_in_call_log(ada_, Attendance::Yes);
    ASSERT_TRUE(end_slips());
    EXPECT_THAT(slips(), HasSubstr("ended 2026-11-23"));
}

}  // namespace
}  // namespace journeys
