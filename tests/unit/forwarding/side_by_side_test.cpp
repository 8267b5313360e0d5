// Several updates are taken a step side by side.

#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

class SideBySide : public Forwarding {
protected:
    /// An update of the referral with this number, due at kEnd; a smaller `urgency` is a tighter deadline.
    domain::AppointmentId owe(int urgency, int referral) {
        const std::string number = std::to_string(urgency);
        domain::Appointment appointment;
        appointment.id = domain::AppointmentId("a-" + number);
        appointment.start = kEnd - 1h;
        appointment.at_this_hub = true;
        put(appointment);
        Update update;
        update.id = domain::UpdateId("u-" + number);
        update.appointment = appointment.id;
        update.referral = domain::ReferralId("r-" + std::to_string(referral));
        update.start = appointment.start;
        update.arrived_at = update.start;
        update.hold_until = kEnd;
        update.deadline = kEnd + std::chrono::hours{urgency};
        put(update);
        return appointment.id;
    }
    std::vector<Update> due(std::size_t most) {
        std::vector<Update> found;
        EXPECT_TRUE(store_.read([&](View& view) -> base::Done {
            found = TRY(due_side_by_side(view, kEnd, LinkPolicy{}, most));
            return {};
        }));
        return found;
    }
    static std::vector<domain::AppointmentId> ids_of(const std::vector<Update>& updates) {
        std::vector<domain::AppointmentId> ids;
        for (const Update& one : updates) ids.push_back(one.appointment);
        return ids;
    }
};

TEST_F(SideBySide, GoTheTightestDeadlines) {
    const auto third = owe(3, 3);
    const auto first = owe(1, 1);
    const auto second = owe(2, 2);
    EXPECT_EQ(ids_of(due(2)), (std::vector{first, second}));
    EXPECT_EQ(ids_of(due(4)), (std::vector{first, second, third}));
}

TEST_F(SideBySide, GoesOneOfAReferralAtATime) {
    const auto first = owe(1, 1);
    owe(2, 1);
    const auto third = owe(3, 2);
    EXPECT_EQ(ids_of(due(4)), (std::vector{first, third}));
}

TEST_F(SideBySide, GoesNothingThatLacksAPersonsDecision) {
    owe(1, 1);
    Update absent = now_held();
    absent.attendance = Attendance::No;
    put(absent);
    const auto second = owe(2, 2);
    EXPECT_EQ(ids_of(due(4)), (std::vector{second}));
}

TEST_F(SideBySide, OneAloneAsksACaseSystemThatDidNotAnswer) {
    const auto first = owe(1, 1);
    owe(2, 2);
    CaseLink link;
    link.unanswered = 1;
    put(link);
    EXPECT_EQ(ids_of(due(4)), (std::vector{first}));
}

TEST_F(SideBySide, GoesNothingWhileTheCaseSystemIsNotAsked) {
    owe(1, 1);
    CaseLink link;
    link.unanswered = 5;
    link.ask_again_at = kEnd + 1min;
    put(link);
    EXPECT_TRUE(due(4).empty());
}

TEST_F(SideBySide, EachBecomesWhatItBecameInItsOwnPlace) {
    owe(1, 1);
    const auto second = owe(2, 2);
    owe(3, 3);
    case_system_.held[second].submitted = true;
    case_system_.held[second].attended = Attendance::No;
    const auto became = forwarder_.forward_each(due(4), kEnd).value();
    EXPECT_EQ(became, (std::vector{Forwarded::Drafted, Forwarded::ForPerson, Forwarded::Drafted}));
    for (const auto& [id, update] : store_.record().updates)
        EXPECT_EQ(update.state,
                  update.appointment == second ? UpdateState::WaitingForPerson : UpdateState::Drafted);
}

TEST_F(SideBySide, AreLeftAsTheyWereAfterACallThatWillBeMadeAgain) {
    for (int i = 1; i <= 3; ++i) owe(i, i);
    const auto before = store_.record().updates;
    fail(Verb::Read, CaseFailure::Unreachable, Effect::None);
    const auto together = due(4);
    const auto became = forwarder_.forward_each(together, kEnd).value();
    EXPECT_EQ(became, std::vector(3, Forwarded::WillRetry));
    EXPECT_EQ(case_system_.calls.size(), 1U) << "the next ones would most likely fail too";
    const auto after = store_.record().updates;
    EXPECT_NE(after.at(together[0].id), before.at(together[0].id));
    EXPECT_EQ(after.at(together[1].id), before.at(together[1].id));
    EXPECT_EQ(after.at(together[2].id), before.at(together[2].id));
    EXPECT_EQ(store_.record().case_link.unanswered, 1U);
}

TEST_F(SideBySide, AreLeftAsTheyWereWhenTheServerStops) {
    owe(1, 1);
    const auto before = store_.record().updates;
    std::stop_source stopping;
    stopping.request_stop();
    EXPECT_TRUE(forwarder_.forward_each(due(4), kEnd, stopping.get_token()));
    EXPECT_TRUE(case_system_.calls.empty());
    EXPECT_EQ(store_.record().updates, before);
}

}  // namespace
}  // namespace forwarding
