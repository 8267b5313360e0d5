// Records go out in files, each once, and what comes back is believed only where it fits.

#include "tests/unit/file_handover/fixture.h"

namespace file_handover {
namespace {

using testing::HasSubstr;

TEST_F(Handover, NothingGoesBeforeTheSessionsEndOrWithoutAPersonsDecision) {
    Update undecided = owed(1);
    undecided.submit_decided = false;
    put(undecided);
    owed(2);
    run(kEnd - 1us);
    EXPECT_TRUE(files_.handed_over.empty());
    run(kEnd);
    ASSERT_EQ(files_.out.size(), 1U);
    ASSERT_EQ(files_.out.begin()->second.size(), 1U);
    EXPECT_EQ(files_.out.begin()->second[0].appointment, id(2));
    EXPECT_EQ(held(1).state, UpdateState::Held);
    EXPECT_EQ(held(2).state, UpdateState::Sending);
    EXPECT_THAT(held(2).why, HasSubstr("In the file hub-"));
}

TEST_F(Handover, OneFileHoldsEverythingThatIsDueAndTheNextWaitsItsTime) {
    owed(1);
    owed(2, Attendance::Late);
    run(kEnd);
    ASSERT_EQ(files_.handed_over.size(), 1U);
    const auto& rows = files_.out.begin()->second;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].number, 1U);
    EXPECT_EQ(rows[1].attendance, Attendance::Late);
    owed(3);
    run(kEnd + 9min);
    EXPECT_EQ(files_.handed_over.size(), 1U);
    run(kEnd + 10min);
    EXPECT_EQ(files_.handed_over.size(), 2U);
    run(kEnd + 40min);
    EXPECT_EQ(files_.handed_over.size(), 2U) << "nothing is due";
}

TEST_F(Handover, WhatWasTakenIsSubmittedAndWhatWasNotIsForAPersonWithTheReason) {
    owed(1);
    owed(2);
    run(kEnd);
    came_back(newest().id, {{1, true, ""}, {2, false, "No such referral"}});
    run(kEnd + 5min);
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_EQ(held(1).submitted_at, kEnd + 5min);
    EXPECT_EQ(held(2).state, UpdateState::WaitingForPerson);
    EXPECT_THAT(held(2).why, HasSubstr("No such referral"));
    EXPECT_THAT(held(2).why, HasSubstr("resend"));
    EXPECT_TRUE(files_.came_back.empty());
    EXPECT_EQ(newest().state, BatchState::Answered);
    EXPECT_EQ(trouble(), "");
}

TEST_F(Handover, WhatWasSentAndAnsweredIsKept) {
    owed(1, Attendance::Late);
    run(kEnd);
    came_back(newest().id, {{1, true, ""}});
    run(kEnd + 5min);
    const auto kept = store_.record().exchanges;
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].call, CaseCall::WriteFile);
    EXPECT_EQ(kept[0].address, "hub-" + newest().id + ".csv row 1");
    EXPECT_EQ(kept[0].sent, "attendance: LATE\narrived at: 2026-11-23T14:07:00Z\nsession happened: yes");
    EXPECT_EQ(kept[1].call, CaseCall::FileAnswer);
    EXPECT_EQ(kept[1].answered, "taken");
}

TEST_F(Handover, AfterTimeWithoutAnAnswerItIsForAPersonAndALaterAnswerStillCounts) {
    owed(1);
    run(kEnd);
    run(kEnd + 59min);
    EXPECT_EQ(held(1).state, UpdateState::Sending);
    run(kEnd + 60min);
    EXPECT_EQ(held(1).state, UpdateState::WaitingForPerson);
    EXPECT_THAT(held(1).why, HasSubstr("No answer has come"));
    EXPECT_EQ(files_.handed_over.size(), 1U);
    came_back(newest().id, {{1, true, ""}});
    run(kEnd + 3h);
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_EQ(files_.handed_over.size(), 1U) << "it went once";
}

