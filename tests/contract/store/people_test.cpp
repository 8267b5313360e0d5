#include "shared/domain/person_key.h"
#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

template <class Kind>
class StoreOfPeople : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreOfPeople, Kinds);

TYPED_TEST(StoreOfPeople, GivesBackEveryFieldOfAPerson) {
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->ask([&](View& view) { return view.person(ann.id); }).value(), ann);
    server::app::Person bare;
    bare.id = domain::PersonId("bare");
    ASSERT_TRUE(this->put(bare));
    EXPECT_EQ(this->ask([&](View& view) { return view.person(bare.id); }).value(), bare);
}

TYPED_TEST(StoreOfPeople, FindsAPersonByCrnUntilItChanges) {
    auto ann = sample::person("Nazir");
    const std::string before = ann.crn;
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn(before); }).value(), ann.id);
    ann.crn = "Z999999";
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn(before); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn("Z999999"); }).value(), ann.id);
}

TYPED_TEST(StoreOfPeople, RefusesASecondPersonWithTheSameCrn) {
    auto ann = sample::person("Nazir");
    auto bea = sample::person("Begum");
    bea.crn = ann.crn;
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->put(bea).error().kind, ErrorKind::Conflict);
    ann.crn.clear();
    bea.crn.clear();
    EXPECT_TRUE(this->put(ann));
    EXPECT_TRUE(this->put(bea));
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn(""); }).value(), std::nullopt);
}

TYPED_TEST(StoreOfPeople, FindsByTheirKeysOnlyPeopleExpectedHereThatDay) {
    const auto ann = sample::person("Nazir");
    auto telephoned = sample::appointment("Begum");
    telephoned.method = domain::DeliveryMethod::PhoneCall;
    ASSERT_TRUE(this->put(ann));
    ASSERT_TRUE(this->put(sample::person("Begum")));
    ASSERT_TRUE(this->put(sample::person("Absent")));
    ASSERT_TRUE(this->put(sample::appointment("Nazir")));
    ASSERT_TRUE(this->put(telephoned));
    const domain::PersonQuery query{{7, 11}, 'A', std::nullopt};
    const auto find = [&](domain::Date day) {
        return this->ask([&](View& view) { return view.people_with_key(domain::query_key(query), day); })
            .value();
    };
    EXPECT_EQ(find(sample::day()), std::vector{ann.id});
    EXPECT_TRUE(find(domain::next_day(sample::day())).empty());
    const domain::PersonQuery other{{8, 11}, 'A', std::nullopt};
    EXPECT_TRUE(
        this->ask([&](View& view) { return view.people_with_key(domain::query_key(other), sample::day()); })
            .value()
            .empty());
}

TYPED_TEST(StoreOfPeople, ForgetsTheKeysOfAnOldName) {
    auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    ASSERT_TRUE(this->put(sample::appointment("Nazir")));
    ann.last_name = "Begum";
    ASSERT_TRUE(this->put(ann));
    const auto find = [&](char letter) {
        const domain::PersonQuery query{{7, 11}, letter, std::nullopt};
        return this
            ->ask([&](View& view) { return view.people_with_key(domain::query_key(query), sample::day()); })
            .value();
    };
    EXPECT_TRUE(find('N').empty());
    EXPECT_EQ(find('B'), std::vector{ann.id});
}

TYPED_TEST(StoreOfPeople, KeepsAnEventOfAPersonItDoesNotHold) {
    const auto event = sample::event("e1", "stranger");
    ASSERT_TRUE(this->append(event));
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(event.arrival); }).value(),
              std::vector{event});
    EXPECT_EQ(this->ask([&](View& view) { return view.person(event.person); }).error().kind,
              ErrorKind::NotFound);
    ASSERT_TRUE(this->put(sample::person("stranger")));
    EXPECT_TRUE(this->ask([&](View& view) { return view.person(event.person); }));
}

}  // namespace
}  // namespace store_contract
