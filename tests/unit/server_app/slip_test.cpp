// Slips: made, found by, ended. The token is known to nobody but whoever holds it.

#include "shared/domain/slip.h"

#include "server/app/make_slip.h"
#include "server/app/revoke_slip.h"
#include "server/app/todays_list.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using domain::EventKind;
using protocol::FindOutcome;

class Slips : public testing::Test {
protected:
    Slips() : hub("2026-11-23T13:50:00Z") {
        ada = add("ada", std::chrono::year{1984} / 11 / 7);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }

    domain::PersonId add(const std::string& id, std::optional<domain::Date> born) {
        const auto person = hub.add_person(id, "Ada", "Quill", born);
        hub.put(Referral{domain::ReferralId("referral-of-" + id), person, domain::ContractRef("PWB"),
                         "AB1234CD", false});
        return person;
    }
    base::Result<MadeSlip> make(const std::string& who = "Sam", const std::string& of = "ada") {
        return hub.run([&](Transaction& t) {
            return make_slip(t, domain::ReferralId("referral-of-" + of), who, hub.keyed_hash, hub.occasion());
        });
    }
    base::Done revoke(const domain::SlipId& id, const std::string& why = "lost") {
        return hub.run([&](Transaction& t) { return revoke_slip(t, {id, "Kim", why}, hub.occasion()); });
    }
    protocol::FindReply find(const std::string& token, std::chrono::milliseconds ago = 0ms) {
        protocol::FindRequest request;
        request.slip = token;
        request.touched_ago = ago;
        return hub.find(request);
    }
    protocol::TodaysList list() {
        return hub
            .run([&](Transaction& t) {
                return todays_list(t, "key", hub.keyed_hash, hub.occasion().moment, hub.rules);
            })
            .value();
    }
    std::string listed_key(const std::string& token) {
        return "key:" + domain::slip_key(domain::slip_hash(hub.keyed_hash, token));
    }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

TEST_F(Slips, FindWhoeverTheyWereMadeForAsABirthdayDoes) {
    const auto made = make();
    ASSERT_TRUE(made) << made.error().message;
    protocol::FindRequest typed;
    typed.query = domain::PersonQuery{{7, 11}, 'A', std::nullopt};
    EXPECT_EQ(find(made->token), hub.find(typed));
    EXPECT_EQ(find(made->token).outcome, FindOutcome::Found);
    EXPECT_EQ(find(made->token).covered.front().id, two.id);
}

TEST_F(Slips, AreKeptByTheHashOfTheirTokenOnlyWithWhoMadeThemAndWhen) {
    const MadeSlip made = make().value();
    const Slip kept = hub.store.record().slips.at(made.slip.id);
    EXPECT_EQ(kept, made.slip);
    EXPECT_EQ(kept.hash, domain::slip_hash(hub.keyed_hash, made.token));
    EXPECT_EQ(kept.person, ada);
    EXPECT_EQ(kept.made_by, "Sam");
    EXPECT_EQ(kept.made_at, hub.clock.now());
    EXPECT_EQ(domain::read_slip(made.token, "HERE").verdict, domain::SlipVerdict::Good);
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::SlipMade);
    EXPECT_EQ(event.actor, "Sam");
    EXPECT_EQ(event.person, ada);
    EXPECT_EQ(event.referral.text(), "referral-of-ada");
}

TEST_F(Slips, NeedANameAndAReferralThatTheHubHolds) {
    EXPECT_EQ(make(" ").error().kind, base::ErrorKind::InvalidInput);
    EXPECT_EQ(make("Sam", "nobody").error().kind, base::ErrorKind::NotFound);
    EXPECT_TRUE(hub.store.record().slips.empty());
}

TEST_F(Slips, AreUnknownInTheSameWordsAsAnythingThatIsWrong) {
    const protocol::FindReply nobody;
    const std::string token = make().value().token;
    std::string other = token;
    other[10] = other[10] == 'A' ? 'B' : 'A';
    EXPECT_EQ(find(other), nobody);
    const auto newer = make().value();
    EXPECT_EQ(find(token), nobody) << "the newer one has ended it";
    ASSERT_TRUE(revoke(newer.slip.id));
    EXPECT_EQ(find(newer.token), nobody);
}

