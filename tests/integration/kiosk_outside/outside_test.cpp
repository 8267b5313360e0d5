#include "kiosk/runtime/outside.h"

#include <filesystem>
#include <fstream>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"
#include "tests/integration/kiosk_outside/fake_hub.h"
#include "tests/support/fake_clock.h"
#include "tests/support/seeded_entropy.h"

namespace {

namespace app = kiosk::app;
using kiosk::journal::Journal;
using kiosk::journal::KeptRecord;
using kiosk::journal::Options;
using kiosk::journal::RecordState;
using kiosk::runtime::Outside;
using support::Said;

constexpr std::chrono::milliseconds kSettle{20'000};
const std::string kArrivals = protocol::kArrivalsPath;
const std::string kHeartbeat = protocol::kHeartbeatPath;

class OutsideTest : public testing::Test {
protected:
    OutsideTest()
        : folder_(std::filesystem::temp_directory_path() / ("kiosk-outside-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(folder_);
    }
    ~OutsideTest() override {
        outside_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::string journal_path() const { return (folder_ / "journal.db").string(); }

    void start(const Options& options = {}) {
        const auto kiosk = hub_.authority().kiosk("front-door");
        auto https = kiosk::net::Https::start(
            {hub_.url(), hub_.authority().certificate(), kiosk.certificate, base::Secret(kiosk.key)});
        outside_ = std::make_unique<Outside>(
            Outside::Parts{clock_, entropy_, journal_path(), options, std::move(*https), [] {},
                           [this](const app::Event& event) { events_.push_back(event); },
                           [this](const std::string& fault) {
                               faults_.push_back(fault);
                           }});
        settle();
    }
    void stop() { outside_.reset(); }
    void settle() { ASSERT_TRUE(outside_->settle(kSettle)) << "the workers did not come to rest"; }
    void pass(std::chrono::seconds time) {
        clock_.advance(time);
        settle();
    }
    void perform(const app::Effect& effect) {
        outside_->perform(effect);
        settle();
    }

    domain::ArrivalId keep_arrival() {
        protocol::ArrivalRequest request;
        request.arrival = domain::ArrivalId(base::new_uuid(entropy_));
        request.person = domain::PersonId("p1");
        request.appointments = {domain::AppointmentId(base::new_uuid(entropy_))};
        request.first_touch = domain::read_device_time(clock_);
        request.run_began = request.first_touch;
        request.language = "en";
        perform(app::effect::KeepArrival{request});
        return request.arrival;
    }

    /// How many events of this kind have come since the last look.
    template <class T>
    std::size_t count() const {
        std::size_t number = 0;
        for (const app::Event& event : events_) number += std::holds_alternative<T>(event) ? 1 : 0;
        return number;
    }
    template <class T>
    const T* last() const {
        const T* found = nullptr;
        for (const app::Event& event : events_) {
            if (const T* one = std::get_if<T>(&event)) found = one;
        }
        return found;
    }
    /// What the journal holds; the kiosk must be stopped.
    std::vector<KeptRecord> journaled() const { return Journal::open(journal_path()).value().all().value(); }
    protocol::Heartbeat last_heartbeat() const {
        return protocol::decode_heartbeat(hub_.seen(kHeartbeat).back().body).value();
    }

    std::filesystem::path folder_;
    FakeHub hub_;
    support::FakeClock clock_{base::parse_instant("2026-11-22T14:00:00Z").value()};
    support::SeededEntropy entropy_{7};
    std::vector<app::Event> events_;
    std::vector<std::string> faults_;
    std::unique_ptr<Outside> outside_;
};

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

TEST_F(OutsideTest, WhatIsRefusedForGoodIsKeptAndCountedInTheBeat) {
    start();
    hub_.say_once(kArrivals, Said::json(422, "{}"));
    const domain::ArrivalId refused = keep_arrival();
    ASSERT_NE(last<app::event::ArrivalRefused>(), nullptr);
    EXPECT_EQ(last<app::event::ArrivalRefused>()->arrival, refused);
    keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U) << "others are not held up";
    for (int i = 0; i < 30; ++i) pass(std::chrono::minutes{1});
    EXPECT_EQ(hub_.seen(kArrivals).size(), 2U);
    EXPECT_EQ(last_heartbeat().journal_waiting, 1U);
    stop();
    EXPECT_EQ(journaled()[0].state, RecordState::NeedsPerson);
    start();
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(last_heartbeat().journal_waiting, 1U) << "also after a restart";
}

TEST_F(OutsideTest, WhatMayPassIsTriedAgainForEver) {
    start();
    for (const int status : {301, 401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 507}) {
        hub_.say_always(kArrivals, Said::json(status, "{}"));
        const std::size_t answered = count<app::event::ArrivalAnswered>();
        keep_arrival();
        for (int i = 0; i < 10; ++i) pass(std::chrono::minutes{2});
        EXPECT_EQ(count<app::event::ArrivalRefused>(), 0U) << status;
        hub_.as_usual(kArrivals);
        pass(std::chrono::minutes{2});
        EXPECT_EQ(count<app::event::ArrivalAnswered>(), answered + 1) << status;
    }
}

TEST_F(OutsideTest, ABusyServerIsGivenTheTimeItAsksFor) {
    start();
    hub_.say_once(kArrivals, Said::json(503, "{}", "Retry-After: 30\r\n"));
    keep_arrival();
    pass(std::chrono::seconds{29});
    EXPECT_EQ(hub_.seen(kArrivals).size(), 1U);
    pass(std::chrono::seconds{2});
    EXPECT_EQ(hub_.seen(kArrivals).size(), 2U);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U);
}

TEST_F(OutsideTest, OneRecordTheServerStumblesOverDoesNotHoldUpTheRest) {
    start();
    hub_.stop();
    for (int i = 0; i < 3; ++i) keep_arrival();
    hub_.start();
    hub_.say_once(kArrivals, Said::json(500, "{}"));
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 2U);
    pass(std::chrono::minutes{2});
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 3U);
}

