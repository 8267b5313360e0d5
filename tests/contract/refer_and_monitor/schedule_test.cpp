// The schedule sync against the sandbox.

#include "tests/contract/refer_and_monitor/hub_and_sandbox.h"
#include "tests/sandbox/invented_day.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using contract::at;
using domain::AppointmentStatus;

const base::Instant kStart = at("2026-11-23T14:00:00Z");

class Schedule : public contract::HubAndSandbox {
protected:
    Schedule() { connect(); }
};

TEST_F(Schedule, PagesOverMoreThanOnePage) {
    for (int i = 0; i < 120; ++i) book_session(add_person(), kStart);
    EXPECT_EQ(sync().read, 120u);
    EXPECT_EQ(store_.record().appointments.size(), 120u);
    EXPECT_EQ(system_.calls("GET", "/summaries").size(), 3u);
}

TEST_F(Schedule, FollowsMovedSettledAndCancelledOnes) {
    const std::string referral = add_person();
    const std::string moved = book_session(referral, kStart);
    const std::string cancelled = book_session(referral, kStart + 2h);
    const std::string assessment = book_assessment(referral, kStart - 24h);
    sync();
    std::string later;
    std::string reassessed;
    world([&](sandbox::World& one) {
        later = one.move(moved, kStart + 24h);
        one.cancel(cancelled);
        reassessed = one.add_assessment(referral, {kStart + 48h});
        one.find_appointment(reassessed)->submitted = true;
    });
    sync();
    EXPECT_EQ(held(moved).status, AppointmentStatus::Superseded);
    EXPECT_EQ(held(later).status, AppointmentStatus::Live);
    EXPECT_EQ(held(later).start, kStart + 24h);
    EXPECT_NE(held(cancelled).status, AppointmentStatus::Live);
    EXPECT_EQ(held(assessment).status, AppointmentStatus::Superseded);
    EXPECT_EQ(held(reassessed).status, AppointmentStatus::Settled);
}

TEST_F(Schedule, KeepsHistoriesForTheFiguresAndAsksForPlansOnce) {
    const std::string referral = add_person();
    const std::string session = book_session(referral, kStart - 24h * 45);
    world([&](sandbox::World& one) { one.find_appointment(session)->submitted = true; });
    sync();
    const auto held = store_.record().histories;
    ASSERT_EQ(held.size(), 1U);
    const auto& told = held.begin()->second.history.told;
    EXPECT_EQ(told.id.text(), referral);
    EXPECT_NE(told.received_at, base::Instant{});
    ASSERT_EQ(told.meetings->size(), 1U);
    EXPECT_TRUE(told.meetings->front().submitted);
    ASSERT_EQ(told.plans->size(), 1U);
    EXPECT_TRUE(told.plans->front().approved);
    EXPECT_TRUE(told.plans->front().submitted_at);
    sync();
    EXPECT_EQ(system_.calls("GET", "/approved-action-plans").size(), 1U);
    EXPECT_TRUE(store_.record().history_reading);
}

TEST_F(Schedule, DropsOtherContracts) {
    const std::string other = "DN671065_BOLTON_PWB";
    world([&](sandbox::World& one) {
        one.add_user({"BOTH",
                      "6c4036b7-e87d-44fb-864f-5a06c1c492f3",
                      "auth",
                      {"INT_SP_BIG_LIFE_GROUP", "INT_CR_DN671065_MANCHESTER_PWB", "INT_CR_" + other}});
        const auto id = one.add_referral({"", "Sam", "Stone"}, at("2026-10-01T09:00:00Z"), other);
        one.add_session(id, {kStart});
    });
    book_session(add_person(), kStart);
    auto both = settings();
    both.service_user = "BOTH";
    connect(both);
    EXPECT_EQ(sync().read, 1u);
    EXPECT_EQ(store_.record().people.size(), 1u);
    EXPECT_EQ(system_.calls("GET", "/action-plan/").size(), 1u);
}

TEST_F(Schedule, ExpectsHereOnlyWhatIsHere) {
    const std::string referral = add_person();
    const auto book = [&](sandbox::Delivery delivery) {
        return world([&](sandbox::World& one) { return one.add_session(referral, {kStart, 60, delivery}); });
    };
    const auto hub = book(sandbox::Delivery::HubAddress);
    const auto office = book(sandbox::Delivery::ProbationOffice);
    const auto phone = book(sandbox::Delivery::PhoneCall);
    const auto video = book(sandbox::Delivery::VideoCall);
    sync();
    EXPECT_TRUE(domain::expected_here(held(hub)));
    for (const std::string& id : {office, phone, video}) EXPECT_FALSE(domain::expected_here(held(id)));
    EXPECT_EQ(held(office).method, domain::DeliveryMethod::InPersonProbationOffice);
    EXPECT_EQ(held(phone).method, domain::DeliveryMethod::PhoneCall);
    EXPECT_EQ(held(video).method, domain::DeliveryMethod::VideoCall);
}

TEST_F(Schedule, KeepsTheOldCopyOfAReferralThatCannotBeRead) {
    const std::string bad = book_session(add_person(), kStart);
    const std::string good = book_session(add_person(), kStart);
    sync();
    world([&](sandbox::World& one) {
        for (sandbox::Referral& referral : one.referrals()) referral.sessions.clear();
    });
    system_.add_fault({sandbox::FaultKind::Status, "GET", "/action-plan/", 1, 500});
    auto one_by_one = settings();
    one_by_one.reads_at_a_time = 1;
    connect(one_by_one);
    const auto outcome = sync();
    EXPECT_TRUE(outcome.complete);
    EXPECT_EQ(outcome.not_read, 1u);
    const int cancelled = (held(bad).status == AppointmentStatus::Cancelled ? 1 : 0) +
                          (held(good).status == AppointmentStatus::Cancelled ? 1 : 0);
    EXPECT_EQ(cancelled, 1);
}

TEST_F(Schedule, AnOutageKeepsTheOldCopyAndSaysSo) {
    const std::string id = book_session(add_person(), kStart);
    sync();
    server_->stop();
    EXPECT_FALSE(sync().complete);
    EXPECT_EQ(held(id).status, AppointmentStatus::Live);
    EXPECT_FALSE(store_.record().sync.problem.empty());
}

TEST_F(Schedule, ReadsAnInventedDayWhole) {
    world([&](sandbox::World& one) { one = sandbox::invented_day(9, clock_.now(), 200); });
    const auto outcome = sync();
    EXPECT_TRUE(outcome.complete);
    EXPECT_EQ(outcome.problem, "");
    const auto record = store_.record();
    EXPECT_GT(record.appointments.size(), 100u);
    int here = 0;
    for (const auto& [id, one] : record.appointments) here += domain::expected_here(one) ? 1 : 0;
    EXPECT_GT(here, 60);
    EXPECT_LT(here, static_cast<int>(record.appointments.size()));
    EXPECT_EQ(sync().changed, 0u) << "a second reading changes nothing";
}

}  // namespace
