#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

template <class Kind>
class StoreCommands : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreCommands, Kinds);

TYPED_TEST(StoreCommands, SaysNotFoundOfWhatItDoesNotHold) {
    EXPECT_EQ(this->ask([](View& view) { return view.person(domain::PersonId("x")); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(this->ask([](View& view) { return view.referral(domain::ReferralId("x")); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(this->ask([](View& view) { return view.appointment(domain::AppointmentId("x")); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(this->ask([](View& view) { return view.person_with_crn("X000000"); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.update_of(domain::AppointmentId("x")); }).value(),
              std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.answer("x"); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.newest_event_at(); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.sync_state(); }).value(), server::app::SyncState{});
}

TYPED_TEST(StoreCommands, ACommandThatFailsChangesNothing) {
    const auto event = sample::event("e1", "a");
    const Done done = this->store().write_and_wait([&](Transaction& changes) -> Done {
        EXPECT_TRUE(changes.append(event));
        EXPECT_TRUE(changes.put(sample::update("a")));
        return base::fail(ErrorKind::InvalidInput, "no");
    });
    EXPECT_EQ(done.error(), (base::Error{ErrorKind::InvalidInput, "no"}));
    EXPECT_TRUE(this->ask([&](View& view) { return view.events_of(event.appointment); }).value().empty());
    EXPECT_TRUE(this->ask([](View& view) { return view.updates_owed(); }).value().empty());
}

TYPED_TEST(StoreCommands, ACommandSeesItsOwnChangesAndThoseBeforeIt) {
    ASSERT_TRUE(this->append(sample::event("e1", "a")));
    const Done done = this->store().write_and_wait([&](Transaction& changes) -> Done {
        EXPECT_EQ(changes.events_of(domain::AppointmentId("appointment-a"))->size(), 1u);
        EXPECT_TRUE(changes.append(sample::event("e2", "a")));
        EXPECT_EQ(changes.events_of(domain::AppointmentId("appointment-a"))->size(), 2u);
        return {};
    });
    EXPECT_TRUE(done);
}

TYPED_TEST(StoreCommands, PassesOnTheErrorOfALook) {
    const Done done = this->store().read([](View&) { return base::fail(ErrorKind::InvalidInput, "no"); });
    EXPECT_EQ(done.error().kind, ErrorKind::InvalidInput);
}

}  // namespace
}  // namespace store_contract