TEST_F(OutsideTest, AnUndoNeverOvertakesItsArrival) {
    start();
    hub_.say_once(kArrivals, Said::json(500, "{}"));
    const domain::ArrivalId arrival = keep_arrival();
    perform(app::effect::KeepUndo{arrival});
    EXPECT_TRUE(hub_.seen(protocol::undo_path(arrival)).empty());
    pass(std::chrono::minutes{2});
    ASSERT_EQ(hub_.seen(protocol::undo_path(arrival)).size(), 1U);
    EXPECT_EQ(hub_.stored().size(), 2U);
}

TEST_F(OutsideTest, AReasonAndACallAreSentWithKeysOfTheirOwn) {
    start();
    const domain::ArrivalId arrival = keep_arrival();
    perform(app::effect::KeepReason{arrival, domain::LateReason::Transport});
    perform(app::effect::CallReception{protocol::CallCause::NotFound, "pl"});
    ASSERT_EQ(hub_.seen(protocol::reason_path(arrival)).size(), 1U);
    const auto calls = hub_.seen(protocol::kCallsPath);
    ASSERT_EQ(calls.size(), 1U);
    const auto call = protocol::decode_call_request(calls[0].body).value();
    EXPECT_EQ(call.call, calls[0].header("Idempotency-Key"));
    EXPECT_EQ(call.language, "pl");
    EXPECT_EQ(hub_.stored().size(), 3U);
}

TEST_F(OutsideTest, AnAnswerThatIsNotOneIsNoAcceptance) {
    start();
    for (const char* body : {"", "{}", "[]", "{\"arrival\":7}", "\xff\xfe", "{\"arrival\":"}) {
        const std::size_t answered = count<app::event::ArrivalAnswered>();
        hub_.say_once(kArrivals, Said::json(200, body));
        keep_arrival();
        EXPECT_EQ(count<app::event::ArrivalAnswered>(), answered) << body;
        pass(std::chrono::minutes{2});
        EXPECT_EQ(count<app::event::ArrivalAnswered>(), answered + 1) << body;
    }
}

TEST_F(OutsideTest, AnAnswerAboutAnotherArrivalIsNoAcceptance) {
    start();
    protocol::ArrivalReply other;
    other.arrival = domain::ArrivalId("0b9d8c3e-6f0a-4f0e-9a43-0a4f3f1e2d3c");
    hub_.say_once(kArrivals, Said::json(200, protocol::encode(other)));
    keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 0U);
}

app::effect::Find find_somebody(std::uint64_t search = 1) {
    protocol::FindRequest request;
    request.query.birthday = {7, 11};
    request.query.letter = 'L';
    return {search, request};
}

TEST_F(OutsideTest, ASearchIsAnswered) {
    start();
    perform(find_somebody());
    ASSERT_NE(last<app::event::FindAnswered>(), nullptr);
    EXPECT_TRUE(last<app::event::FindAnswered>()->reply);
}

TEST_F(OutsideTest, ASearchWhileTheServerIsAwayIsAnsweredAtOnceWithNothing) {
    hub_.stop();
    start();
    EXPECT_EQ(count<app::event::ServerLost>(), 1U);
    perform(find_somebody());
    ASSERT_NE(last<app::event::FindAnswered>(), nullptr);
    EXPECT_FALSE(last<app::event::FindAnswered>()->reply);
}

