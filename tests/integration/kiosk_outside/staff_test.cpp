// The staff corner's number and its memory, with the real hash and the real disk.

#include "kiosk/staff/pin.h"
#include "kiosk/staff/state_file.h"
#include "tests/integration/kiosk_outside/outside_fixture.h"

namespace outside_test {
namespace {

class StaffAtTheKiosk : public OutsideTest {
protected:
    StaffAtTheKiosk() {
        staff_.pin_hash = kiosk::staff::hash_pin(base::Secret("204060")).value();
        staff_.state = (folder_ / "staff.toml").string();
        std::filesystem::create_directories(folder_);
    }
    bool opens(const std::string& pin) {
        perform(app::effect::CheckStaffPin{++number_, base::Secret(pin)});
        const auto* checked = last<app::event::StaffPinChecked>();
        EXPECT_TRUE(checked != nullptr && checked->number == number_);
        return checked != nullptr && checked->is_right;
    }
    std::uint64_t number_ = 0;
};

TEST_F(StaffAtTheKiosk, TheNumberOpensAndNoOtherDoesAlsoWithoutTheServer) {
    hub_.stop();
    start();
    EXPECT_TRUE(opens("204060"));
    EXPECT_FALSE(opens("204061"));
    EXPECT_FALSE(opens(""));
}

TEST_F(StaffAtTheKiosk, WithoutAHashNothingOpens) {
    staff_.pin_hash.reset();
    start();
    EXPECT_FALSE(opens("204060"));
    EXPECT_FALSE(opens(""));
}

TEST_F(StaffAtTheKiosk, WhatStaffSetIsOnTheDiskBeforeTheNextNumberIsLookedAt) {
    start();
    app::StaffState state;
    state.wrong_pins = 3;
    outside_->perform(app::effect::KeepStaffState{state});
    EXPECT_FALSE(opens("204061"));
    EXPECT_EQ(kiosk::staff::read_state(staff_.state).value(), state);
    EXPECT_EQ(count<app::event::StaffStateNotKept>(), 0U);
}

TEST_F(StaffAtTheKiosk, ADiskThatDoesNotTakeItIsTold) {
    staff_.state = (folder_ / "no" / "such" / "folder").string();
    start();
    perform(app::effect::KeepStaffState{});
    EXPECT_EQ(count<app::event::StaffStateNotKept>(), 1U);
}

TEST_F(StaffAtTheKiosk, TheNumberOpensNothingWhileTriesCannotBeCounted) {
    const std::filesystem::path folder = folder_ / "state";
    staff_.state = (folder / "staff.toml").string();
    start();
    perform(app::effect::KeepStaffState{});
    EXPECT_FALSE(opens("204060"));
    std::filesystem::create_directories(folder);
    EXPECT_FALSE(opens("204060")) << "the last was not counted";
    perform(app::effect::KeepStaffState{});
    EXPECT_TRUE(opens("204060"));
}

TEST_F(StaffAtTheKiosk, TheHubHearsAtOnceThatTheKioskIsOutOfUse) {
    start();
    EXPECT_FALSE(last_heartbeat().out_of_use);
    app::StaffState state;
    state.out_of_use = true;
    perform(app::effect::KeepStaffState{state});
    EXPECT_TRUE(last_heartbeat().out_of_use);
}

TEST_F(StaffAtTheKiosk, WhatWaitsInTheJournalIsCounted) {
    start();
    perform(app::effect::CountJournal{});
    ASSERT_EQ(count<app::event::JournalCounted>(), 1U);
    EXPECT_EQ(last<app::event::JournalCounted>()->waiting, 0U);
    hub_.stop();
    keep_arrival();
    perform(app::effect::CountJournal{});
    EXPECT_EQ(last<app::event::JournalCounted>()->waiting, 1U);
}

}  // namespace
}  // namespace outside_test
