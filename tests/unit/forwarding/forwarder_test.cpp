// One update's way to the case system, and every way it can go wrong.

#include <gtest/gtest.h>

#include "server/app/forward_updates.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/unit/forwarding/fake_case_system.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using domain::Attendance;
using domain::Update;
using domain::UpdateState;
using forwarding::Effect;
using forwarding::FakeCaseSystem;
using forwarding::Verb;

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

const domain::AppointmentId kAppointment{"11111111-1111-4111-8111-111111111111"};

class Forwarding : public testing::Test {
protected:
    /// An appointment from 14:00 to 15:00 London time and an update for it, held until its end.
    Update owed(Attendance attendance) {
        domain::Appointment appointment;
        appointment.id = kAppointment;
        appointment.start = at("2026-11-23T14:00:00Z");
        appointment.at_this_hub = true;
        put(appointment);
        Update update;
        update.id = domain::UpdateId("22222222-2222-4222-8222-222222222222");
        update.appointment = kAppointment;
        update.attendance = attendance;
        update.start = appointment.start;
        update.arrived_at = appointment.start + (attendance == Attendance::Late ? 7min : -3min);
        update.hold_until = end_of(appointment);
        update.deadline = at("2026-11-25T00:00:00Z");
        if (attendance == Attendance::No) {
            update.arrived_at.reset();
            update.decided_by = "Sam Reception";
            update.submit_decided = true;
            update.note = "Did not answer the telephone";
            update.hold_until = appointment.start + 20min;
        }
        put(update);
        return update;
    }
    template <class Row>
    void put(const Row& row) {
        ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) { return transaction.put(row); }));
    }
    Update now_held() { return store_.record().updates.begin()->second; }
    /// Forwards whatever is due, as the outbox does, until nothing is.
    std::vector<Forwarded> forward(base::Instant now) {
        std::vector<Forwarded> done;
        for (int i = 0; i < 10; ++i) {
            std::optional<Update> due;
            EXPECT_TRUE(store_.read([&](View& view) -> base::Done {
                due = TRY(next_due(view, now));
                return {};
            }));
            if (!due) return done;
            done.push_back(forwarder_.forward_one(*due, now).value());
        }
        ADD_FAILURE() << "an update is due again and again";
        return done;
    }
    void decide_submit() {
        Update update = now_held();
        update.submit_decided = true;
        update.decided_by = "Sam Reception";
        put(update);
    }
    void fail(Verb verb, CaseFailure failure, Effect effect, int times = 1) {
        case_system_.failures.push_back({verb, {failure, 0, "it did not work."}, effect, times});
    }
    CaseAttendance& theirs() { return case_system_.held[kAppointment]; }

    const base::Instant kEnd = at("2026-11-23T15:00:00Z");
    support::MemoryStore store_;
    support::SeededEntropy entropy_{7};
    FakeCaseSystem case_system_;
    Forwarder forwarder_{case_system_, store_, entropy_, ForwardSettings{}};
};

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

TEST_F(Forwarding, ASubmitIsAPersonsActAndHappensOnce) {
    owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Submitted});
    EXPECT_EQ(now_held().submitted_at, kEnd + 1h);
    EXPECT_TRUE(forward(kEnd + 2h).empty());
    EXPECT_EQ(case_system_.submits, 1);
}