TEST_F(OutsideTest, ASearchWithAHostileAnswerIsAnsweredWithNothing) {
    start();
    const std::vector<Said> hostile = {Said::json(200, "{\"outcome\":\"Found\",\"person\":[]}"),
                                       Said::json(200, std::string(100'000, '[')),
                                       Said::json(200, std::string(10'000'000, ' ')),
                                       {"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", Said::Then::Close},
                                       Said::json(500, "<html>")};
    for (const Said& said : hostile) {
        hub_.say_once(protocol::kFindPath, said);
        const std::size_t answered = count<app::event::FindAnswered>();
        perform(find_somebody());
        EXPECT_EQ(count<app::event::FindAnswered>(), answered + 1);
        EXPECT_FALSE(last<app::event::FindAnswered>()->reply);
        pass(kiosk::runtime::kHeartbeatEvery);  // the server counts as lost until it answers again
    }
}

TEST_F(OutsideTest, EachSearchIsAnsweredByItsNumber) {
    start();
    outside_->perform(find_somebody(7));
    outside_->perform(find_somebody(8));
    settle();
    EXPECT_EQ(count<app::event::FindAnswered>(), 2U);
    perform(find_somebody(9));
    EXPECT_EQ(last<app::event::FindAnswered>()->search, 9U);
}

TEST_F(OutsideTest, ArrivalsThatAreStillOwedAreRememberedAfterARestart) {
    start();
    const domain::ArrivalId accepted = keep_arrival();
    hub_.say_once(kArrivals, Said::json(422, "{}"));
    const domain::ArrivalId refused = keep_arrival();
    hub_.stop();
    const domain::ArrivalId waiting = keep_arrival();
    const domain::ArrivalId taken_back = keep_arrival();
    perform(app::effect::KeepUndo{taken_back});
    stop();
    events_.clear();
    start();
    std::vector<domain::ArrivalId> remembered;
    for (const app::Event& event : events_) {
        if (const auto* one = std::get_if<app::event::Remembered>(&event)) {
            remembered.push_back(one->arrival);
            EXPECT_EQ(one->appointments.size(), 1U);
            EXPECT_EQ(one->first_touch, domain::read_device_time(clock_));
        }
    }
    EXPECT_EQ(remembered, (std::vector{refused, waiting}));
}

TEST_F(OutsideTest, TodaysListIsFetchedAndItsVersionTold) {
    start();
    EXPECT_EQ(last_heartbeat().list_version, "");
    perform(app::effect::FetchList{});
    ASSERT_NE(last<app::event::ListArrived>(), nullptr);
    EXPECT_EQ(last<app::event::ListArrived>()->list.version, "v1");
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(last_heartbeat().list_version, "v1");
}

TEST_F(OutsideTest, AHostileListIsNoList) {
    start();
    hub_.say_once(protocol::kTodayPath, Said::json(200, std::string(10'000'000, ' ')));
    perform(app::effect::FetchList{});
    EXPECT_EQ(count<app::event::ListArrived>(), 0U);
    perform(app::effect::FetchList{});
    EXPECT_EQ(count<app::event::ListArrived>(), 1U);
}

TEST_F(OutsideTest, WithADamagedJournalNothingIsKeptAndReceptionIsStillCalled) {
    std::filesystem::create_directories(folder_);
    std::ofstream(journal_path()) << std::string(20'000, 'g');
    start();
    EXPECT_EQ(count<app::event::JournalLost>(), 1U);
    ASSERT_FALSE(faults_.empty());
    EXPECT_THAT(faults_[0], testing::HasSubstr("Nothing in it was changed"));
    keep_arrival();
    EXPECT_EQ(count<app::event::KeepFailed>(), 1U);
    EXPECT_EQ(count<app::event::Kept>(), 0U);
    perform(app::effect::KeepUndo{domain::ArrivalId(base::new_uuid(entropy_))});
    EXPECT_EQ(count<app::event::KeepFailed>(), 2U);
    EXPECT_EQ(last<app::event::KeepFailed>()->act, app::event::Act::Undo);
    EXPECT_TRUE(hub_.stored().empty()) << "what was not kept is not sent";
    perform(app::effect::CallReception{protocol::CallCause::Asked, "en"});
    EXPECT_EQ(hub_.seen(protocol::kCallsPath).size(), 1U);
}

TEST_F(OutsideTest, AFullDiskIsToldAndNothingIsHalfDone) {
    Options options;
    options.pages_max = 16;
    start(options);
    std::size_t kept = 0;
    for (int i = 0; i < 200 && count<app::event::KeepFailed>() == 0; ++i) {
        kept = count<app::event::Kept>();
        keep_arrival();
    }
    EXPECT_EQ(count<app::event::KeepFailed>(), 1U);
    EXPECT_GE(count<app::event::JournalLost>(), 1U);
    EXPECT_EQ(hub_.stored().size(), kept);
    stop();
    EXPECT_EQ(journaled().size(), kept);
    events_.clear();
    start();
    keep_arrival();
    EXPECT_EQ(count<app::event::Kept>(), 1U) << "with room again it works again";
}

TEST_F(OutsideTest, AJournalThatIsFreeAgainIsTakenUp) {
    {
        const auto other = Journal::open(journal_path()).value();
        start();
        EXPECT_EQ(count<app::event::JournalLost>(), 1U);
    }
    pass(kiosk::runtime::kJournalTriedEvery);
    EXPECT_EQ(count<app::event::JournalFound>(), 1U);
    keep_arrival();
    EXPECT_EQ(count<app::event::Kept>(), 1U);
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
