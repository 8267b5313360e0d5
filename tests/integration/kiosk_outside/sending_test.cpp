#include "tests/integration/kiosk_outside/outside_fixture.h"

namespace outside_test {
namespace {

TEST_F(OutsideTest, ABeatGoesOutAtOnceAndEveryTenSeconds) {
    start();
    EXPECT_EQ(count<app::event::ServerFound>(), 1U);
    EXPECT_EQ(count<app::event::HeartbeatAnswered>(), 1U);
    pass(std::chrono::seconds{9});
    EXPECT_EQ(hub_.seen(kHeartbeat).size(), 1U);
    pass(std::chrono::seconds{1});
    EXPECT_EQ(hub_.seen(kHeartbeat).size(), 2U);
    EXPECT_EQ(last_heartbeat().told, domain::read_device_time(clock_));
    EXPECT_EQ(count<app::event::ServerFound>(), 1U);
}

TEST_F(OutsideTest, AnArrivalIsKeptThenSentThenAnswered) {
    start();
    const domain::ArrivalId arrival = keep_arrival();
    EXPECT_EQ(count<app::event::Kept>(), 1U);
    ASSERT_NE(last<app::event::ArrivalAnswered>(), nullptr);
    EXPECT_EQ(last<app::event::ArrivalAnswered>()->reply.arrival, arrival);
    const auto seen = hub_.seen(kArrivals);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].header("Idempotency-Key"), arrival.text());
    const auto sending = protocol::sending_from_header(seen[0].header(protocol::kSendingHeader)).value();
    EXPECT_EQ(sending.told, domain::read_device_time(clock_));
    EXPECT_FALSE(sending.recorded_offline);
    stop();
    ASSERT_EQ(journaled().size(), 1U);
    EXPECT_EQ(journaled()[0].state, RecordState::Accepted);
}

TEST_F(OutsideTest, AnArrivalOfTheServersAbsenceIsSentWhenItIsBackAndSaysSo) {
    start();
    hub_.stop();
    const domain::ArrivalId arrival = keep_arrival();
    EXPECT_EQ(count<app::event::Kept>(), 1U);
    EXPECT_EQ(count<app::event::ServerLost>(), 1U);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 0U);
    perform(app::effect::MarkToldSaved{arrival});
    for (int minute = 0; minute < 60; ++minute) pass(std::chrono::minutes{1});
    EXPECT_EQ(count<app::event::ServerFound>(), 1U);
    hub_.start();
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(count<app::event::ServerFound>(), 2U);
    ASSERT_NE(last<app::event::ArrivalAnswered>(), nullptr);
    EXPECT_EQ(last<app::event::ArrivalAnswered>()->reply.arrival, arrival);
    const auto header = hub_.seen(kArrivals).back().header(protocol::kSendingHeader);
    const auto sending = protocol::sending_from_header(header).value();
    EXPECT_TRUE(sending.recorded_offline);
    EXPECT_EQ(sending.told, domain::read_device_time(clock_));
}

TEST_F(OutsideTest, WhenTheReplyIsLostTheSameBytesAreSentAgainAndCountOnce) {
    start();
    hub_.lose_reply_once(kArrivals);
    const domain::ArrivalId arrival = keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 0U);
    perform(app::effect::MarkToldSaved{arrival});
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U);
    const auto seen = hub_.seen(kArrivals);
    ASSERT_GE(seen.size(), 2U);
    for (const auto& request : seen) {
        EXPECT_EQ(request.body, seen[0].body);
        EXPECT_EQ(request.header("Idempotency-Key"), arrival.text());
    }
    EXPECT_EQ(hub_.stored().size(), 1U);
    EXPECT_FALSE(
        protocol::sending_from_header(seen.front().header(protocol::kSendingHeader))->recorded_offline);
    EXPECT_TRUE(
        protocol::sending_from_header(seen.back().header(protocol::kSendingHeader))->recorded_offline);
}

TEST_F(OutsideTest, AConnectionTheServerHadClosedIsNotTakenForAnAbsence) {
    start();
    hub_.say_once(kArrivals, {"", Said::Then::Close});
    keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U);
    EXPECT_EQ(count<app::event::ServerLost>(), 0U);
}

TEST_F(OutsideTest, AKioskRestartedOfflineSendsWhatItHeldInOrder) {
    start();
    hub_.stop();
    std::vector<std::string> held;
    for (int i = 0; i < 5; ++i) held.push_back(keep_arrival().text());
    stop();
    clock_.reboot("0f0e0d0c-0000-4000-8000-000000000002");
    hub_.start();
    start();
    std::vector<std::string> sent;
    for (const auto& request : hub_.seen(kArrivals)) sent.push_back(request.header("Idempotency-Key"));
    EXPECT_EQ(sent, held);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 5U);
    stop();
    for (const KeptRecord& kept : journaled()) EXPECT_EQ(kept.state, RecordState::Accepted);
}

