// Updates on their way to the sandbox: whatever fails, each takes effect once, and nothing before its time.

#include "tests/contract/refer_and_monitor/hub_and_sandbox.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using contract::at;
using domain::Attendance;
using domain::UpdateState;
using sandbox::Fault;
using sandbox::FaultKind;

const base::Instant kStart = at("2026-11-23T14:00:00Z");
const base::Instant kEnd = kStart + 1h;

class ToTheSandbox : public contract::HubAndSandbox {
protected:
    void book(domain::AppointmentType type) {
        connect();
        const std::string referral = add_person();
        id_ = type == domain::AppointmentType::Delivery ? book_session(referral, kStart)
                                                        : book_assessment(referral, kStart);
        sync();
    }
    void expect_once(const char* attended, int feedback, const std::string& what) {
        const sandbox::Effects effects = system_.effects(id_);
        EXPECT_EQ(effects.attendance, (std::map<std::string, int>{{attended, 1}})) << what;
        EXPECT_EQ(effects.feedback, feedback) << what;
        EXPECT_EQ(effects.submits, 1) << what;
        EXPECT_EQ(effects.wiped_drafts, 0) << what;
        EXPECT_EQ(effects.broken_handovers, 0) << what;
        for (const sandbox::Call& call : system_.calls()) {
            const bool write = call.took_effect && call.path.find("oauth") == std::string::npos;
            if (write) {
                EXPECT_GE(call.at, kEnd) << what << ": " << call.path;
            }
        }
    }
    std::string id_;
};

/// Everything the hub asks while it forwards, by method and a part of the path.
struct Place {
    const char* method;
    const char* part;
};
constexpr Place kPlaces[] = {
    {"POST", "oauth/token"}, {"GET", "appointments"},     {"GET", "supplier-assessment"},
    {"PUT", "attendance"},   {"PUT", "session-feedback"}, {"POST", "submit-feedback"},
};
const Fault kFaults[] = {
    {FaultKind::DropUnheard, "", ""},
    {FaultKind::DropUnanswered, "", ""},
    {FaultKind::Status, "", "", 1, 503},
    {FaultKind::Status, "", "", 1, 429},
    {FaultKind::Status, "", "", 2, 500},
    {FaultKind::Status, "", "", 1, 401},
    {FaultKind::StatusUnheeded, "", "", 1, 500},
    {FaultKind::StatusUnheeded, "", "", 1, 502},
    {FaultKind::StatusUnheeded, "", "", 1, 504},
    {FaultKind::DropUnanswered, "", "", 3},
};

class EveryFault : public ToTheSandbox,
                   public testing::WithParamInterface<std::tuple<domain::AppointmentType, Attendance>> {};