TEST_F(Slips, WorkOnTheirLastDayToItsEndAndNotAMomentLonger) {
    const auto made = make().value();
    EXPECT_EQ(made.slip.expires_at, at("2027-02-22T00:00:00Z")) << "ninety days after the day it was made";
    hub.add_appointment("last-day", ada, "2027-02-21T23:00:00Z");
    hub.add_appointment("day-after", ada, "2027-02-22T00:30:00Z");
    hub.clock.set(made.slip.expires_at - 1us);
    EXPECT_EQ(find(made.token).outcome, FindOutcome::Found);
    hub.clock.set(made.slip.expires_at);
    EXPECT_EQ(find(made.token).outcome, FindOutcome::NotFound);
    EXPECT_EQ(find(made.token, 1ms).outcome, FindOutcome::Found) << "the visit began in time";
}

TEST_F(Slips, FindNobodyWhoIsNotExpectedHereTodayAndHasNothingOpen) {
    const auto bob = add("bob", std::nullopt);
    const auto made = make("Sam", "bob").value();
    EXPECT_EQ(find(made.token).outcome, FindOutcome::NotFound);
    Offer offer;
    offer.id = domain::OfferId("offer");
    offer.referral = domain::ReferralId("referral-of-bob");
    offer.person = bob;
    hub.put(offer);
    EXPECT_EQ(find(made.token).outcome, FindOutcome::Found);
    EXPECT_EQ(find(made.token).offers.size(), 1U);
}

TEST_F(Slips, FindSomebodyWhoseBirthdayNobodyKnows) {
    const auto bob = add("bob", std::nullopt);
    hub.add_appointment("three", bob, "2026-11-23T15:00:00Z");
    EXPECT_EQ(list().people.size(), 1U);
    const auto made = make("Sam", "bob").value();
    EXPECT_EQ(find(made.token).person, bob);
    ASSERT_EQ(list().people.size(), 2U);
    EXPECT_EQ(list().people.back().keys, std::vector<std::string>{listed_key(made.token)});
}

TEST_F(Slips, StandOnTodaysListWhileTheyWork) {
    const auto before = list();
    EXPECT_EQ(before.slip_mark, "HERE");
    const auto made = make().value();
    const auto with = list();
    EXPECT_NE(with.version, before.version);
    EXPECT_THAT(with.people.front().keys, testing::Contains(listed_key(made.token)));
    EXPECT_EQ(with.people.front().keys.size(), before.people.front().keys.size() + 1);
    ASSERT_TRUE(revoke(made.slip.id));
    EXPECT_EQ(list().people, before.people);
}

TEST_F(Slips, AreEndedOnceByNameAndWithAReason) {
    const auto made = make().value();
    EXPECT_EQ(revoke(made.slip.id, " ").error().kind, base::ErrorKind::InvalidInput);
    EXPECT_EQ(revoke(domain::SlipId("none")).error().kind, base::ErrorKind::NotFound);
    hub.advance(1h);
    ASSERT_TRUE(revoke(made.slip.id));
    EXPECT_EQ(hub.store.record().slips.at(made.slip.id).revoked_at, hub.clock.now());
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::SlipRevoked);
    EXPECT_EQ(event.actor, "Kim");
    EXPECT_EQ(event.reason, "lost");
    EXPECT_EQ(revoke(made.slip.id).error().kind, base::ErrorKind::Conflict);
}

TEST_F(Slips, GoWithWhoeverIsErased) {
    const auto made = make().value();
    EXPECT_TRUE(hub.run([&](Transaction& t) {
        return t.erase({"00000000-0000-4000-8000-000000000001", hub.clock.now(), ada, "Sam", "asked"});
    }));
    EXPECT_TRUE(hub.store.record().slips.empty());
    EXPECT_EQ(find(made.token).outcome, FindOutcome::NotFound);
}

TEST_F(Slips, AreNoSearchBesideAnotherNorWithoutAny) {
    protocol::FindRequest request;
    const auto search = [&] {
        return hub.run(
            [&](Transaction& t) { return find_person(t, request, hub.keyed_hash, hub.occasion().moment); });
    };
    EXPECT_EQ(search().error().kind, base::ErrorKind::InvalidInput);
    request.slip = make().value().token;
    request.query = domain::PersonQuery{{7, 11}, 'A', std::nullopt};
    EXPECT_EQ(search().error().kind, base::ErrorKind::InvalidInput);
}

TEST_F(Slips, OfStaffAreBadgesOfThisHubAndFindNobody) {
    const std::string badge =
        hub.run([&](Transaction& t) { return make_badge(t, hub.occasion().entropy); }).value();
    const std::string mark = hub.run([](Transaction& t) { return t.slip_mark(); }).value();
    EXPECT_EQ(domain::read_slip(badge, mark),
              (domain::SlipReading{domain::SlipVerdict::Good, domain::SlipKind::Staff}));
    EXPECT_TRUE(hub.run([](Transaction& t) { return t.slips(); }).value().empty());
}

}  // namespace
}  // namespace server::app
