// One update's way to the case system.

#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

TEST_F(Forwarding, NothingIsSentBeforeTheSessionsEnd) {
    owed(Attendance::Yes);
    EXPECT_TRUE(forward(kEnd - 1us).empty());
    EXPECT_TRUE(case_system_.calls.empty());
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Drafted});
}

TEST_F(Forwarding, ASessionThatHasBecomeLongerIsWaitedFor) {
    owed(Attendance::Yes);
    domain::Appointment longer = store_.record().appointments.at(kAppointment);
    longer.duration = 90min;
    put(longer);
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Held});
    EXPECT_TRUE(case_system_.calls.empty());
    EXPECT_EQ(forward(kEnd + 30min), std::vector{Forwarded::Drafted});
}

TEST_F(Forwarding, InTimeIsDraftedAsAttendanceAloneAndNotSubmitted) {
    owed(Attendance::Yes);
    forward(kEnd);
    EXPECT_EQ(case_system_.calls, (std::vector{Verb::Read, Verb::PutAttendance}));
    EXPECT_EQ(theirs().attended, Attendance::Yes);
    EXPECT_EQ(theirs().session_happened, true);
    EXPECT_EQ(now_held().state, UpdateState::Drafted);
    EXPECT_EQ(now_held().drafted_at, kEnd);
    EXPECT_TRUE(forward(kEnd + 24h).empty()) << "only a person submits";
}

TEST_F(Forwarding, LateIsDraftedWithItsFlagAndTheLondonTimes) {
    owed(Attendance::Late);
    forward(kEnd);
    EXPECT_EQ(theirs().attended, Attendance::Yes);
    EXPECT_EQ(theirs().late, true);
    EXPECT_EQ(theirs().late_reason, "Arrived 14:07 for 14:00");
}

TEST_F(Forwarding, LateIsAValueForACaseSystemThatWantsIt) {
    owed(Attendance::Late);
    Forwarder older(case_system_, store_, entropy_, ForwardSettings{LateAs::Value, {}});
    EXPECT_EQ(older.forward_one(now_held(), kEnd), Forwarded::Drafted);
    EXPECT_EQ(theirs().attended, Attendance::Late);
    EXPECT_EQ(case_system_.count(Verb::PutFeedback), 0);
}

TEST_F(Forwarding, DidNotAttendGoesOutWholeOnceANamedPersonHasDecided) {
    Update update = owed(Attendance::No);
    update.decided_by.clear();
    put(update);
    EXPECT_TRUE(forward(kEnd).empty());
    update.decided_by = "Sam Reception";
    update.submit_decided = false;
    put(update);
    EXPECT_TRUE(forward(kEnd).empty());
    EXPECT_TRUE(case_system_.calls.empty());

    update.submit_decided = true;
    put(update);
    EXPECT_EQ(forward(kEnd), (std::vector{Forwarded::Drafted, Forwarded::Submitted}));
    EXPECT_EQ(theirs().attended, Attendance::No);
    EXPECT_EQ(theirs().session_happened, false);
    EXPECT_EQ(theirs().note, "Did not answer the telephone");
    EXPECT_EQ(case_system_.submits, 1);
}

TEST_F(Forwarding, NotHeldAlwaysCarriesItsReason) {
    Update update = owed(Attendance::Yes);
    update.not_held = domain::NoSessionReason::Logistics;
    update.decided_by = "Sam Reception";
    update.hold_until = update.start;
    put(update);
    EXPECT_EQ(forward(update.start + 10min), std::vector{Forwarded::Drafted});
    EXPECT_EQ(theirs().session_happened, false);
    EXPECT_EQ(theirs().no_session_reason, domain::NoSessionReason::Logistics);
    EXPECT_FALSE(theirs().note.empty());
}

TEST_F(Forwarding, HeldAfterAllLeavesNothingOfWhatTheHubDraftedBefore) {
    Update update = owed(Attendance::Yes);
    update.not_held = domain::NoSessionReason::Logistics;
    update.decided_by = "Sam Reception";
    update.hold_until = update.start;
    put(update);
    ASSERT_EQ(forward(update.start + 10min), std::vector{Forwarded::Drafted});
    update = now_held();
    update.not_held.reset();
    update.note.clear();
    update.state = UpdateState::Held;
    update.hold_until = update.next_try = kEnd;
    put(update);
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Drafted});
    EXPECT_EQ(theirs().session_happened, true);
    EXPECT_EQ(theirs().no_session_reason, std::nullopt);
    EXPECT_EQ(theirs().note, "");
}

TEST_F(Forwarding, ASubmitIsAPersonsActAndHappensOnce) {
    owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Submitted});
    EXPECT_EQ(now_held().submitted_at, kEnd + 1h);
    EXPECT_TRUE(forward(kEnd + 2h).empty());
    EXPECT_EQ(case_system_.submits, 1);
}

