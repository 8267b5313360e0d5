// What the server finds, who looked at whom, what was given up, and who came for what nobody knows.

#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

template <class Kind>
class StoreOfWhoDidWhat : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreOfWhoDidWhat, Kinds);

TYPED_TEST(StoreOfWhoDidWhat, KeepsWhatTheLastCheckOfTheRecordFound) {
    EXPECT_EQ(this->ask([](View& view) { return view.record_check(); }).value(), std::nullopt);
    for (const server::app::RecordCheck& check : {server::app::RecordCheck{sample::start(), "damaged pages"},
                                                  server::app::RecordCheck{sample::start() + hours{1}, ""}}) {
        ASSERT_TRUE(this->put(check));
        EXPECT_EQ(this->ask([](View& view) { return view.record_check(); }).value(), check);
    }
}

TYPED_TEST(StoreOfWhoDidWhat, KeepsEveryLookAtAPerson) {
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    const server::app::PersonLook first{"b", sample::start(), ann.id, "R. Porter", "name on the board"};
    server::app::PersonLook second = first;
    second.id = "a";
    const auto append = [&](const server::app::PersonLook& look) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.append(look); });
    };
    ASSERT_TRUE(append(first));
    ASSERT_TRUE(append(second));
    const auto looks = [&](base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.looks_between(from, to); }).value();
    };
    EXPECT_EQ(looks(sample::start(), sample::start() + minutes{1}), (std::vector{first, second}));
    EXPECT_TRUE(looks(sample::start() - minutes{1}, sample::start()).empty());
    second.person = domain::PersonId("stranger");
    second.id = "c";
    EXPECT_EQ(append(second).error().kind, ErrorKind::NotFound);
}

TYPED_TEST(StoreOfWhoDidWhat, KeepsThatAJournalWasGivenUp) {
    ASSERT_TRUE(
        this->put(server::app::Kiosk{domain::KioskId("side-door"), "aa", sample::start(), std::nullopt}));
    const server::app::JournalLost lost{"a", sample::start(), domain::KioskId("side-door"), "R. Porter",
                                        "stolen"};
    ASSERT_TRUE(this->store().write_and_wait([&](Transaction& changes) { return changes.append(lost); }));
    EXPECT_EQ(this->ask([](View& view) { return view.lost_journals(); }).value(), std::vector{lost});
}

TYPED_TEST(StoreOfWhoDidWhat, FindsArrivalsForAppointmentsItDoesNotHold) {
    const auto known = sample::event("known", "a");
    const auto unknown = sample::event("unknown", "b");
    auto contact = sample::event("contact", "c");
    contact.kind = domain::EventKind::CameAfterEnd;
    auto told = sample::event("told", "d");
    told.kind = domain::EventKind::PractitionerTold;
    ASSERT_TRUE(this->put(sample::appointment("a")));
    for (const auto& event : {known, unknown, contact, told}) ASSERT_TRUE(this->append(event));
    const auto found = [&](base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.arrivals_for_unknown(from, to); }).value();
    };
    EXPECT_EQ(found(unknown.recorded_at, unknown.recorded_at + minutes{1}), (std::vector{unknown, contact}));
    EXPECT_TRUE(found(unknown.recorded_at - hours{1}, unknown.recorded_at).empty());
    ASSERT_TRUE(this->put(sample::appointment("b")));
    EXPECT_EQ(found(unknown.recorded_at, unknown.recorded_at + minutes{1}), std::vector{contact});
}

}  // namespace
}  // namespace store_contract
