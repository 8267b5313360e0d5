// After several calls without an answer the hub stops asking for a while.

#include "server/app/case_link.h"

#include <gmock/gmock.h>

#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

class Link : public testing::Test {
protected:
    CaseLink lose(int calls, base::Instant now) {
        CaseLink link;
        for (int i = 0; i < calls; ++i)
            link = after_step(link, Reached::NoAnswer, "", policy_, now, entropy_);
        return link;
    }

    const base::Instant now_ = at("2026-11-23T14:00:00Z");
    LinkPolicy policy_;
    support::SeededEntropy entropy_{7};
};

TEST_F(Link, StaysOpenForFourCallsWithoutAnAnswerAndNotForFive) {
    EXPECT_TRUE(may_ask(lose(4, now_), policy_, now_));
    const CaseLink shut = lose(5, now_);
    EXPECT_FALSE(may_ask(shut, policy_, now_));
    EXPECT_EQ(shut.unanswered, 5U);
    EXPECT_EQ(shut.unanswered_since, now_);
    EXPECT_GE(*shut.ask_again_at, now_ + 30s);
    EXPECT_LE(*shut.ask_again_at, now_ + 60s);
    EXPECT_TRUE(may_ask(shut, policy_, *shut.ask_again_at)) << "one call is made to see";
}

TEST_F(Link, ThePauseDoublesUpToAQuarterOfAnHour) {
    const CaseLink second = lose(6, now_);
    EXPECT_GE(*second.ask_again_at, now_ + 60s);
    EXPECT_LE(*second.ask_again_at, now_ + 120s);
    const CaseLink long_away = lose(500, now_);
    EXPECT_GE(*long_away.ask_again_at, now_ + 450s);
    EXPECT_LE(*long_away.ask_again_at, now_ + 900s);
}

TEST_F(Link, AnyAnswerOpensItAndNothingAskedChangesNothing) {
    const CaseLink shut = lose(5, now_);
    EXPECT_EQ(after_step(shut, Reached::Answered, "", policy_, now_, entropy_), CaseLink());
    EXPECT_EQ(after_step(shut, Reached::NotAsked, "", policy_, now_, entropy_), shut);
    EXPECT_EQ(after_step(CaseLink(), Reached::NoAnswer, "", policy_, now_, entropy_).unanswered, 1U)
        << "only those in a row count";
}

TEST_F(Link, AClockThatWasSetBackDoesNotKeepItShut) {
    const CaseLink shut = lose(5, now_ + 24h);
    EXPECT_FALSE(may_ask(shut, policy_, now_ + 24h));
    EXPECT_TRUE(may_ask(shut, policy_, now_));
    EXPECT_EQ(after_step(shut, Reached::NoAnswer, "", policy_, now_, entropy_).unanswered_since, now_);
}

TEST_F(Link, SaysUntilWhenAndWhyItDoesNotAsk) {
    CaseLink link = lose(5, now_);
    link.ask_again_at = now_ + 5min;
    EXPECT_EQ(not_asked_because(link, policy_, now_ + 1min),
              "not asked until 14:05, because 5 calls in a row since 14:00 got no answer");
    EXPECT_EQ(not_asked_because(link, policy_, now_ + 5min), "");
    EXPECT_EQ(not_asked_because({}, policy_, now_), "");
}

TEST_F(Link, IsShutByTheFirstRefusedSignInAndSaysWhy) {
    const CaseLink shut =
        after_step({}, Reached::NotSignedIn, "Link them again with hubctl.", policy_, now_, entropy_);
    EXPECT_FALSE(may_ask(shut, policy_, now_));
    EXPECT_THAT(not_asked_because(shut, policy_, now_),
                testing::AllOf(testing::StartsWith("not asked until 14:0"),
                               testing::EndsWith(": Link them again with hubctl")));
    EXPECT_EQ(after_step(shut, Reached::NoAnswer, "", policy_, now_, entropy_).sign_in, "");
    EXPECT_EQ(after_step(shut, Reached::Answered, "", policy_, now_, entropy_), CaseLink());
}

class SilentCaseSystem : public Forwarding {
protected:
    /// Looks each second for so long, as the outbox does, and counts the calls that were made.
    int calls_within(base::Instant from, std::chrono::seconds span) {
        const auto before = case_system_.calls.size();
        for (base::Instant now = from; now < from + span; now += 1s) {
            std::optional<Update> due;
            EXPECT_TRUE(store_.read([&](View& view) -> base::Done {
                due = TRY(next_due(view, now));
                return {};
            }));
            if (!due) continue;
            EXPECT_TRUE(forwarder_.forward_one(*due, now));
        }
        return static_cast<int>(case_system_.calls.size() - before);
    }
    /// As many appointments at once as a busy hour has.
    void many_owed(int count) {
        owed(Attendance::Yes);
        const Update first = now_held();
        const domain::Appointment appointment = store_.record().appointments.at(kAppointment);
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(500 + i);
            domain::Appointment another = appointment;
            another.id = domain::AppointmentId("11111111-1111-4111-8111-111111111" + number);
            put(another);
            Update update = first;
            update.id = domain::UpdateId("22222222-2222-4222-8222-222222222" + number);
            update.appointment = another.id;
            put(update);
        }
    }
};

TEST_F(SilentCaseSystem, IsNotAskedAgainAndAgainForEveryRecordThatWaits) {
    many_owed(40);
    fail(Verb::Read, CaseFailure::Unreachable, Effect::None, 1000);
    const int calls = calls_within(kEnd, 600s);
    EXPECT_GE(calls, 6) << "it goes on looking whether it is there";
    EXPECT_LE(calls, 12);
    EXPECT_GE(store_.record().case_link.unanswered, 6U);
    case_system_.failures.clear();
    calls_within(kEnd + 600s, 1200s);
    EXPECT_EQ(store_.record().case_link, CaseLink());
    for (const auto& [id, update] : store_.record().updates) EXPECT_EQ(update.state, UpdateState::Drafted);
}

TEST_F(SilentCaseSystem, IsAskedOnceToSeeAndThenLeftAloneForLonger) {
    many_owed(10);
    fail(Verb::Read, CaseFailure::Unreachable, Effect::None, 1000);
    calls_within(kEnd, 10s);
    const CaseLink shut = store_.record().case_link;
    ASSERT_TRUE(shut.ask_again_at);
    EXPECT_EQ(calls_within(kEnd + 10s, std::chrono::seconds{20}), 0);
    EXPECT_EQ(calls_within(*shut.ask_again_at, 30s), 1);
    EXPECT_GT(*store_.record().case_link.ask_again_at, *shut.ask_again_at);
}

TEST_F(SilentCaseSystem, ARefusalIsAnAnswer) {
    many_owed(10);
    fail(Verb::Read, CaseFailure::ServerError, Effect::None, 1000);
    calls_within(kEnd, 30s);
    EXPECT_EQ(store_.record().case_link, CaseLink());
}

TEST_F(SilentCaseSystem, ARefusedSignInLeavesEveryRecordWhereItIs) {
    many_owed(10);
    fail(Verb::Read, CaseFailure::NotSignedIn, Effect::None, 1000);
    EXPECT_EQ(calls_within(kEnd, 20s), 1);
    for (const auto& [id, update] : store_.record().updates) EXPECT_EQ(update.state, UpdateState::Held);
    EXPECT_EQ(store_.record().case_link.sign_in, "it did not work.");
    case_system_.failures.clear();
    calls_within(kEnd + 20s, 200s);
    EXPECT_EQ(store_.record().case_link, CaseLink());
}

}  // namespace
}  // namespace forwarding