TEST_F(Forwarding, WhateverCallLosesItsReplyEverythingHappensOnce) {
    for (const Attendance attendance : {Attendance::Yes, Attendance::Late, Attendance::No}) {
        for (const Verb verb : {Verb::Read, Verb::PutAttendance, Verb::PutFeedback, Verb::Submit}) {
            for (const Effect effect : {Effect::None, Effect::Accepted}) {
                case_system_ = FakeCaseSystem();
                owed(attendance);
                decide_submit();
                fail(verb, CaseFailure::Unreachable, effect);
                base::Instant now = kEnd;
                for (int i = 0; i < 4; ++i, now += 5min) forward(now);
                EXPECT_EQ(now_held().state, UpdateState::Submitted);
                EXPECT_EQ(case_system_.submits, 1);
                EXPECT_LE(case_system_.count(Verb::Submit),
                          effect == Effect::Accepted || verb != Verb::Submit ? 1 : 2);
                EXPECT_LE(case_system_.count(Verb::PutAttendance),
                          effect == Effect::Accepted || verb != Verb::PutAttendance ? 1 : 2);
                EXPECT_EQ(theirs().late.value_or(false), attendance == Attendance::Late);
            }
        }
    }
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

TEST_F(Forwarding, AnotherAttendanceDraftedBySomebodyElseIsForAPerson) {
    owed(Attendance::Yes);
    decide_submit();
    theirs() = {Attendance::No, false, {}, {}, {}, {}, false, false};
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
    EXPECT_EQ(theirs().attended, Attendance::No);
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

TEST_F(Forwarding, UnreachableIsTriedForEverWithLongerWaitsUpToACap) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::Unreachable, Effect::None, 1000);
    base::Instant now = kEnd;
    std::chrono::microseconds longest{0};
    for (int i = 0; i < 200; ++i) {
        ASSERT_EQ(forward(now), std::vector{Forwarded::WillRetry});
        const Update update = now_held();
        ASSERT_EQ(update.state, UpdateState::Sending);
        ASSERT_GT(update.next_try, now);
        longest = std::max(longest, std::chrono::microseconds(update.next_try - now));
        now = update.next_try;
    }
    EXPECT_LE(longest, RetryPolicy{}.wait_max);
    EXPECT_GE(longest, RetryPolicy{}.wait_max / 2);
    EXPECT_EQ(now_held().tries, 200);
}

TEST_F(Forwarding, AReadThatFailsLeavesAHeldUpdateHeld) {
    owed(Attendance::Yes);
    fail(Verb::Read, CaseFailure::Unreachable, Effect::None);
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::WillRetry});
    EXPECT_EQ(now_held().state, UpdateState::Held);
}

TEST_F(Forwarding, ServerErrorsAreTriedAFewTimesInARow) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::Unreachable, Effect::None, 10);
    fail(Verb::PutAttendance, CaseFailure::ServerError, Effect::None, 100);
    base::Instant now = kEnd;
    int server_errors = 0;
    for (int i = 0; i < 30 && now_held().state != UpdateState::WaitingForPerson; ++i, now += 10min) {
        forward(now);
        server_errors += i >= 10 ? 1 : 0;
    }
    EXPECT_EQ(server_errors, RetryPolicy{}.server_error_tries);
    EXPECT_EQ(now_held().state, UpdateState::WaitingForPerson);
}

TEST_F(Forwarding, WhatIsRefusedForGoodIsForPeopleAtOnce) {
    for (const CaseFailure failure : {CaseFailure::NotAllowed, CaseFailure::Refused}) {
        case_system_ = FakeCaseSystem();
        owed(Attendance::Yes);
        fail(Verb::PutAttendance, failure, Effect::None, 100);
        EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
        EXPECT_EQ(case_system_.count(Verb::PutAttendance), 1);
        EXPECT_NE(now_held().why.find("it did not work."), std::string::npos);
    }
}

TEST_F(Forwarding, TooEarlyIsHeld) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::TooEarly, Effect::None);
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Held});
    EXPECT_EQ(now_held().state, UpdateState::Held);
    EXPECT_GT(now_held().next_try, kEnd);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Drafted});
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

TEST_F(Forwarding, ASubmitWithAnUnreadableReplyIsComparedAndNotRepeated) {
    owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    fail(Verb::Submit, CaseFailure::NotUnderstood, Effect::Accepted);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Submitted});
    EXPECT_EQ(case_system_.count(Verb::Submit), 1);
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

}  // namespace