TEST_P(EveryFault, AtEveryCallLeavesOneEffect) {
    const auto [type, attendance] = GetParam();
    std::uint64_t seed = 100;
    for (const Place& place : kPlaces) {
        for (Fault fault : kFaults) {
            // A sign-in service that refuses the hub is for people.
            if (fault.status == 401 && std::string(place.part) == "oauth/token") continue;
            system_.clear_faults();
            world([&](sandbox::World& one) { one = sandbox::World(++seed); });
            book(type);
            owe(id_, attendance);
            decide(id_);
            system_.forget_tokens();
            fault.method = place.method;
            fault.path_part = place.part;
            const std::string what =
                std::string(sandbox::word_of(fault.kind)) + " at " + place.method + ' ' + place.part;
            const base::Instant was = clock_.now();
            set_clocks(kEnd);
            system_.add_fault(fault);
            run_outbox(12);
            EXPECT_EQ(update_of(id_).state, UpdateState::Submitted) << what << ": " << update_of(id_).why;
            expect_once(attendance == Attendance::No ? "no" : "yes", attendance == Attendance::Yes ? 0 : 1,
                        what);
            set_clocks(was);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Updates, EveryFault,
                         testing::Combine(testing::Values(domain::AppointmentType::Delivery,
                                                          domain::AppointmentType::SupplierAssessment),
                                          testing::Values(Attendance::Yes, Attendance::Late,
                                                          Attendance::No)));

TEST_F(ToTheSandbox, ATimeOutAfterAcceptingIsNotASecondSubmit) {
    book(domain::AppointmentType::Delivery);
    auto quick = settings();
    quick.time_out = 200ms;
    connect(quick);
    owe(id_, Attendance::Late);
    decide(id_);
    set_clocks(kEnd);
    for (const char* part : {"/attendance", "/session-feedback", "/submit-feedback"})
        system_.add_fault({FaultKind::TimeOutUnanswered, "", part});
    run_outbox();
    EXPECT_EQ(update_of(id_).state, UpdateState::Submitted);
    expect_once("yes", 1, "time-outs");
    EXPECT_EQ(system_.calls("POST", "submit-feedback").size(), 1u);
}

TEST_F(ToTheSandbox, TheOlderFormOfLateIsOneValue) {
    forward_settings_.late_as = LateAs::Value;
    book(domain::AppointmentType::Delivery);
    owe(id_, Attendance::Late);
    decide(id_);
    set_clocks(kEnd);
    run_outbox();
    expect_once("late", 0, "late as a value");
}

TEST_F(ToTheSandbox, NotHeldHandsOverWithItsReason) {
    book(domain::AppointmentType::Delivery);
    auto update = owe(id_, Attendance::Yes);
    update.not_held = domain::NoSessionReason::PersonAcceptable;
    update.note = "Felt unwell";
    put(update);
    decide(id_);
    set_clocks(kEnd);
    run_outbox();
    expect_once("yes", 1, "not held");
    world([&](sandbox::World& one) {
        EXPECT_EQ(one.find_appointment(id_)->feedback.no_session_reason_type, "POP_ACCEPTABLE");
    });
}

TEST_F(ToTheSandbox, ACaseworkersDraftIsNotWiped) {
    book(domain::AppointmentType::Delivery);
    owe(id_, Attendance::Late);
    world([&](sandbox::World& one) { one.find_appointment(id_)->feedback.session_summary = "We talked"; });
    set_clocks(kEnd);
    run_outbox();
    EXPECT_EQ(update_of(id_).state, UpdateState::WaitingForPerson);
    EXPECT_TRUE(system_.effects(id_).attendance.empty());
    EXPECT_EQ(system_.effects(id_).wiped_drafts, 0);
}

TEST_F(ToTheSandbox, WordsTheFirewallDislikesWaitForAPerson) {
    book(domain::AppointmentType::Delivery);
    auto update = owe(id_, Attendance::No);
    update.note = "Drop table leg; ' or '1";
    put(update);
    set_clocks(kEnd);
    run_outbox();
    EXPECT_EQ(update_of(id_).state, UpdateState::WaitingForPerson);
    EXPECT_NE(update_of(id_).why.find("423"), std::string::npos);
    EXPECT_EQ(system_.effects(id_).submits, 0);
}

TEST_F(ToTheSandbox, WithoutAServiceUserItWaitsForAPersonAndIsNotTriedAgain) {
    book(domain::AppointmentType::Delivery);
    auto bare = settings();
    bare.service_user.clear();
    connect(bare);
    owe(id_, Attendance::Yes);
    set_clocks(kEnd);
    run_outbox(1);
    EXPECT_EQ(update_of(id_).state, UpdateState::WaitingForPerson);
    const auto calls = system_.calls().size();
    run_outbox();
    EXPECT_EQ(system_.calls().size(), calls);
    EXPECT_TRUE(system_.calls("PUT", "").empty());
}

TEST_F(ToTheSandbox, AServerClockAnHourAheadDraftsNothingBeforeTheEnd) {
    book(domain::AppointmentType::Delivery);
    owe(id_, Attendance::Yes);
    set_clocks(kEnd - 1h);
    clock_.advance(1h);
    run_outbox(11);
    EXPECT_TRUE(system_.calls("PUT", "").empty()) << "55 minutes later";
    run_outbox(4);
    ASSERT_EQ(system_.calls("PUT", "").size(), 1u);
    EXPECT_GE(system_.calls("PUT", "")[0].at, kEnd);
}

TEST_F(ToTheSandbox, ThreeDaysWithoutTheCaseSystemLoseNothing) {
    book(domain::AppointmentType::Delivery);
    const std::string first = id_;
    book(domain::AppointmentType::SupplierAssessment);
    const std::string second = id_;
    owe(first, Attendance::Yes);
    owe(second, Attendance::Late);
    const auto port = server_->port();
    server_->stop();
    set_clocks(kEnd);
    for (int i = 0; i < 3 * 24; ++i) {
        ASSERT_TRUE(outbox_->run_once());
        ASSERT_TRUE(outbox_->run_once());
        set_clocks(clock_.now() + 1h);
    }
    EXPECT_NE(update_of(first).why.find("The deadline has passed."), std::string::npos);
    server_.reset();
    listen(port);
    run_outbox();
    for (const std::string& id : {first, second}) {
        EXPECT_EQ(update_of(id).state, UpdateState::Drafted);
        EXPECT_EQ(system_.effects(id).attendance.at("yes"), 1);
    }
}

TEST_F(ToTheSandbox, AMovedAssessmentIsNotWrittenOntoTheNewOne) {
    book(domain::AppointmentType::SupplierAssessment);
    owe(id_, Attendance::Yes);
    const std::string later = world([&](sandbox::World& one) { return one.move(id_, kStart + 30min); });
    set_clocks(kEnd);
    run_outbox();
    EXPECT_EQ(update_of(id_).state, UpdateState::WaitingForPerson);
    EXPECT_TRUE(system_.effects(later).attendance.empty());
}

TEST_F(ToTheSandbox, TheOutboxThreadForwardsWhenWoken) {
    book(domain::AppointmentType::Delivery);
    set_clocks(kEnd);
    std::mutex mutex;
    std::condition_variable told;
    bool put_seen = false;
    system_.on_call([&](const sandbox::Call& call) {
        const std::lock_guard lock(mutex);
        put_seen = put_seen || call.method == "PUT";
        told.notify_one();
    });
    outbox_->start();
    owe(id_, Attendance::Yes);
    outbox_->wake();
    std::unique_lock lock(mutex);
    EXPECT_TRUE(told.wait_for(lock, 10s, [&] { return put_seen; }));
    lock.unlock();
    outbox_.reset();
    EXPECT_EQ(system_.effects(id_).attendance.at("yes"), 1);
}

}  // namespace