TEST_F(Forwarding, AfterACrashWhileSendingItReadsBeforeItWrites) {
    for (const bool accepted : {false, true}) {
        case_system_ = FakeCaseSystem();
        Update update = owed(Attendance::Yes);
        update.state = UpdateState::Sending;
        put(update);
        if (accepted) theirs() = {Attendance::Yes, true, {}, {}, {}, {}, false, false};
        EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Drafted});
        EXPECT_EQ(case_system_.calls.front(), Verb::Read);
        EXPECT_EQ(case_system_.count(Verb::PutAttendance), accepted ? 0 : 1);
    }
}

TEST_F(Forwarding, SendingIsOnDiskBeforeTheFirstCall) {
    owed(Attendance::Yes);
    case_system_.during = [this](Verb) {
        EXPECT_EQ(now_held().state, UpdateState::Sending);
    };
    forward(kEnd);
    EXPECT_EQ(now_held().state, UpdateState::Drafted);
}

TEST_F(Forwarding, FeedbackThatSomebodyHasBegunIsNeverWiped) {
    owed(Attendance::Late);
    theirs().feedback_begun = true;
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
    EXPECT_EQ(case_system_.calls, std::vector{Verb::Read});
    EXPECT_EQ(now_held().state, UpdateState::WaitingForPerson);
    EXPECT_FALSE(now_held().why.empty());
    EXPECT_TRUE(forward(kEnd + 24h).empty()) << "what waits for a person is not sent";
}

TEST_F(Forwarding, FeedbackBegunBySomebodyWhoRecordedTheSameAttendanceIsLeftInPeace) {
    owed(Attendance::Yes);
    theirs() = {Attendance::Yes, true, {}, {}, {}, {}, true, false};
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Drafted});
    decide_submit();
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::ForPerson})
        << "a submit would finish their feedback";
    EXPECT_EQ(case_system_.submits, 0);
    EXPECT_EQ(case_system_.wiped, 0);
}

TEST_F(Forwarding, ARecordSubmittedBySomebodyElseIsDoneWhenItSaysTheSame) {
    owed(Attendance::Yes);
    theirs() = {Attendance::Yes, true, {}, {}, {}, {}, true, true};
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Submitted});
    EXPECT_EQ(case_system_.calls, std::vector{Verb::Read});
}

TEST_F(Forwarding, ARecordSubmittedOtherwiseIsForAPerson) {
    owed(Attendance::Late);
    theirs() = {Attendance::Yes, true, {}, {}, {}, {}, false, true};
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
}

TEST_F(Forwarding, OurOwnDraftIsCorrectedOnceAPersonHasDecided) {
    owed(Attendance::Yes);
    forward(kEnd);
    Update corrected = now_held();
    corrected.attendance = Attendance::Late;
    corrected.arrived_at = corrected.start + 20min;
    corrected.decided_by = "Sam Reception";
    corrected.state = UpdateState::Held;
    put(corrected);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Drafted});
    EXPECT_EQ(theirs().late_reason, "Arrived 14:20 for 14:00");
}

TEST_F(Forwarding, AnEarlierProvenTimeTakesTheLateFlagBack) {
    owed(Attendance::Late);
    forward(kEnd);
    Update corrected = now_held();
    corrected.attendance = Attendance::Yes;
    corrected.state = UpdateState::Held;
    put(corrected);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Drafted});
    EXPECT_FALSE(theirs().late.value_or(false));
}

TEST_F(Forwarding, AConflictIsComparedWithWhatIsThere) {
    owed(Attendance::Yes);
    case_system_.during = [this](Verb verb) {
        if (verb == Verb::PutAttendance) theirs() = {Attendance::Yes, true, {}, {}, {}, {}, true, true};
    };
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Submitted});
}

TEST_F(Forwarding, AConflictWithAnotherRecordIsForAPerson) {
    owed(Attendance::Yes);
    case_system_.during = [this](Verb verb) {
        if (verb == Verb::PutAttendance) theirs() = {Attendance::No, false, {}, {}, {}, {}, true, true};
    };
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
}

TEST_F(Forwarding, OurClockAnHourAheadDraftsNothingBeforeTheEndByTheirs) {
    owed(Attendance::Yes);
    case_system_.ahead = 1h;
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Held});
    EXPECT_EQ(case_system_.calls, std::vector{Verb::Read});
    EXPECT_TRUE(forward(kEnd + 1h - 1us).empty());
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Drafted});
}