TEST_F(OutsideTest, ArrivalsThatAreStillOwedAreRememberedAfterARestart) {
    start();
    const domain::ArrivalId accepted = keep_arrival();
    hub_.say_once(kArrivals, Said::json(422, "{}"));
    const domain::ArrivalId refused = keep_arrival();
    hub_.stop();
    const domain::ArrivalId waiting = keep_arrival();
    const domain::ArrivalId taken_back = keep_arrival();
    perform(app::effect::KeepUndo{taken_back, clocks(), clocks()});
    stop();
    events_.clear();
    start();
    std::vector<domain::ArrivalId> remembered;
    std::vector<domain::ArrivalId> never_taken;
    for (const app::Event& event : events_) {
        if (const auto* one = std::get_if<app::event::ArrivalRefused>(&event))
            never_taken.push_back(one->arrival);
        if (const auto* one = std::get_if<app::event::Remembered>(&event)) {
            remembered.push_back(one->arrival);
            EXPECT_EQ(one->appointments.size(), 1U);
            EXPECT_EQ(one->first_touch, domain::read_device_time(clock_));
        }
    }
    EXPECT_EQ(remembered, (std::vector{refused, waiting}));
    EXPECT_EQ(never_taken, std::vector{refused}) << "whoever made it is not told that they are in";
}

TEST_F(OutsideTest, AReasonAndACallAreSentWithKeysOfTheirOwn) {
    start();
    const domain::ArrivalId arrival = keep_arrival();
    perform(app::effect::KeepReason{arrival, domain::LateReason::Transport});
    perform(app::effect::CallReception{protocol::CallCause::NotFound, "pl", 1});
    ASSERT_EQ(hub_.seen(protocol::reason_path(arrival)).size(), 1U);
    const auto calls = hub_.seen(protocol::kCallsPath);
    ASSERT_EQ(calls.size(), 1U);
    const auto call = protocol::decode_call_request(calls[0].body).value();
    const auto header = protocol::sending_from_header(calls[0].header(protocol::kSendingHeader));
    ASSERT_TRUE(header) << "the server must know how old a call is";
    EXPECT_EQ(header->told, clocks());
    EXPECT_EQ(call.asked, clocks());
    EXPECT_EQ(call.call, calls[0].header("Idempotency-Key"));
    EXPECT_EQ(call.language, "pl");
    EXPECT_EQ(hub_.stored().size(), 3U);
}

TEST_F(OutsideTest, TheServerIsAskedAboutTheLastCallSomebodyWaitsForAndWhatItSaysIsHandedOn) {
    start();
    perform(app::effect::CallReception{protocol::CallCause::Asked, "pl", 1});
    perform(app::effect::CallReception{protocol::CallCause::ManyMisses, "pl", 0});
    const auto call = protocol::decode_call_request(hub_.seen(protocol::kCallsPath)[0].body).value().call;
    const std::string path = protocol::call_state_path(call);
    hub_.say_once(path, Said::json(404, "{}"));
    perform(app::effect::AskAboutCall{1});
    hub_.say_once(path, Said::json(200, protocol::encode(protocol::CallState{})));
    perform(app::effect::AskAboutCall{1});
    EXPECT_EQ(count<app::event::CallAnswered>(), 0U);
    EXPECT_EQ(count<app::event::ServerLost>(), 0U) << "one refusal does not mean that the server is away";
    hub_.say_once(path, Said::json(200, protocol::encode(protocol::CallState{true, "Sam"})));
    perform(app::effect::AskAboutCall{2});
    EXPECT_EQ(count<app::event::CallAnswered>(), 0U) << "no such call was made";
    perform(app::effect::AskAboutCall{1});
    ASSERT_EQ(count<app::event::CallAnswered>(), 1U);
    EXPECT_EQ(last<app::event::CallAnswered>()->call, 1U);
    EXPECT_EQ(last<app::event::CallAnswered>()->who, "Sam");
    EXPECT_EQ(hub_.seen(path).size(), 3U);
}

TEST_F(OutsideTest, AKioskThatWakesIn1970StillSends) {
    clock_.set(base::Instant{});
    start();
    const domain::ArrivalId arrival = keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U);
    const auto header = hub_.seen(kArrivals).back().header(protocol::kSendingHeader);
    EXPECT_EQ(protocol::sending_from_header(header).value().told.wall, base::Instant{});
    EXPECT_TRUE(hub_.stored().contains(arrival.text()));
}

}  // namespace
}  // namespace outside_test
