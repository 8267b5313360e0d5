#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

template <class Kind>
class StoreOfTheHub : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreOfTheHub, Kinds);

TYPED_TEST(StoreOfTheHub, RefusesASecondUpdateForTheSameAppointment) {
    const auto first = sample::update("a");
    auto second = sample::update("b");
    second.appointment = first.appointment;
    ASSERT_TRUE(this->put(first));
    EXPECT_EQ(this->put(second).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.update_of(first.appointment); }).value(), first);
}

TYPED_TEST(StoreOfTheHub, OffersTheUpdateWhoseTimeHasComeWithTheTightestDeadline) {
    using domain::UpdateState;
    const base::Instant now = sample::start() + hours{2};
    const auto due = [&] {
        return this
            ->ask([&](View& view) {
                return view.update_due(now,
                                       [](const auto& one) { return one.id != sample::update("no").id; });
            })
            .value();
    };
    const auto ready = [&](const char* name) {
        auto one = sample::update(name);
        one.state = UpdateState::Held;
        one.hold_until = one.next_try = now;
        one.submit_decided = false;
        one.tries = 0;
        return one;
    };
    const auto only = [&](UpdateState state, const std::function<void(domain::Update&)>& change) {
        auto one = ready("one");
        one.state = state;
        change(one);
        ASSERT_TRUE(this->put(one));
    };
    const auto as_it_is = [](domain::Update&) {
    };
    const auto decided = [](domain::Update& one) {
        one.submit_decided = true;
    };
    only(UpdateState::Held, as_it_is);
    EXPECT_TRUE(due());
    only(UpdateState::Held, [](domain::Update& one) { one.hold_until += hours{1}; });
    EXPECT_FALSE(due());
    only(UpdateState::Held, [](domain::Update& one) { one.next_try += hours{1}; });
    EXPECT_FALSE(due());
    only(UpdateState::Sending, [](domain::Update& one) { one.hold_until += hours{1}; });
    EXPECT_TRUE(due());
    only(UpdateState::Drafted, as_it_is);
    EXPECT_FALSE(due());
    only(UpdateState::Drafted, decided);
    EXPECT_TRUE(due());
    only(UpdateState::Drafted, [](domain::Update& one) {
        one.submit_decided = true;
        one.tries = 2;
        one.next_try += hours{1};
    });
    EXPECT_FALSE(due());
    for (const auto state : {UpdateState::WaitingForPerson, UpdateState::Submitted, UpdateState::Withdrawn}) {
        only(state, decided);
        EXPECT_FALSE(due());
    }
    only(UpdateState::Held, as_it_is);
    auto tighter = ready("tighter");
    tighter.deadline -= hours{1};
    auto unwanted = ready("no");
    unwanted.deadline -= hours{2};
    for (const auto& one : {tighter, unwanted}) ASSERT_TRUE(this->put(one));
    EXPECT_EQ(due(), tighter);
}

TYPED_TEST(StoreOfTheHub, ListsWhatIsOwedTightestDeadlineFirst) {
    auto tight = sample::update("tight");
    tight.deadline = sample::start() + hours{1};
    auto earlier = sample::update("z");
    earlier.start -= hours{1};
    auto later = sample::update("a");
    auto submitted = sample::update("submitted");
    submitted.state = domain::UpdateState::Submitted;
    auto withdrawn = sample::update("withdrawn");
    withdrawn.state = domain::UpdateState::Withdrawn;
    for (const auto& one : {later, submitted, earlier, withdrawn, tight}) ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([](View& view) { return view.updates_owed(); }).value(),
              (std::vector{tight, earlier, later}));
    EXPECT_EQ(this->ask([](View& view) {
                      return view.updates_between(sample::start() - hours{1}, sample::start());
                  })
                  .value(),
              std::vector{earlier});
    EXPECT_EQ(this->ask([](View& view) {
                      return view.updates_between(sample::start(), sample::start() + hours{1});
                  })
                  .value()
                  .size(),
              4u);
}

TYPED_TEST(StoreOfTheHub, KeepsKiosksTheirHealthCallsAndTheStateOfTheSync) {
    server::app::Kiosk kiosk{domain::KioskId("front-door"), "aa", sample::start(), std::nullopt};
    ASSERT_TRUE(this->put(kiosk));
    kiosk.revoked_at = sample::start() + hours{1};
    ASSERT_TRUE(this->put(kiosk));
    EXPECT_EQ(this->ask([](View& view) { return view.kiosks(); }).value(), std::vector{kiosk});
    const server::app::Kiosk double_certificate{domain::KioskId("back-door"), "aa", sample::start(),
                                                std::nullopt};
    EXPECT_EQ(this->put(double_certificate).error().kind, ErrorKind::Conflict);

    const server::app::KioskHealth health{kiosk.id,
                                          sample::start(),
                                          std::chrono::milliseconds{-70000},
                                          "0.1.0",
                                          4,
                                          3,
                                          2,
                                          sample::start() - hours{1},
                                          true};
    ASSERT_TRUE(this->put(health));
    EXPECT_EQ(this->ask([](View& view) { return view.kiosk_health(); }).value(), std::vector{health});

    const server::app::Call second{"a",
                                   kiosk.id,
                                   "ur",
                                   "asked",
                                   sample::start() + minutes{1},
                                   sample::start() + hours{3},
                                   domain::ClockState::Doubtful,
                                   std::nullopt,
                                   ""};
    server::app::Call first{"b",
                            kiosk.id,
                            "en-GB",
                            "not_found",
                            sample::start(),
                            sample::start(),
                            domain::ClockState::Sure,
                            std::nullopt,
                            ""};
    ASSERT_TRUE(this->put(second));
    ASSERT_TRUE(this->put(first));
    EXPECT_EQ(this->ask([](View& view) { return view.open_calls(); }).value(), (std::vector{first, second}));
    first.answered_at = sample::start() + minutes{2};
    first.answered_by = "Sam";
    ASSERT_TRUE(this->put(first));
    EXPECT_EQ(this->ask([](View& view) { return view.open_calls(); }).value(), std::vector{second});
    EXPECT_EQ(this->ask([](View& view) { return view.call("b"); }).value(), std::optional(first));
    EXPECT_EQ(this->ask([](View& view) { return view.call("c"); }).value(), std::nullopt);

    for (const server::app::SyncState& state :
         {server::app::SyncState{sample::start(), sample::start(), "",
                                 domain::ClockDifference{std::chrono::milliseconds{-12}, sample::start()}},
          server::app::SyncState{sample::start(), sample::start() + hours{1}, "no answer", std::nullopt}}) {
        ASSERT_TRUE(this->put(state));
        EXPECT_EQ(this->ask([](View& view) { return view.sync_state(); }).value(), state);
    }
}

TYPED_TEST(StoreOfTheHub, KeepsTheFirstAnswerToARequest) {
    const server::app::StoredAnswer first{"front-door/1", "hash", 200, "{\"ok\":true}", sample::start()};
    server::app::StoredAnswer second = first;
    second.body = "another";
    const auto remember = [&](const server::app::StoredAnswer& answer) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.remember(answer); });
    };
    ASSERT_TRUE(remember(first));
    EXPECT_EQ(remember(second).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.answer(first.key); }).value(), first);
}

}  // namespace
}  // namespace store_contract