TEST_F(Handover, TheSameAnswerTwiceCountsOnceAndAnotherOneIsTold) {
    owed(1);
    run(kEnd);
    came_back(newest().id, {{1, true, ""}});
    run(kEnd + 1min);
    const auto kept = store_.record().exchanges.size();
    came_back(newest().id, {{1, true, ""}}, "again.csv");
    run(kEnd + 2min);
    EXPECT_TRUE(files_.came_back.empty());
    EXPECT_EQ(store_.record().exchanges.size(), kept);
    came_back(newest().id, {{1, false, "changed our mind"}}, "other.csv");
    run(kEnd + 3min);
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_THAT(trouble(), HasSubstr("other.csv"));
    EXPECT_THAT(trouble(), HasSubstr("otherwise"));
    files_.came_back.clear();
    run(kEnd + 4min);
    EXPECT_EQ(trouble(), "") << "seen to";
}

TEST_F(Handover, AnAnswerThatDoesNotFitChangesNothing) {
    owed(1);
    owed(2);
    run(kEnd);
    const std::vector<std::vector<RowAnswer>> odd{
        {}, {{1, true, ""}}, {{1, true, ""}, {2, true, ""}, {3, true, ""}}, {{2, true, ""}, {1, true, ""}}};
    for (const auto& rows : odd) {
        files_.came_back.clear();
        came_back(newest().id, rows);
        run(kEnd + 1min);
        EXPECT_THAT(trouble(), HasSubstr("answer.csv")) << rows.size();
        EXPECT_EQ(held(1).state, UpdateState::Sending) << rows.size();
        EXPECT_EQ(files_.came_back.size(), 1U) << "it stays where it is";
    }
    files_.came_back.clear();
    came_back("99999999-9999-4999-8999-999999999999", {{1, true, ""}, {2, true, ""}});
    run(kEnd + 1min);
    EXPECT_THAT(trouble(), HasSubstr("not handed over"));
}

TEST_F(Handover, OneBadAnswerKeepsNoOtherFromBeingTakenIn) {
    owed(1);
    run(kEnd);
    files_.came_back.push_back(
        {"a.csv", "a.csv", base::fail(base::ErrorKind::InvalidInput, "line 2 is of no use")});
    came_back(newest().id, {{1, true, ""}}, "b.csv");
    run(kEnd + 1min);
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_THAT(trouble(), HasSubstr("line 2 is of no use"));
}

TEST_F(Handover, WhatChangedWhileItWasInTheFileIsForAPerson) {
    const Update update = owed(1);
    run(kEnd);
    domain::AttendanceEvent event;
    event.id = domain::EventId(base::new_uuid(entropy_));
    event.kind = domain::EventKind::SessionNotHeld;
    event.appointment = update.appointment;
    event.reason = "logistics: the heating failed";
    event.actor = "Sam";
    append(event);
    came_back(newest().id, {{1, true, ""}});
    run(kEnd + 5min);
    EXPECT_EQ(held(1).state, UpdateState::WaitingForPerson);
    EXPECT_EQ(held(1).submitted_at, kEnd + 5min);
    EXPECT_THAT(held(1).why, HasSubstr("Telephone the practitioner"));
}

TEST_F(Handover, ARefusalOfAnEarlierFileDoesNotTouchWhatWasSentAgain) {
    owed(1);
    run(kEnd);
    const std::string first = newest().id;
    run(kEnd + 60min);
    Update again = held(1);
    again.state = UpdateState::Held;
    again.next_try = kEnd + 61min;
    put(again);
    came_back(first, {{1, false, "late"}});
    run(kEnd + 60min + 30s);
    EXPECT_EQ(held(1).state, UpdateState::Held);
    run(kEnd + 61min);
    EXPECT_EQ(files_.handed_over.size(), 2U);
}

TEST_F(Handover, AFolderThatCannotBeUsedIsToldAndNothingIsLost) {
    owed(1);
    files_.full = true;
    run(kEnd);
    EXPECT_THAT(trouble(), HasSubstr("/out"));
    EXPECT_EQ(held(1).state, UpdateState::Held) << "people may still correct it";
    files_.full = false;
    run(kEnd + 1min);
    EXPECT_EQ(trouble(), "");
    EXPECT_EQ(files_.handed_over.size(), 1U);
}

