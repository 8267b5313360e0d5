// What is open to answer, for how long, and what is told of it.

#include "server/app/complete_intervention.h"
#include "server/app/keep_house.h"
#include "server/app/offers.h"
#include "server/app/survey_figures.h"
#include "server/app/take_offer_word.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using domain::OfferKind;
using domain::OfferState;

class Surveys : public testing::Test {
protected:
    Surveys() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", domain::parse_date("1990-11-07").value());
        Referral referral;
        referral.id = domain::ReferralId("referral-of-ada");
        referral.person = ada;
        referral.contract = domain::ContractRef("PWB");
        hub.put(referral);
    }
    base::Done complete() {
        return hub.run([&](Transaction& t) {
            return complete_intervention(t, {domain::ReferralId("referral-of-ada"), "Sam", "All done"},
                                         hub.occasion());
        });
    }
    base::Done say(const Offer& offer, OfferState word,
                   std::optional<domain::Answers> shared = std::nullopt) {
        const auto clocks = domain::read_device_time(hub.kiosk_clock);
        return hub.run([&](Transaction& t) {
            return take_offer_word(t, {offer.id, word, clocks, std::move(shared), clocks},
                                   hub.occasion().moment);
        });
    }
    Offer only(OfferKind kind) {
        for (const auto& [id, one] : hub.store.record().offers) {
            if (one.kind == kind) return one;
        }
        ADD_FAILURE() << "no such offer";
        return {};
    }

    Hub hub;
    domain::PersonId ada;
};

TEST_F(Surveys, ACompletedInterventionIsAnEventWithANameAndOpensSurveyAndRating) {
    ASSERT_TRUE(complete());
    const auto events = hub.store.record().events;
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, domain::EventKind::InterventionCompleted);
    EXPECT_EQ(events[0].referral, domain::ReferralId("referral-of-ada"));
    EXPECT_EQ(events[0].actor, "Sam");
    EXPECT_EQ(only(OfferKind::ExitSurvey).state, OfferState::Open);
    EXPECT_EQ(only(OfferKind::ExitRating).state, OfferState::Open);
    EXPECT_EQ(complete().error().kind, base::ErrorKind::Conflict);
}

TEST_F(Surveys, WhoHasSomethingOpenIsFoundWithoutAnAppointment) {
    protocol::FindRequest request;
    request.query = domain::PersonQuery{{7, 11}, 'A', std::nullopt};
    const auto find = [&] {
        return hub
            .run([&](Transaction& t) {
                return find_person(t, request, hub.keyed_hash, hub.occasion().moment);
            })
            .value();
    };
    EXPECT_EQ(find().outcome, protocol::FindOutcome::NotFound);
    ASSERT_TRUE(complete());
    const auto reply = find();
    EXPECT_EQ(reply.outcome, protocol::FindOutcome::Found);
    EXPECT_TRUE(reply.covered.empty());
    ASSERT_EQ(reply.offers.size(), 2U);
    EXPECT_EQ(reply.offers[0].kind, OfferKind::ExitSurvey);
    EXPECT_EQ(reply.offers[0].service, "PWB");
}

TEST_F(Surveys, AnAssessmentOpensTheRatingOfTheStartOnce) {
    domain::Appointment visit = hub.add_appointment("first", ada, "2026-11-23T14:00:00Z");
    visit.type = domain::AppointmentType::SupplierAssessment;
    hub.put(visit);
    hub.add_appointment("second", ada, "2026-11-23T15:00:00Z");
    const auto reply = hub.run([&](Transaction& t) {
        return record_arrival(t, domain::KioskId("front-door"), hub.visit("a", ada, {"first", "second"}),
                              hub.occasion());
    });
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->offers.size(), 1U);
    EXPECT_EQ(reply->offers[0].kind, OfferKind::StartRating);
}

