#include "server/app/answer_once.h"
#include "server/app/call_reception.h"
#include "server/app/heartbeat.h"
#include "server/app/note_late_reason.h"
#include "server/app/todays_list.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::EventKind;
using domain::LateReason;

const domain::KioskId kFrontDoor("front-door");
constexpr domain::Date kBorn{std::chrono::year{1984}, std::chrono::month{11}, std::chrono::day{7}};

class KioskCalls : public testing::Test {
protected:
    KioskCalls() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", kBorn);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }

    protocol::TodaysList list() {
        protocol::TodaysList out;
        EXPECT_TRUE(hub.store.read([&](View& view) -> base::Done {
            out = TRY(todays_list(view, "key", ReadableHash{}, hub.occasion().moment, hub.rules));
            return {};
        }));
        return out;
    }
    base::Done reason(const std::string& arrival, LateReason why, const domain::KioskId& kiosk = kFrontDoor) {
        return hub.run([&](Transaction& t) {
            return note_late_reason(t, kiosk, {domain::ArrivalId(arrival), why}, hub.occasion());
        });
    }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

TEST_F(KioskCalls, AReasonForBeingLateIsKeptOnceAndCanBeReplaced) {
    hub.advance(16min);
    hub.arrive("a", two);
    EXPECT_TRUE(reason("a", LateReason::Transport));
    EXPECT_TRUE(reason("a", LateReason::Transport));
    EXPECT_EQ(hub.events(), 2U);
    EXPECT_EQ(hub.record(two).late_reason, LateReason::Transport);
    EXPECT_TRUE(reason("a", LateReason::CouldNotGetIn));
    EXPECT_EQ(hub.record(two).late_reason, LateReason::CouldNotGetIn);
}

TEST_F(KioskCalls, AReasonIsNotKeptForWhoeverCameInTime) {
    hub.arrive("a", two);
    EXPECT_TRUE(reason("a", LateReason::Transport));
    EXPECT_EQ(hub.events(), 1U);
    EXPECT_EQ(reason("never", LateReason::Transport).error().kind, ErrorKind::NotFound);
}

TEST_F(KioskCalls, AReasonIsTakenFromAKioskThatHasAnotherNameByNow) {
    hub.advance(16min);
    hub.arrive("b", two);
    EXPECT_TRUE(reason("b", LateReason::Work, domain::KioskId("side-door")));
    EXPECT_EQ(hub.record(two).late_reason, LateReason::Work);
}

TEST_F(KioskCalls, AReasonIsNeverPutIntoTheUpdate) {
    hub.advance(16min);
    hub.arrive("a", two);
    const auto before = hub.update(two);
    EXPECT_TRUE(reason("a", LateReason::Caring));
    EXPECT_EQ(hub.update(two), before);
}

TEST_F(KioskCalls, ReceptionIsCalledOnceForOneCall) {
    const auto call = [&](const domain::KioskId& kiosk) {
        return hub.run([&](Transaction& t) {
            const auto clocks = domain::read_device_time(hub.kiosk_clock);
            return call_reception(t, kiosk, {"call-1", "ur", protocol::CallCause::NotFound, clocks, clocks},
                                  hub.occasion().moment);
        });
    };
    EXPECT_TRUE(call(kFrontDoor));
    hub.advance(1min);
    EXPECT_TRUE(call(kFrontDoor));
    ASSERT_EQ(hub.store.record().calls.size(), 1U);
    const Call kept = hub.store.record().calls.begin()->second;
    EXPECT_EQ(kept.at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(kept.cause, "not_found");
    EXPECT_EQ(kept.language, "ur");
    EXPECT_EQ(call(domain::KioskId("side-door")).error().kind, ErrorKind::Conflict);
}

TEST_F(KioskCalls, ACallThatCouldNotBeMadeAtTheTimeCarriesItsAgeAndRingsNoMore) {
    protocol::CallRequest request{"call-1", "ur", protocol::CallCause::Asked, {}, {}};
    request.asked = domain::read_device_time(hub.kiosk_clock);
    const auto send = [&] {
        request.told = domain::read_device_time(hub.kiosk_clock);
        EXPECT_TRUE(hub.run(
            [&](Transaction& t) { return call_reception(t, kFrontDoor, request, hub.occasion().moment); }));
        return hub.store.record().calls.at(request.call);
    };
    hub.advance(kCallRingsFor);
    EXPECT_TRUE(still_rings(send(), hub.clock.now()));
    hub.advance(1us);
    const Call missed = send();
    EXPECT_EQ(missed.at, at("2026-11-23T13:50:00Z"));
    EXPECT_FALSE(still_rings(missed, hub.clock.now()));
    hub.kiosk_clock.reboot("another-boot");
    request.call = "call-2";
    const Call uncertain = send();
    EXPECT_EQ(uncertain.clock, domain::ClockState::Doubtful);
    EXPECT_EQ(uncertain.heard_at, hub.clock.now());
    EXPECT_FALSE(still_rings(uncertain, hub.clock.now()));
}

TEST_F(KioskCalls, TheKioskThatCalledLearnsWhoHasSetOutAndNoOtherDoes) {
    protocol::CallRequest request{"call-1", "ur", protocol::CallCause::Asked, {}, {}};
    request.asked = request.told = domain::read_device_time(hub.kiosk_clock);
    ASSERT_TRUE(hub.run(
        [&](Transaction& t) { return call_reception(t, kFrontDoor, request, hub.occasion().moment); }));
    const auto state = [&](const domain::KioskId& kiosk, const std::string& call) {
        return hub.run([&](Transaction& t) { return call_state(t, kiosk, call); });
    };
    const auto answer = [&](const std::string& who) {
        return hub.run([&](Transaction& t) { return answer_call(t, "call-1", who, hub.clock.now()); });
    };
    EXPECT_EQ(state(kFrontDoor, "call-1"), protocol::CallState());
    EXPECT_EQ(state(domain::KioskId("side-door"), "call-1").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(state(kFrontDoor, "call-2").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(answer("Sam\nfrom reception").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(answer(std::string(domain::kFirstNameCharsMax + 1, 'a')).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(state(kFrontDoor, "call-1"), protocol::CallState());
    EXPECT_TRUE(answer("Sam"));
    EXPECT_EQ(state(kFrontDoor, "call-1"), (protocol::CallState{true, "Sam"}));
    EXPECT_EQ(answer("Ann").error().kind, ErrorKind::NotFound) << "it is answered already";
    ASSERT_TRUE(hub.run(
        [&](Transaction& t) { return call_reception(t, kFrontDoor, request, hub.occasion().moment); }));
    EXPECT_EQ(state(kFrontDoor, "call-1"), (protocol::CallState{true, "Sam"})) << "a repeat rings no more";
}

TEST_F(KioskCalls, AHeartbeatKeepsHealthAndTellsTheSkewAndTheListsVersion) {
    hub.kiosk_clock.set(base::Instant{} + 42s);
    protocol::Heartbeat said;
    said.told = domain::read_device_time(hub.kiosk_clock);
    said.version = "0.1.0";
    said.journal_waiting = 4;
    said.arrivals_waiting = 2;
    said.arrivals_refused = 1;
    said.out_of_use = true;
    hub.server_clock = domain::ClockState::Doubtful;
    const auto reply = hub.run([&](Transaction& t) {
        return heartbeat(t, kFrontDoor, said, hub.occasion().moment, {"version-9", "Sam"});
    });
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->server_now, hub.clock.now());
    EXPECT_EQ(reply->clock, domain::ClockState::Doubtful);
    EXPECT_EQ(reply->skew, base::Instant{} + 42s - hub.clock.now());
    EXPECT_EQ(reply->list_version, "version-9");
    EXPECT_EQ(reply->help_from, "Sam");
    const KioskHealth kept = hub.store.record().health.at(kFrontDoor);
    EXPECT_EQ(kept.seen_at, hub.clock.now());
    EXPECT_EQ(kept.journal_waiting, 4U);
    EXPECT_EQ(kept.arrivals_waiting, 2U);
    EXPECT_EQ(kept.arrivals_refused, 1U);
    EXPECT_EQ(kept.skew, reply->skew);
    EXPECT_TRUE(kept.out_of_use);
}

TEST_F(KioskCalls, TodaysListHoldsHashesOfEveryKeyAndNoNames) {
    const auto out = list();
    ASSERT_EQ(out.people.size(), 1U);
    EXPECT_EQ(out.people.front().person, ada);
    EXPECT_THAT(out.people.front().keys, testing::Contains("key:0711 L A"));
    EXPECT_THAT(out.people.front().keys, testing::Contains("key:0711 L Q Y 1984"));
    EXPECT_THAT(out.people.front().keys, testing::Contains("key:0711 Y 1984"));
    EXPECT_EQ(out.people.front().keys.size(), 5U);
    EXPECT_EQ(out.people.front().appointments.front().id, two.id);
    EXPECT_EQ(out.opens_at, at("2026-11-23T08:00:00Z"));
    EXPECT_EQ(out.closes_at, at("2026-11-23T18:00:00Z"));
    EXPECT_EQ(out.list_key, "key");
}

TEST_F(KioskCalls, TodaysListLeavesOutWhoeverIsNotExpectedHereTodayOrCannotBeFound) {
    auto phone =
        hub.add_appointment("phone", hub.add_person("bob", "Bob", "Reed", kBorn), "2026-11-23T14:00:00Z");
    phone.method = domain::DeliveryMethod::PhoneCall;
    hub.put(phone);
    hub.add_appointment("tomorrow", hub.add_person("cat", "Cat", "Snow", kBorn), "2026-11-24T14:00:00Z");
    hub.add_appointment("no-birthday", hub.add_person("dan", "Dan", "True", std::nullopt),
                        "2026-11-23T14:00:00Z");
    hub.add_appointment("erased", domain::PersonId("erased"), "2026-11-23T14:00:00Z");
    EXPECT_EQ(list().people.size(), 1U);
}

TEST_F(KioskCalls, TodaysListHasANewVersionWhenAndOnlyWhenItsContentsChange) {
    const std::string first = list().version;
    hub.advance(1min);
    EXPECT_EQ(list().version, first);
    hub.arrive("a", two);
    const std::string arrived = list().version;
    EXPECT_NE(arrived, first);
    hub.undo("a");
    EXPECT_EQ(list().version, first);
    hub.add_appointment("three", ada, "2026-11-23T15:00:00Z");
    EXPECT_NE(list().version, first);
}

TEST_F(KioskCalls, AnAnswerIsGivenAgainUnderTheSameKeyAndRefusedForAnotherRequest) {
    int runs = 0;
    const auto ask = [&](const std::string& hash) {
        return hub.run([&](Transaction& t) {
            return answer_once(t, "front-door/1", hash, hub.clock.now(), [&]() -> base::Result<Answer> {
                ++runs;
                return Answer{200, "first"};
            });
        });
    };
    EXPECT_EQ(ask("hash")->body, "first");
    EXPECT_EQ(ask("hash")->body, "first");
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(ask("other").error().kind, ErrorKind::Conflict);
}

TEST_F(KioskCalls, AFailedAnswerIsNotKeptSoThatItCanBeTriedAgain) {
    bool works = false;
    const auto ask = [&] {
        return hub.run([&](Transaction& t) {
            return answer_once(t, "k", "h", hub.clock.now(), [&]() -> base::Result<Answer> {
                if (!works) return base::fail(ErrorKind::Unavailable, "not now");
                return Answer{200, "done"};
            });
        });
    };
    EXPECT_FALSE(ask());
    works = true;
    EXPECT_EQ(ask()->body, "done");
}

TEST_F(KioskCalls, AHeartbeatRemembersWhenTheNewestArrivalWasRefused) {
    const auto beat = [&](std::optional<unsigned> refused) {
        hub.advance(1min);
        protocol::Heartbeat said;
        said.told = domain::read_device_time(hub.kiosk_clock);
        said.arrivals_refused = refused;
        EXPECT_TRUE(hub.run([&](Transaction& t) {
            return heartbeat(t, kFrontDoor, said, hub.occasion().moment, {"", ""});
        }));
        return hub.store.record().health.at(kFrontDoor).refused_at;
    };
    EXPECT_EQ(beat(0), std::nullopt);
    const auto first = beat(1);
    EXPECT_EQ(first, hub.clock.now());
    EXPECT_EQ(beat(1), first);
    const auto second = beat(2);
    EXPECT_EQ(second, hub.clock.now());
    EXPECT_EQ(beat(std::nullopt), second) << "started again, it has not read its journal yet";
    EXPECT_EQ(beat(2), second) << "and then tells of the same two";
    EXPECT_EQ(beat(1), second) << "one of them was taken at last";
    EXPECT_EQ(beat(0), std::nullopt);
}

}  // namespace
}  // namespace server::app
