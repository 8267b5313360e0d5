#include <fstream>

#include <gmock/gmock.h>

#include "tests/integration/kiosk_outside/outside_fixture.h"

namespace outside_test {
namespace {

TEST_F(OutsideTest, WithADamagedJournalNothingIsKeptAndReceptionIsStillCalled) {
    std::filesystem::create_directories(folder_);
    std::ofstream(journal_path()) << std::string(20'000, 'g');
    start();
    EXPECT_EQ(count<app::event::JournalLost>(), 1U);
    ASSERT_FALSE(faults_.empty());
    EXPECT_THAT(faults_[0], testing::HasSubstr("Nothing in it was changed"));
    keep_arrival();
    EXPECT_EQ(count<app::event::KeepFailed>(), 1U);
    EXPECT_EQ(count<app::event::Kept>(), 0U);
    perform(app::effect::KeepUndo{domain::ArrivalId(base::new_uuid(entropy_)), clocks(), clocks()});
    EXPECT_EQ(count<app::event::KeepFailed>(), 2U);
    EXPECT_EQ(last<app::event::KeepFailed>()->act, app::event::Act::Undo);
    EXPECT_TRUE(hub_.stored().empty()) << "what was not kept is not sent";
    perform(app::effect::CallReception{protocol::CallCause::Asked, "en", 1});
    EXPECT_EQ(hub_.seen(protocol::kCallsPath).size(), 1U);
    pass(kiosk::runtime::kHeartbeatEvery);
    for (const auto& beat : hub_.seen(kHeartbeat)) {
        EXPECT_GE(protocol::decode_heartbeat(beat.body).value().arrivals_waiting, 1U)
            << "it may hold an arrival";
    }
}

TEST_F(OutsideTest, TheFirstBeatsAfterARestartNeverSayThatNothingWaits) {
    start();
    hub_.stop();
    keep_arrival();
    stop();
    hub_.start();
    hub_.say_always(kArrivals, Said::json(503, "{}"));
    const std::size_t before = hub_.seen(kHeartbeat).size();
    start();
    const auto& beats = hub_.seen(kHeartbeat);
    ASSERT_GT(beats.size(), before);
    for (std::size_t i = before; i < beats.size(); ++i)
        EXPECT_GE(protocol::decode_heartbeat(beats[i].body).value().arrivals_waiting, 1U);
}

TEST_F(OutsideTest, AFullDiskIsToldAndNothingIsHalfDone) {
    Options options;
    options.pages_max = 16;
    start(options);
    std::size_t kept = 0;
    for (int i = 0; i < 200 && count<app::event::KeepFailed>() == 0; ++i) {
        kept = count<app::event::Kept>();
        keep_arrival();
    }
    EXPECT_EQ(count<app::event::KeepFailed>(), 1U);
    EXPECT_GE(count<app::event::JournalLost>(), 1U);
    EXPECT_EQ(hub_.stored().size(), kept);
    stop();
    EXPECT_EQ(journaled().size(), kept);
    events_.clear();
    start();
    keep_arrival();
    EXPECT_EQ(count<app::event::Kept>(), 1U) << "with room again it works again";
}

TEST_F(OutsideTest, AJournalThatIsFreeAgainIsTakenUp) {
    {
        const auto other = Journal::open(journal_path()).value();
        start();
        EXPECT_EQ(count<app::event::JournalLost>(), 1U);
    }
    pass(kiosk::runtime::kJournalTriedEvery);
    EXPECT_EQ(count<app::event::JournalFound>(), 1U);
    keep_arrival();
    EXPECT_EQ(count<app::event::Kept>(), 1U);
}

}  // namespace
}  // namespace outside_test