TEST_F(Forwarding, ADoubtfulTimeIsNeverSent) {
    owed(Attendance::Yes);
    domain::AttendanceEvent arrived;
    arrived.id = domain::EventId("33333333-3333-4333-8333-333333333333");
    arrived.appointment = kAppointment;
    arrived.attendance = Attendance::Yes;
    arrived.at = at("2026-11-23T13:57:00Z");
    arrived.clock = domain::ClockState::Doubtful;
    ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) { return transaction.append(arrived); }));
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
    EXPECT_TRUE(case_system_.calls.empty());
}

TEST_F(Forwarding, MovedAndCancelledAppointmentsAreForAPerson) {
    for (const auto status : {domain::AppointmentStatus::Superseded, domain::AppointmentStatus::Cancelled}) {
        owed(Attendance::Yes);
        domain::Appointment moved = store_.record().appointments.at(kAppointment);
        moved.status = status;
        put(moved);
        EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
        EXPECT_TRUE(case_system_.calls.empty());
    }
}

TEST_F(Forwarding, AfterTheDeadlineItGoesOnAndIsMarked) {
    owed(Attendance::Yes);
    const base::Instant late = at("2026-11-25T09:00:00Z");
    EXPECT_EQ(forward(late), std::vector{Forwarded::Drafted});
    EXPECT_NE(now_held().why.find("The deadline has passed."), std::string::npos);
}

TEST_F(Forwarding, TheTightestDeadlineGoesFirst) {
    Update first = owed(Attendance::Yes);
    Update tighter = first;
    tighter.id = domain::UpdateId("44444444-4444-4444-8444-444444444444");
    tighter.appointment = domain::AppointmentId("55555555-5555-4555-8555-555555555555");
    tighter.deadline -= 1h;
    put(tighter);
    ASSERT_TRUE(store_.read([&](View& view) -> base::Done {
        EXPECT_EQ(TRY(next_due(view, kEnd))->id, tighter.id);
        EXPECT_FALSE(TRY(next_due(view, kEnd - 1h)));
        return {};
    }));
}

TEST_F(Forwarding, WhatAPersonDecidesWhileItIsBeingSentStands) {
    owed(Attendance::Yes);
    case_system_.during = [this](Verb verb) {
        if (verb != Verb::PutAttendance) return;
        Update corrected = now_held();
        corrected.attendance = Attendance::Late;
        corrected.arrived_at = corrected.start + 20min;
        corrected.decided_by = "Sam Reception";
        put(corrected);
    };
    const auto done = forward(kEnd);
    EXPECT_EQ(done, (std::vector{Forwarded::Overtaken, Forwarded::Drafted}));
    EXPECT_EQ(theirs().late_reason, "Arrived 14:20 for 14:00");
}

TEST_F(Forwarding, ASubmitThatWentThroughIsNotForgottenWhenAPersonChangedTheRecordMeanwhile) {
    owed(Attendance::Yes);
    decide_submit();
    case_system_.during = [this](Verb verb) {
        if (verb != Verb::Submit) return;
        Update changed = now_held();
        changed.attendance = Attendance::Late;
        put(changed);
    };
    forward(kEnd);
    EXPECT_EQ(case_system_.submits, 1);
    const Update left = now_held();
    EXPECT_TRUE(left.submitted_at) << "it is final there";
    EXPECT_EQ(left.state, UpdateState::WaitingForPerson);
    EXPECT_NE(left.why.find("Telephone the practitioner"), std::string::npos) << left.why;
}

TEST_F(Forwarding, AnUpdateThatHasChangedSinceItWasReadIsNotSent) {
    Update old = owed(Attendance::Yes);
    decide_submit();
    EXPECT_EQ(forwarder_.forward_one(old, kEnd), Forwarded::Overtaken);
    EXPECT_TRUE(case_system_.calls.empty());
}

TEST_F(Forwarding, ADraftThatACaseworkerSubmitsIsSeenOnceTheSyncHasSettledIt) {
    owed(Attendance::Yes);
    forward(kEnd);
    theirs().submitted = true;
    domain::Appointment settled = store_.record().appointments.at(kAppointment);
    settled.status = domain::AppointmentStatus::Settled;
    put(settled);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Submitted});
    EXPECT_EQ(case_system_.submits, 0);
}

TEST_F(Forwarding, KeepsWhatTheAnswersShowOfOurClock) {
    owed(Attendance::Yes);
    case_system_.ahead = 2s;
    case_system_.seen_at = kEnd;
    forward(kEnd);
    ASSERT_TRUE(store_.record().sync.from_case_system);
    EXPECT_EQ(*store_.record().sync.from_case_system, (domain::ClockDifference{2s, kEnd}));
    EXPECT_EQ(store_.record().sync.succeeded_at, std::nullopt) << "and nothing else of the sync";
}

}  // namespace
}  // namespace forwarding
