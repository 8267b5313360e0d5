// The Refer and Monitor adapter against the stand-in, over real sockets.

#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "server/case_system/refer_and_monitor.h"
#include "tests/sandbox/invented_day.h"
#include "tests/sandbox/server.h"
#include "tests/support/fake_clock.h"

namespace {

using namespace std::chrono_literals;
using server::app::CaseFailure;

const base::Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 14h};

class AdapterAndSandbox : public testing::Test {
protected:
    void begin(sandbox::World world) {
        system_ = std::make_unique<sandbox::CaseSystem>(std::move(world));
        auto started = sandbox::Server::start(*system_, clock_);
        ASSERT_TRUE(started) << started.error().message;
        server_ = std::move(*started);
        server::case_system::ReferAndMonitorSettings settings;
        settings.url = server_->url();
        settings.token_url = server_->token_url();
        settings.client_id = sandbox::kClientId;
        settings.client_secret = base::Secret(sandbox::kClientSecret);
        settings.service_user = sandbox::kServiceUser;
        settings.time_out = 10s;
        adapter_ = std::make_unique<server::case_system::ReferAndMonitor>(settings, clock_);
    }

    /// One person with a session that began an hour ago.
    domain::Appointment begin_with_one_session() {
        sandbox::World world(1);
        const std::string referral = world.add_referral({"", "Alex", "River", "1980-03-07"}, kNow - 240h);
        id_ = world.add_session(referral, {kNow - 1h});
        const std::string plan = world.referrals()[0].action_plan_id;
        begin(std::move(world));
        auto listed = adapter_->sessions(domain::ReferralId(referral), plan);
        EXPECT_TRUE(listed && listed->size() == 1);
        return listed->at(0).appointment;
    }

    support::FakeClock clock_{kNow};
    std::unique_ptr<sandbox::CaseSystem> system_;
    std::unique_ptr<sandbox::Server> server_;
    std::unique_ptr<server::case_system::ReferAndMonitor> adapter_;
    std::string id_;
};

TEST_F(AdapterAndSandbox, AWholeInventedDayIsRead) {
    const sandbox::World day = sandbox::invented_day(7, kNow, 120);
    std::size_t ours = 0;
    for (const sandbox::Referral& referral : day.referrals())
        ours += referral.contract == sandbox::kManchesterContract ? 1 : 0;
    begin(day);
    std::set<std::string> read;
    bool last = false;
    for (int page = 1; page <= 10 && !last; ++page) {
        const auto rows = adapter_->referrals(page);
        ASSERT_TRUE(rows) << rows.error().words;
        last = rows->last;
        for (const auto& row : rows->referrals) {
            const auto referral = adapter_->referral(row.id);
            ASSERT_TRUE(referral) << referral.error().words;
            EXPECT_TRUE(adapter_->assessment(row.id));
            for (const std::string& plan : referral->action_plans)
                EXPECT_TRUE(adapter_->sessions(row.id, plan));
            read.insert(row.id.text());
        }
    }
    EXPECT_TRUE(last);
    EXPECT_EQ(read.size(), ours);
}

TEST_F(AdapterAndSandbox, AnUpdateIsDraftedAndSubmittedOnce) {
    const domain::Appointment appointment = begin_with_one_session();
    EXPECT_EQ(appointment.id.text(), id_);
    ASSERT_TRUE(adapter_->put_attendance(appointment, {}));
    ASSERT_TRUE(adapter_->put_feedback(appointment, {true, "Arrived 13:07 for 13:00", std::nullopt, ""}));
    const auto held = adapter_->attendance(appointment);
    ASSERT_TRUE(held);
    EXPECT_EQ(held->late, true);
    EXPECT_EQ(held->late_reason, "Arrived 13:07 for 13:00");
    EXPECT_FALSE(held->feedback_begun);
    ASSERT_TRUE(adapter_->submit(appointment));
    EXPECT_EQ(adapter_->submit(appointment).error().failure, CaseFailure::Conflict);
    EXPECT_TRUE(adapter_->attendance(appointment)->submitted);
    EXPECT_EQ(system_->effects(id_).submits, 1);
    EXPECT_EQ(system_->effects(id_).wiped_drafts, 0);
}

TEST_F(AdapterAndSandbox, TheirClockBeforeTheStartIsTooEarly) {
    const domain::Appointment appointment = begin_with_one_session();
    clock_.set(kNow - 2h);
    EXPECT_EQ(adapter_->put_attendance(appointment, {}).error().failure, CaseFailure::TooEarly);
}

TEST_F(AdapterAndSandbox, AForgottenTokenIsReplacedWithoutTheCallerNoticing) {
    const domain::Appointment appointment = begin_with_one_session();
    system_->forget_tokens();
    EXPECT_TRUE(adapter_->put_attendance(appointment, {}));
    EXPECT_EQ(system_->calls("POST", "/oauth/token").size(), 2u);
}

TEST_F(AdapterAndSandbox, WordsTheFirewallDislikesAreRefusedForGood) {
    const domain::Appointment appointment = begin_with_one_session();
    const auto answer = adapter_->put_feedback(appointment, {false, "", std::nullopt, "see ../notes"});
    EXPECT_EQ(answer.error().failure, CaseFailure::Refused);
    EXPECT_EQ(answer.error().status, 423);
}

TEST_F(AdapterAndSandbox, BusyBrokenAndLostAreToldApart) {
    const domain::Appointment appointment = begin_with_one_session();
    for (const int status : {429, 502, 503, 504}) {
        system_->add_fault({sandbox::FaultKind::Status, "PUT", "", 1, status});
        EXPECT_EQ(adapter_->put_attendance(appointment, {}).error().failure, CaseFailure::Unreachable)
            << status;
    }
    system_->add_fault({sandbox::FaultKind::Status, "PUT", "", 1, 500});
    EXPECT_EQ(adapter_->put_attendance(appointment, {}).error().failure, CaseFailure::ServerError);
    system_->add_fault({sandbox::FaultKind::DropUnheard, "PUT", "", sandbox::kUntilCleared});
    EXPECT_EQ(adapter_->put_attendance(appointment, {}).error().failure, CaseFailure::Unreachable);
    EXPECT_TRUE(system_->effects(id_).attendance.empty());
}

TEST_F(AdapterAndSandbox, ALostAnswerToASubmitIsOneSubmitAndLeavesTheOutcomeToBeRead) {
    const domain::Appointment appointment = begin_with_one_session();
    ASSERT_TRUE(adapter_->put_attendance(appointment, {}));
    system_->add_fault({sandbox::FaultKind::DropUnanswered, "POST", "submit-feedback"});
    EXPECT_FALSE(adapter_->submit(appointment));
    EXPECT_TRUE(adapter_->attendance(appointment)->submitted);
    EXPECT_EQ(system_->effects(id_).submits, 1);
    EXPECT_EQ(system_->calls("POST", "submit-feedback").size(), 1u)
        << "the client repeated a submit by itself";
}

}  // namespace
