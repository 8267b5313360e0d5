// A batch whose last look is over, and whose file has not left: the folder is away, or the hub was cut off.
// What the hub knows better by the time that the file can leave does not leave.

#include "tests/unit/file_handover/fixture.h"

namespace file_handover {
namespace {

class CutOff : public Handover {
protected:
    /// Two records in a file that is about to leave when the folder goes away.
    void leave_while_the_folder_is_away() {
        owed(1, Attendance::No);
        owed(2);
        run_until_prepared();
        files_.away = true;
        run(kEnd + 1min);
        ASSERT_EQ(newest().state, BatchState::Leaving);
        ASSERT_EQ(held(1).state, UpdateState::Sending);
    }
    /// A kiosk that was cut off brings the arrival of whom somebody has confirmed absent.
    void bring_arrival() {
        Update came = held(1);
        domain::AttendanceEvent event;
        event.id = domain::EventId(base::new_uuid(entropy_));
        event.kind = domain::EventKind::Arrived;
        event.appointment = came.appointment;
        event.arrival = domain::ArrivalId("journal");
        event.at = came.start;
        event.attendance = Attendance::Yes;
        append(event);
        came.attendance = Attendance::Yes;
        came.arrived_at = came.start;
        came.state = UpdateState::Held;
        came.submit_decided = false;
        put(came);
    }
};

TEST_F(CutOff, WhatChangedMeanwhileDoesNotLeave) {
    leave_while_the_folder_is_away();
    bring_arrival();
    files_.away = false;
    run(kEnd + 3h);
    ASSERT_EQ(files_.handed_over.size(), 1U);
    const auto& rows = files_.out.begin()->second;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].appointment, id(2));
    EXPECT_EQ(held(1).state, UpdateState::Held);
    EXPECT_TRUE(files_.preparing.empty());
}

TEST_F(CutOff, WhatIsAsItWasLeavesOnce) {
    leave_while_the_folder_is_away();
    EXPECT_THAT(trouble(), testing::HasSubstr("/out"));
    files_.away = false;
    run(kEnd + 3h);
    run(kEnd + 4h);
    EXPECT_EQ(files_.handed_over.size(), 1U);
    EXPECT_EQ(files_.out.begin()->second.size(), 2U);
    EXPECT_EQ(newest().state, BatchState::HandedOver);
    EXPECT_EQ(trouble(), "");
}

}  // namespace
}  // namespace file_handover