TEST_F(Handover, DidNotAttendGoesOnlyWithANamedPerson) {
    Update update = owed(1, Attendance::No);
    update.decided_by.clear();
    put(update);
    run(kEnd);
    EXPECT_TRUE(files_.handed_over.empty());
    update.decided_by = "Sam Reception";
    put(update);
    run(kEnd + 1min);
    EXPECT_EQ(files_.handed_over.size(), 1U);
}

TEST_F(Handover, WhatIsCorrectedWhileTheFolderCannotBeUsedGoesOutAsItIsThen) {
    const Update absent = owed(1, Attendance::No);
    owed(2);
    run_until_prepared();
    // A kiosk that was cut off brings the arrival: the record says YES, and nobody has decided on that.
    domain::AttendanceEvent event;
    event.id = domain::EventId(base::new_uuid(entropy_));
    event.kind = domain::EventKind::Arrived;
    event.appointment = absent.appointment;
    event.arrival = domain::ArrivalId("journal");
    event.at = absent.start;
    event.attendance = Attendance::Yes;
    append(event);
    Update came = held(1);
    came.attendance = Attendance::Yes;
    came.arrived_at = absent.start;
    came.submit_decided = false;
    put(came);
    run(kEnd + 1h);
    ASSERT_EQ(files_.handed_over.size(), 1U);
    const auto& rows = files_.out.begin()->second;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].appointment, id(2));
    EXPECT_EQ(held(1).state, UpdateState::Held);
    EXPECT_TRUE(files_.preparing.empty()) << "what was prepared before is gone";
}

TEST_F(Handover, WhatIsTakenBackBeforeItsFileLeavesDoesNotGo) {
    owed(1);
    const Update update = owed(2);
    run_until_prepared();
    Update withdrawn = update;
    withdrawn.state = UpdateState::Withdrawn;
    put(withdrawn);
    run(kEnd + 1min);
    ASSERT_EQ(files_.handed_over.size(), 1U);
    EXPECT_EQ(files_.out.begin()->second.size(), 1U);
    EXPECT_EQ(held(2).state, UpdateState::Withdrawn);
}

TEST_F(Handover, AFileThatIsSeenNotToHaveLeftLetsPeopleCorrectAgain) {
    owed(1);
    files_.stuck = true;
    run(kEnd);
    EXPECT_EQ(held(1).state, UpdateState::Held);
    EXPECT_THAT(trouble(), HasSubstr("/out"));
    files_.stuck = false;
    run(kEnd + 1min);
    EXPECT_EQ(held(1).state, UpdateState::Sending);
    EXPECT_EQ(files_.handed_over.size(), 1U);
    EXPECT_EQ(trouble(), "");
}

TEST_F(Handover, WhatIsSubmittedAlreadyIsNotSentAgain) {
    Update update = owed(1);
    update.submitted_at = kEnd;
    put(update);
    run(kEnd + 1min);
    EXPECT_TRUE(files_.handed_over.empty());
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_EQ(held(1).submitted_at, kEnd);
}

TEST_F(Handover, WhatIsSaidOfAnEarlierFileDoesNotTouchTheLaterOneThatItIsIn) {
    owed(1);
    run(kEnd);
    const std::string first = newest().id;
    run(kEnd + 60min);
    Update again = held(1);
    again.state = UpdateState::Held;
    again.next_try = kEnd + 61min;
    put(again);
    run(kEnd + 61min);
    ASSERT_EQ(files_.handed_over.size(), 2U);
    ASSERT_EQ(held(1).state, UpdateState::Sending);
    came_back(first, {{1, false, "late"}});
    run(kEnd + 62min);
    EXPECT_EQ(held(1).state, UpdateState::Sending) << "it waits for the second file's answer";
    came_back(newest().id, {{1, true, ""}});
    run(kEnd + 63min);
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
}

TEST_F(Handover, NothingLeavesByADoubtfulClockAndAnswersAreTakenAllTheSame) {
    owed(1);
    run(kEnd);
    owed(2);
    came_back(newest().id, {{1, true, ""}});
    const Moment doubtful{kEnd + 1h, domain::ClockState::Doubtful};
    ASSERT_TRUE(FileHandover(files_, store_, entropy_, settings_).run_once(doubtful));
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_EQ(held(2).state, UpdateState::Held);
    EXPECT_EQ(files_.handed_over.size(), 1U);
}

}  // namespace
}  // namespace file_handover
