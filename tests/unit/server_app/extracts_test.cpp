// Who may take which cases, and what is kept of it.

#include "server/app/extracts.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;

domain::Date day(const char* text) {
    return domain::parse_date(text).value();
}

/// Monday 23 November 2026. Robin and Sam are managers, Kim is an analyst; Ada's referral was received in
/// October and is open.
class Extracts : public testing::Test {
protected:
    Extracts() : hub("2026-11-23T14:00:00Z") {
        const auto ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        Referral referral;
        referral.id = domain::ReferralId("r-ada");
        referral.person = ada;
        referral.reference = "JK1827PE";
        hub.put(referral);
        keep("r-ada", "2026-10-05T10:00:00Z");
        add_account("Robin", Role::Manager);
        add_account("Sam", Role::Manager);
        add_account("Kim", Role::Analyst);
    }
    void keep(const std::string& id, std::string_view received, std::string_view ended = "") {
        History history;
        history.told.id = domain::ReferralId(id);
        history.told.received_at = at(received);
        if (!ended.empty()) history.told.concluded_at = at(ended);
        ASSERT_TRUE(hub.store.write_and_wait(
            [&](Transaction& transaction) { return transaction.keep(history, "X1"); }));
    }
    void add_account(const std::string& name, Role role) {
        Account account;
        account.id = AccountId("account-" + name);
        account.name = name;
        account.role = role;
        hub.put(account);
    }
    ExtractAsked asked(ExtractNames names = ExtractNames::Without) {
        return {day("2026-10-01"), day("2026-10-31"), names, "Kim", "The council", "their yearly review"};
    }
    std::string ask(const ExtractAsked& one) {
        return hub.run([&](Transaction& t) { return ask_for_extract(t, one, hub.occasion()); }).value().id;
    }
    base::Done decide(const std::string& request, const std::string& manager,
                      ExtractWord word = ExtractWord::Approved) {
        return hub.run(
            [&](Transaction& t) { return decide_extract(t, request, word, manager, hub.occasion()); });
    }
    base::Result<std::vector<ExtractCase>> take(const std::string& request) {
        return hub.run([&](Transaction& t) { return take_extract(t, request, "Kim", hub.occasion()); });
    }

    Hub hub;
};

TEST_F(Extracts, WithoutNamesAreTakenByWhoeverAskedAndTellNobodysName) {
    const auto cases = take(ask(asked())).value();
    ASSERT_EQ(cases.size(), 1U);
    EXPECT_EQ(cases[0].reference, "JK1827PE");
    EXPECT_EQ(cases[0].person, std::nullopt);
    EXPECT_TRUE(hub.store.record().looks.empty());
    const auto steps = hub.store.record().extract_steps;
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].word, ExtractWord::Taken);
    EXPECT_EQ(steps[0].cases, 1U);
    EXPECT_EQ(steps[0].who, "Kim");
}

TEST_F(Extracts, WithNamesWaitForAManagerAndKeepALookAtEachPerson) {
    const std::string request = ask(asked(ExtractNames::With));
    EXPECT_EQ(take(request).error().kind, ErrorKind::Unauthorized);
    ASSERT_TRUE(decide(request, "robin ")) << "as people write names";
    const auto cases = take(request).value();
    EXPECT_EQ(cases.at(0).person->last_name, "Quill");
    const auto looks = hub.store.record().looks;
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks[0].who, "Kim");
    EXPECT_EQ(looks[0].what, "extract of 2026-10-01 to 2026-10-31, for The council");
}

TEST_F(Extracts, AreApprovedByNobodyButAnotherPersonWhoIsAManager) {
    const std::string request = ask(asked(ExtractNames::With));
    EXPECT_EQ(decide(request, "Kim").error().kind, ErrorKind::Unauthorized) << "an analyst";
    EXPECT_EQ(decide(request, "Nobody").error().kind, ErrorKind::Unauthorized);
    Account locked = hub.store.record().accounts.at(AccountId("account-Robin"));
    locked.locked_at = hub.clock.now();
    hub.put(locked);
    EXPECT_EQ(decide(request, "Robin").error().kind, ErrorKind::Unauthorized);
    ExtractAsked own = asked(ExtractNames::With);
    own.actor = "SAM";
    EXPECT_EQ(decide(ask(own), "Sam").error().kind, ErrorKind::Unauthorized) << "whoever asked";
    EXPECT_EQ(decide(ask(asked()), "Sam").error().kind, ErrorKind::Conflict) << "nothing to approve";
    EXPECT_TRUE(decide(request, "Sam"));
}

TEST_F(Extracts, AreDecidedOnceAndNotTakenAfterARefusalOrAWeek) {
    const std::string refused = ask(asked(ExtractNames::With));
    ASSERT_TRUE(decide(refused, "Sam", ExtractWord::Refused));
    EXPECT_EQ(decide(refused, "Robin").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(take(refused).error().kind, ErrorKind::Unauthorized);
    const std::string old = ask(asked(ExtractNames::With));
    ASSERT_TRUE(decide(old, "Sam"));
    hub.advance(7 * 24h - 1s);
    EXPECT_TRUE(take(old)) << "and may be taken again until then";
    hub.advance(1s);
    EXPECT_EQ(take(old).error().kind, ErrorKind::Unauthorized);
}

TEST_F(Extracts, HaveTheCasesThatWereOpenOnAnyOfTheirDays) {
    keep("later", "2026-10-31T23:59:59Z");
    keep("after", "2026-11-01T00:00:00Z");
    keep("ended-before", "2026-09-01T10:00:00Z", "2026-09-30T22:59:59Z");
    keep("ended-on-the-first", "2026-09-01T10:00:00Z", "2026-09-30T23:00:00Z");
    keep("over-all-of-it", "2026-09-02T10:00:00Z", "2026-11-20T10:00:00Z");
    std::vector<std::string> ids;
    const auto taken = take(ask(asked())).value();
    for (const ExtractCase& one : taken) ids.push_back(one.history.id.text());
    EXPECT_THAT(ids, testing::ElementsAre("ended-on-the-first", "over-all-of-it", "r-ada", "later"))
        << "London days, by the day they were received";
}

TEST_F(Extracts, AreRefusedWithoutForWhomAndForDaysThatMakeNoSense) {
    const auto refused = [&](auto change) {
        ExtractAsked one = asked();
        change(one);
        return hub.run([&](Transaction& t) { return ask_for_extract(t, one, hub.occasion()); }).error().kind;
    };
    EXPECT_EQ(refused([](auto& one) { one.recipient = " "; }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.actor.clear(); }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.last = day("2026-09-30"); }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.first = one.last = day("2026-11-24"); }), ErrorKind::InvalidInput);
    EXPECT_EQ(take("none").error().kind, ErrorKind::NotFound);
}

TEST_F(Extracts, AreListedTheNewestFirst) {
    const std::string first = ask(asked());
    hub.advance(1s);
    const std::string second = ask(asked());
    ASSERT_TRUE(take(first));
    ASSERT_TRUE(hub.store.read([&](View& view) -> base::Done {
        const auto log = TRY(extract_log(view));
        EXPECT_EQ(log.at(0).request.id, second);
        EXPECT_EQ(log.at(1).request.id, first);
        EXPECT_EQ(log.at(1).steps.size(), 1U);
        return {};
    }));
}

}  // namespace
}  // namespace server::app
