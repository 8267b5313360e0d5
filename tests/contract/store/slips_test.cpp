#include "shared/domain/slip.h"
#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::Slip;

Slip slip(const std::string& id, const std::string& person) {
    Slip one;
    one.id = domain::SlipId(id);
    one.person = sample::person(person).id;
    one.referral = domain::ReferralId("referral-" + person);
    one.hash = std::string(64 - id.size(), '0') + id;
    one.made_at = sample::start();
    one.expires_at = sample::start() + hours{24 * 90};
    one.made_by = "Sam Zięba";
    return one;
}

template <class Kind>
class StoreOfSlips : public StoreContract<Kind> {
protected:
    std::optional<Slip> with_hash(const std::string& hash) {
        return this->ask([&](View& view) { return view.slip_with_hash(hash); }).value();
    }
    std::optional<Slip> of(const std::string& person) {
        return this->ask([&](View& view) { return view.slip_of(sample::person(person).id); }).value();
    }
};
TYPED_TEST_SUITE(StoreOfSlips, Kinds);

TYPED_TEST(StoreOfSlips, GivesBackEveryFieldByIdByHashAndByPerson) {
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    Slip one = slip("1", "Nazir");
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([&](View& view) { return view.slip(one.id); }).value(), one);
    EXPECT_EQ(this->with_hash(one.hash), one);
    EXPECT_EQ(this->of("Nazir"), one);
    one.revoked_at = sample::start() + hours{1};
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->with_hash(one.hash), one);
    EXPECT_EQ(this->of("Nazir"), std::nullopt);
    EXPECT_EQ(this->with_hash(std::string(64, 'f')), std::nullopt);
    EXPECT_EQ(this->ask([&](View& view) { return view.slip(domain::SlipId("2")); }).error().kind,
              ErrorKind::NotFound);
}

TYPED_TEST(StoreOfSlips, HasOneOfAPersonThatHasNotEnded) {
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    Slip one = slip("1", "Nazir");
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->put(slip("2", "Nazir")).error().kind, ErrorKind::Conflict);
    one.revoked_at = sample::start();
    ASSERT_TRUE(this->put(one));
    EXPECT_TRUE(this->put(slip("2", "Nazir")));
    EXPECT_EQ(this->of("Nazir")->id.text(), "2");
}

TYPED_TEST(StoreOfSlips, HasNoTwoWithOneHash) {
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    ASSERT_TRUE(this->put(sample::person("Owen")));
    ASSERT_TRUE(this->put(slip("1", "Nazir")));
    Slip same = slip("2", "Owen");
    same.hash = slip("1", "Nazir").hash;
    EXPECT_EQ(this->put(same).error().kind, ErrorKind::Conflict);
}

TYPED_TEST(StoreOfSlips, ForgetsThoseThatHaveEndedBeforeAnInstant) {
    for (const char* person : {"Nazir", "Owen", "Begum"}) ASSERT_TRUE(this->put(sample::person(person)));
    const Slip works = slip("1", "Nazir");
    Slip ended = slip("2", "Owen");
    ended.revoked_at = ended.made_at + hours{1};
    Slip just_ended = slip("3", "Begum");
    just_ended.revoked_at = ended.made_at + hours{2};
    for (const Slip& one : {works, ended, just_ended}) ASSERT_TRUE(this->put(one));
    const auto forget = [&](base::Instant before) {
        return this->store().write_and_wait(
            [&](Transaction& t) { return t.forget_slips_ended_before(before); });
    };
    ASSERT_TRUE(forget(*just_ended.revoked_at));
    EXPECT_EQ(this->ask([](View& view) { return view.slips(); }).value(),
              (std::vector<Slip>{works, just_ended}));
    ASSERT_TRUE(forget(works.expires_at + hours{1}));
    EXPECT_TRUE(this->ask([](View& view) { return view.slips(); }).value().empty());
}

TYPED_TEST(StoreOfSlips, ListsThemInTheOrderTheyWereMade) {
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    ASSERT_TRUE(this->put(sample::person("Owen")));
    Slip late = slip("1", "Nazir");
    late.made_at += hours{1};
    ASSERT_TRUE(this->put(late));
    ASSERT_TRUE(this->put(slip("2", "Owen")));
    EXPECT_EQ(this->ask([](View& view) { return view.slips(); }).value(),
              (std::vector<Slip>{slip("2", "Owen"), late}));
}

TYPED_TEST(StoreOfSlips, GivesNoneToWhoeverIsUnknownOrErasedAndLosesThoseOfTheErased) {
    EXPECT_EQ(this->put(slip("1", "Nazir")).error().kind, ErrorKind::Conflict);
    const auto nazir = sample::person("Nazir");
    ASSERT_TRUE(this->put(nazir));
    ASSERT_TRUE(this->put(slip("1", "Nazir")));
    ASSERT_TRUE(this->store().write_and_wait([&](Transaction& changes) {
        return changes.erase(
            {"00000000-0000-4000-8000-000000000001", sample::start(), nazir.id, "Sam", "asked"});
    }));
    EXPECT_TRUE(this->ask([](View& view) { return view.slips(); })->empty());
    EXPECT_EQ(this->put(slip("2", "Nazir")).error().kind, ErrorKind::Conflict);
}

TYPED_TEST(StoreOfSlips, HasAMarkThatStays) {
    const auto mark = [&] {
        return this->ask([](View& view) { return view.slip_mark(); }).value();
    };
    EXPECT_TRUE(domain::is_slip_mark(mark()));
    EXPECT_EQ(mark(), mark());
}

}  // namespace
}  // namespace store_contract