TEST_F(Surveys, TheFirstEndOfAnOfferStandsWithItsTimes) {
    ASSERT_TRUE(complete());
    ASSERT_TRUE(say(only(OfferKind::ExitSurvey), OfferState::Offered));
    const base::Instant offered = hub.clock.now();
    hub.advance(5min);
    ASSERT_TRUE(say(only(OfferKind::ExitSurvey), OfferState::Declined));
    hub.advance(5min);
    ASSERT_TRUE(say(only(OfferKind::ExitSurvey), OfferState::Completed));
    const Offer kept = only(OfferKind::ExitSurvey);
    EXPECT_EQ(kept.state, OfferState::Declined);
    EXPECT_EQ(kept.offered_at, offered);
    EXPECT_EQ(kept.ended_at, offered + 5min);
    Offer unknown = kept;
    unknown.id = domain::OfferId("unknown");
    EXPECT_EQ(say(unknown, OfferState::Offered).error().kind, base::ErrorKind::NotFound);
}

TEST_F(Surveys, AnOpenOfferKeepsAPersonAndAnExpiredOneDoesNot) {
    ASSERT_TRUE(complete());
    const auto keep = [&](std::chrono::hours by) {
        hub.advance(by);
        SyncState sync;
        sync.succeeded_at = hub.clock.now() - 5min;
        hub.put(sync);
        return keep_house(hub.store, hub.occasion().moment, {}, hub.entropy, {}).value();
    };
    keep(24h * 29);
    EXPECT_EQ(only(OfferKind::ExitSurvey).state, OfferState::Open);
    EXPECT_TRUE(hub.store.record().people.contains(ada));
    EXPECT_EQ(keep(24h * 2)->erased, 1U);
    EXPECT_EQ(only(OfferKind::ExitSurvey).state, OfferState::Expired);
}

TEST_F(Surveys, WhatWasSharedGoesWithThePersonsKey) {
    ASSERT_TRUE(complete());
    ASSERT_TRUE(say(only(OfferKind::ExitSurvey), OfferState::Completed,
                    domain::Answers{"exit", "1", {{"access", 5}}, "thanks"}));
    EXPECT_TRUE(only(OfferKind::ExitSurvey).answers);
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return t.erase({"e", hub.clock.now(), ada, "Sam", "asked for it"});
    }));
    EXPECT_FALSE(only(OfferKind::ExitSurvey).answers);
    EXPECT_EQ(only(OfferKind::ExitSurvey).state, OfferState::Completed);
}

/// So many offers of one month: opened, completed, declined.
std::vector<SurveyFigures> figures(unsigned opened, unsigned completed, unsigned declined,
                                   unsigned smallest) {
    support::MemoryStore store;
    EXPECT_TRUE(store.write_and_wait([&](Transaction& t) -> base::Done {
        for (unsigned i = 0; i < opened; ++i) {
            Offer one;
            one.id = domain::OfferId(std::to_string(i));
            one.referral = domain::ReferralId(std::to_string(i));
            one.person = domain::PersonId(std::to_string(i));
            one.opened_at = at("2026-11-30T23:30:00Z");
            one.offered_at = one.opened_at;
            one.state = i < completed              ? OfferState::Completed
                        : i < completed + declined ? OfferState::Declined
                                                   : OfferState::Offered;
            TRY_DONE(t.put(one));
        }
        return {};
    }));
    std::vector<SurveyFigures> all;
    EXPECT_TRUE(store.read([&](View& view) -> base::Done {
        all = TRY(survey_figures(view, at("2026-12-24T00:00:00Z"), smallest));
        return {};
    }));
    return all;
}

TEST(SurveyFigures, TellNothingOfGroupsUnderFiveOrTen) {
    EXPECT_FALSE(figures(4, 4, 0, 5).at(0).opened);
    const auto five = figures(5, 5, 0, 5).at(0);
    EXPECT_EQ(five.month, "2026-11");
    EXPECT_EQ(five.opened, 5U);
    EXPECT_EQ(five.completed, 5U);
    EXPECT_EQ(five.declined, 0U);
    EXPECT_FALSE(figures(9, 9, 0, 10).at(0).opened);
    EXPECT_TRUE(figures(10, 10, 0, 10).at(0).completed);
}

TEST(SurveyFigures, TellNoPartFromWhichASmallOneFollows) {
    const auto one = figures(12, 11, 1, 5).at(0);
    EXPECT_EQ(one.opened, 12U);
    EXPECT_FALSE(one.completed) << "12 less 11 is the one who declined";
    EXPECT_FALSE(figures(12, 6, 5, 5).at(0).completed) << "one is left who did neither";
    EXPECT_TRUE(figures(12, 6, 6, 5).at(0).completed);
}

}  // namespace
}  // namespace server::app
