// The adapter against the sandbox: what it reads, and each row of the table of answers.

#include <algorithm>

#include "tests/contract/refer_and_monitor/hub_and_sandbox.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using contract::at;
using domain::Attendance;

const base::Instant kStart = at("2026-11-23T14:00:00Z");

class Adapter : public contract::HubAndSandbox {
protected:
    Adapter() {
        referral_ = add_person();
        session_ = book_session(referral_, kStart);
        assessment_ = book_assessment(referral_, kStart);
        connect();
        sync();
    }
    CaseFailure failure_of(const CaseResult<CaseAttendance>& result) {
        EXPECT_FALSE(result);
        return result ? CaseFailure::Unreachable : result.error().failure;
    }
    std::string referral_;
    std::string session_;
    std::string assessment_;
};

TEST_F(Adapter, ReadsWhatWasBooked) {
    EXPECT_EQ(held(session_).start, kStart);
    EXPECT_EQ(held(session_).type, domain::AppointmentType::Delivery);
    EXPECT_EQ(held(assessment_).type, domain::AppointmentType::SupplierAssessment);
    EXPECT_TRUE(held(session_).at_this_hub);
}

TEST_F(Adapter, WritesDraftsAndReadsThemBack) {
    set_clocks(kStart + 1h);
    for (const std::string& id : {session_, assessment_}) {
        const domain::Appointment one = held(id);
        EXPECT_EQ(as_it_reads(adapter_->attendance(one).value()), as_it_reads(CaseAttendance()));
        ASSERT_TRUE(adapter_->put_attendance(one, {Attendance::Yes, true}));
        FeedbackDraft late;
        late.late = true;
        late.late_reason = "Arrived 14:07 for 14:00";
        const auto written = adapter_->put_feedback(one, late).value();
        EXPECT_EQ(adapter_->attendance(one).value(), written);
        EXPECT_EQ(written.attended, Attendance::Yes);
        EXPECT_EQ(written.session_happened, true);
        EXPECT_EQ(written.late, true);
        EXPECT_FALSE(written.feedback_begun);
        EXPECT_TRUE(adapter_->submit(one).value().submitted);
    }
}

TEST_F(Adapter, AFutureAppointmentIsTooEarly) {
    EXPECT_EQ(failure_of(adapter_->put_attendance(held(session_), {})), CaseFailure::TooEarly);
    EXPECT_EQ(failure_of(adapter_->put_attendance(held(assessment_), {})), CaseFailure::TooEarly);
}

TEST_F(Adapter, WhatIsSubmittedIsAConflictAndWhatIsNotRecordedIsRefused) {
    set_clocks(kStart + 1h);
    const domain::Appointment one = held(session_);
    EXPECT_EQ(failure_of(adapter_->submit(one)), CaseFailure::Refused) << "422";
    ASSERT_TRUE(adapter_->put_attendance(one, {Attendance::Yes, true}));
    ASSERT_TRUE(adapter_->submit(one));
    EXPECT_EQ(failure_of(adapter_->submit(one)), CaseFailure::Conflict);
    EXPECT_EQ(failure_of(adapter_->put_attendance(one, {})), CaseFailure::Conflict);
    EXPECT_EQ(failure_of(adapter_->put_feedback(one, {})), CaseFailure::Conflict);
}

TEST_F(Adapter, WhatIsNotKnownIsRefused) {
    domain::Appointment unknown = held(session_);
    unknown.id = domain::AppointmentId("99999999-9999-4999-8999-999999999999");
    EXPECT_EQ(failure_of(adapter_->put_attendance(unknown, {})), CaseFailure::Refused);
    EXPECT_EQ(failure_of(adapter_->attendance(unknown)), CaseFailure::Refused);
    unknown.referral = domain::ReferralId("99999999-9999-4999-8999-999999999999");
    EXPECT_EQ(failure_of(adapter_->put_attendance(unknown, {})), CaseFailure::Refused);
}

TEST_F(Adapter, WordsTheFirewallDislikesAreRefused) {
    set_clocks(kStart + 1h);
    FeedbackDraft note;
    note.note = "Came to <script> class";
    const auto put = adapter_->put_feedback(held(session_), note);
    EXPECT_EQ(failure_of(put), CaseFailure::Refused);
    EXPECT_EQ(put.error().status, 423);
}

TEST_F(Adapter, EachStatusOfTheTableIsItsAction) {
    set_clocks(kStart + 1h);
    const std::pair<int, CaseFailure> table[] = {
        {429, CaseFailure::Unreachable}, {500, CaseFailure::ServerError}, {502, CaseFailure::Unreachable},
        {503, CaseFailure::Unreachable}, {504, CaseFailure::Unreachable}, {418, CaseFailure::Refused}};
    for (const auto& [status, failure] : table) {
        system_.add_fault({sandbox::FaultKind::Status, "PUT", "/attendance", 1, status});
        EXPECT_EQ(failure_of(adapter_->put_attendance(held(session_), {})), failure) << status;
    }
}

TEST_F(Adapter, ABareClientMayReadAReferralButNeitherListNorWrite) {
    auto bare = settings();
    bare.service_user.clear();
    connect(bare);
    set_clocks(kStart + 1h);
    EXPECT_TRUE(adapter_->referral(domain::ReferralId(referral_)));
    EXPECT_TRUE(adapter_->assessment(domain::ReferralId(referral_)));
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::NotAllowed);
    EXPECT_EQ(failure_of(adapter_->put_attendance(held(session_), {})), CaseFailure::NotAllowed);
}

TEST_F(Adapter, AWrongSecretIsForPeople) {
    auto wrong = settings();
    wrong.client_secret = base::Secret(std::string_view("wrong"));
    connect(wrong);
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::NotSignedIn);
}

TEST_F(Adapter, ATokenIsRenewedBeforeItEndsAndWhenItIsForgotten) {
    const auto tokens = [this] {
        return system_.calls("POST", "oauth/token").size();
    };
    const auto refused = [this] {
        const auto calls = system_.calls();
        return std::ranges::count_if(calls, [](const sandbox::Call& call) { return call.status == 401; });
    };
    EXPECT_EQ(tokens(), 1u);
    for (int i = 0; i < 12; ++i) {
        set_clocks(clock_.now() + 5min);
        ASSERT_TRUE(adapter_->referrals(1));
    }
    EXPECT_EQ(refused(), 0) << "never used after its end";
    EXPECT_GE(tokens(), 6u);
    system_.forget_tokens();
    EXPECT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(refused(), 1);
}

TEST_F(Adapter, NothingPersonalStandsInAnAddress) {
    set_clocks(kStart + 1h);
    ASSERT_TRUE(adapter_->put_attendance(held(session_), {}));
    for (const sandbox::Call& call : system_.calls())
        for (const char* personal : {"River", "Alex", "X70", "1980"})
            EXPECT_EQ(call.path.find(personal), std::string::npos) << call.path;
}

}  // namespace
