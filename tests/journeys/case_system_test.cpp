#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using domain::UpdateState;
using sandbox::FaultKind;

struct Strike {
    const char* name;
    FaultKind kind;
    const char* method;
    const char* path;
};

std::ostream& operator<<(std::ostream& out, const Strike& strike) {
    return out << strike.name;
}

/// A fault of the case system at one of the three writes.
class AtEachWrite : public HubWorld, public testing::WithParamInterface<Strike> {};

TEST_P(AtEachWrite, TheCaseSystemIsToldOnce) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 14:20");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    case_system_.add_fault({GetParam().kind, GetParam().method, GetParam().path});
    expect_in_call_log(ada, Attendance::Late, "14:20");
    std::size_t struck = 0;
    for (const auto& call : case_system_.calls()) struck += call.fault.empty() ? 0 : 1;
    EXPECT_EQ(struck, 1U) << "the fault struck";
}

INSTANTIATE_TEST_SUITE_P(
    CaseSystem, AtEachWrite,
    testing::Values(Strike{"AttendanceLostOnTheWay", FaultKind::DropUnheard, "PUT", "/attendance"},
                    Strike{"AttendanceAcceptedUnanswered", FaultKind::DropUnanswered, "PUT", "/attendance"},
                    Strike{"AttendanceAcceptedWith503", FaultKind::StatusUnheeded, "PUT", "/attendance"},
                    Strike{"FeedbackLostOnTheWay", FaultKind::DropUnheard, "PUT", "/session-feedback"},
                    Strike{"FeedbackAcceptedUnanswered", FaultKind::DropUnanswered, "PUT",
                           "/session-feedback"},
                    Strike{"FeedbackAcceptedWith503", FaultKind::StatusUnheeded, "PUT", "/session-feedback"},
                    Strike{"SubmitLostOnTheWay", FaultKind::DropUnheard, "POST", "/submit-feedback"},
                    Strike{"SubmitAcceptedUnanswered", FaultKind::DropUnanswered, "POST", "/submit-feedback"},
                    Strike{"SubmitAcceptedWith503", FaultKind::StatusUnheeded, "POST", "/submit-feedback"}),
    [](const auto& one) { return one.param.name; });

class CaseSystem : public HubWorld {};

TEST_F(CaseSystem, IsDownForThreeDaysAndTheDeadlinesStayInSight) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    const auto bob = session(person("Bob", "Fabled", "1985-03-02"), "2026-11-24 10:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    at("2026-11-23 14:30");
    sandbox_goes_down();
    forward_until_the_end_of(ada);

    at("2026-11-24 10:09");
    forward();
    EXPECT_EQ(front().check_in(2, 3, 'B'), "late") << "a hub works without the case system";
    EXPECT_EQ(outbox().find("OVERDUE"), std::string::npos) << outbox();
    at("2026-11-24 23:59:59");
    forward();
    EXPECT_EQ(outbox().find("OVERDUE"), std::string::npos) << outbox();

    at("2026-11-25 00:00:01");
    forward();
    const auto waiting = updates_owed();
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].appointment.text(), ada) << "the tightest deadline first";
    EXPECT_EQ(waiting[0].deadline, london("2026-11-25 00:00"));
    EXPECT_EQ(waiting[1].deadline, london("2026-11-26 00:00"));
    EXPECT_NE(outbox().find("2026-11-25 00:00 OVERDUE"), std::string::npos) << outbox();
    EXPECT_EQ(outbox().find("2026-11-26 00:00 OVERDUE"), std::string::npos) << outbox();
    forward_for(std::chrono::minutes{30});
    EXPECT_NE(owed(ada).why.find("The deadline has passed."), std::string::npos) << owed(ada).why;
    EXPECT_TRUE(case_system_.calls("PUT", "").empty());
    EXPECT_NE(outbox().find("got no answer"), std::string::npos) << outbox();
    ASSERT_TRUE(server_->keep_house());
    said();
    ASSERT_TRUE(server::ctl::missed_deadlines(hubctl()));
    const std::string missed = said();
    EXPECT_NE(missed.find(ada), std::string::npos) << missed;
    EXPECT_NE(missed.find("nobody had decided"), std::string::npos) << missed;
    EXPECT_EQ(missed.find(bob), std::string::npos) << missed;

    at("2026-11-26 14:30");
    sandbox_comes_back();
    // As long as the hub may leave the case system alone, and one try more.
    forward_for(std::chrono::minutes{20});
    EXPECT_EQ(outbox().find("got no answer"), std::string::npos) << outbox();
    EXPECT_EQ(owed(ada).state, UpdateState::Drafted);
    expect_in_call_log(ada, Attendance::Yes);
    expect_in_call_log(bob, Attendance::Late, "10:09");
    EXPECT_NE(owed(ada).why.find("The deadline has passed."), std::string::npos) << "a breach stays visible";
}

}  // namespace
}  // namespace journeys
