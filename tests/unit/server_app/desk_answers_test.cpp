// Answers at the desk, consent, and who would like to talk: what the use cases keep and what they refuse.

#include "server/app/complete_intervention.h"
#include "server/app/consent.h"
#include "server/app/desk_answer.h"
#include "server/app/held_answers.h"
#include "server/app/help_requests.h"
#include "shared/protocol/built_in_surveys.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::OfferKind;
using domain::OfferState;

class DeskAnswers : public testing::Test {
protected:
    DeskAnswers() : hub("2026-11-23T13:50:00Z") {
        refer("ada");
        refer("bea");
    }
    void refer(const std::string& name) {
        Referral referral;
        referral.person = hub.add_person(name, "Ada", "Quill", domain::parse_date("1990-11-07").value());
        referral.id = domain::ReferralId("referral-of-" + name);
        referral.contract = domain::ContractRef("PWB");
        hub.put(referral);
        ASSERT_TRUE(hub.run([&](Transaction& t) {
            return complete_intervention(t, {referral.id, "Sam", "All done"}, hub.occasion());
        }));
    }
    DeskAnswer answer(const std::string& comment = "thanks", const std::string& of = "ada") const {
        DeskAnswer desk;
        desk.referral = domain::ReferralId("referral-of-" + of);
        desk.word = OfferState::Completed;
        desk.way = OfferWay::Paper;
        desk.answers = {surveys.exit.id, surveys.exit.version, {{"access", 4}, {"better", 0}}, comment};
        desk.actor = "Sam Reid";
        return desk;
    }
    base::Done take(const DeskAnswer& desk) {
        return hub.run(
            [&](Transaction& t) { return take_desk_answer(t, desk, surveys.of(desk.kind), hub.occasion()); });
    }
    Offer only(const std::string& of, OfferKind kind) {
        for (const auto& [id, one] : hub.store.record().offers) {
            if (one.kind == kind && one.referral.text() == "referral-of-" + of) return one;
        }
        ADD_FAILURE() << "no such offer";
        return {};
    }
    base::Done release(const char* at) {
        return release_held_answers(hub.store, {base::parse_instant(at).value(), domain::ClockState::Sure});
    }
    base::Done consent(ConsentWord word, const std::string& with, const char* day = "2026-11-23") {
        const ConsentSaid said{only("ada", OfferKind::ExitSurvey).person, word,
                               domain::parse_date(day).value(), with, "Sam Reid"};
        return hub.run([&](Transaction& t) { return record_consent(t, said, hub.occasion()); });
    }

    domain::Surveys surveys = protocol::built_in_surveys();
    Hub hub;
};

TEST_F(DeskAnswers, WithoutANameWaitApartFromTheOfferAndSayNothingOfTheDesk) {
    ASSERT_TRUE(take(answer()));
    const Offer offer = only("ada", OfferKind::ExitSurvey);
    EXPECT_EQ(offer.state, OfferState::Completed);
    EXPECT_EQ(offer.way, OfferWay::Paper);
    EXPECT_EQ(offer.entered_by, "Sam Reid");
    EXPECT_TRUE(offer.offered_at && offer.ended_at);
    EXPECT_FALSE(offer.answers);
    EXPECT_TRUE(hub.store.record().anonymous.empty());
    const auto held = hub.store.record().held;
    ASSERT_TRUE(held);
    EXPECT_EQ(held->all, (std::vector<AnonymousAnswer>{{"2026-11", "PWB", answer().answers}}));
}

TEST_F(DeskAnswers, ThatAreSharedAndRatingsStandWithTheOffer) {
    DeskAnswer shared = answer();
    shared.sharing = Sharing::WithWorker;
    ASSERT_TRUE(take(shared));
    EXPECT_EQ(only("ada", OfferKind::ExitSurvey).answers, shared.answers);
    DeskAnswer rating = answer("");
    rating.kind = OfferKind::ExitRating;
    rating.answers = {surveys.areas.id, surveys.areas.version, {{"money", 2}}, ""};
    ASSERT_TRUE(take(rating));
    EXPECT_EQ(only("ada", OfferKind::ExitRating).answers, rating.answers);
    EXPECT_FALSE(hub.store.record().held);
}

TEST_F(DeskAnswers, WhoLeavesEverythingOutHasCompletedItAndNothingIsKept) {
    DeskAnswer none = answer("");
    none.answers.answers.clear();
    ASSERT_TRUE(take(none));
    EXPECT_EQ(only("ada", OfferKind::ExitSurvey).state, OfferState::Completed);
    EXPECT_FALSE(hub.store.record().held);
}

TEST_F(DeskAnswers, LaterLeavesTheOfferOpenAndNoEndsIt) {
    DeskAnswer desk = answer();
    desk.word = OfferState::Offered;
    ASSERT_TRUE(take(desk));
    EXPECT_EQ(only("ada", OfferKind::ExitSurvey).state, OfferState::Offered);
    desk.word = OfferState::Declined;
    ASSERT_TRUE(take(desk));
    EXPECT_EQ(only("ada", OfferKind::ExitSurvey).state, OfferState::Declined);
    EXPECT_EQ(take(answer()).error().kind, ErrorKind::Conflict) << "the first end stands, and staff are told";
    EXPECT_FALSE(hub.store.record().held);
}

TEST_F(DeskAnswers, WhatTheSurveyDoesNotHaveIsRefused) {
    const auto refuses = [&](auto change) {
        DeskAnswer desk = answer();
        change(desk);
        const auto taken = take(desk);
        return !taken && taken.error().kind == ErrorKind::InvalidInput;
    };
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.answers.answers = {{"made_up", 1}}; }));
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.answers.answers = {{"access", 6}}; }));
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.answers.answers = {{"respect", 0}}; }));
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.answers.answers = {{"access", 1}, {"access", 2}}; }));
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.answers.comment = std::string(281, 'a'); }));
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.answers.comment = "two\nlines"; }));
    EXPECT_TRUE(refuses([](DeskAnswer& desk) { desk.actor = " "; }));
    EXPECT_TRUE(refuses([&](DeskAnswer& desk) {
        desk.kind = OfferKind::ExitRating;
        desk.answers = {surveys.areas.id, surveys.areas.version, {}, "ratings have no comment"};
    }));
    DeskAnswer of_nothing = answer();
    of_nothing.kind = OfferKind::StartRating;
    of_nothing.answers = {};
    EXPECT_EQ(take(of_nothing).error().kind, ErrorKind::NotFound);
}

TEST_F(DeskAnswers, WaitInTheOrderOfWhatTheySayUntilTheirDayIsOver) {
    ASSERT_TRUE(take(answer("zebra", "ada")));
    ASSERT_TRUE(take(answer("aardvark", "bea")));
    auto held = hub.store.record().held;
    ASSERT_TRUE(held && held->all.size() == 2U);
    EXPECT_EQ(held->all[0].answers.comment, "aardvark") << "not in the order in which they came";
    ASSERT_TRUE(release("2026-11-23T23:59:00Z"));
    EXPECT_TRUE(hub.store.record().anonymous.empty());
    ASSERT_TRUE(release("2026-11-24T00:00:00Z"));
    EXPECT_EQ(hub.store.record().anonymous.size(), 2U);
    EXPECT_FALSE(hub.store.record().held);
    ASSERT_TRUE(release("2026-11-24T00:01:00Z"));
    EXPECT_EQ(hub.store.record().anonymous.size(), 2U) << "joined once";
}

TEST_F(DeskAnswers, OfADayBeforeAreJoinedInTheMorningAndNoneByADoubtfulClock) {
    ASSERT_TRUE(take(answer()));
    const Moment doubtful{base::parse_instant("2026-11-24T09:00:00Z").value(), domain::ClockState::Doubtful};
    ASSERT_TRUE(release_held_answers(hub.store, doubtful));
    EXPECT_TRUE(hub.store.record().anonymous.empty());
    ASSERT_TRUE(release("2026-11-24T09:00:00Z"));
    EXPECT_EQ(hub.store.record().anonymous.size(), 1U);
}

TEST_F(DeskAnswers, ConsentIsGivenWithdrawnAndGivenAgainAndNeverChanged) {
    EXPECT_EQ(consent(ConsentWord::Given, " ").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(consent(ConsentWord::Given, std::string(201, 'a')).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(consent(ConsentWord::Given, "the GP", "2026-11-24").error().kind, ErrorKind::InvalidInput);
    ASSERT_TRUE(consent(ConsentWord::Given, "the GP", "2026-11-20"));
    ASSERT_TRUE(consent(ConsentWord::Withdrawn, "ignored"));
    EXPECT_EQ(consent(ConsentWord::Given, "the GP", "2026-11-21").error().kind, ErrorKind::Conflict)
        << "a form that turns up late does not override what was said since";
    ASSERT_TRUE(consent(ConsentWord::Given, "the council"));
    const auto kept = hub.store.record().consents;
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].with, "the GP");
    EXPECT_EQ(kept[1].with, "");
    EXPECT_EQ(kept[2].who, "Sam Reid");
}

TEST_F(DeskAnswers, ConsentCanBeRefusedByWhoeverNeverGaveIt) {
    ASSERT_TRUE(consent(ConsentWord::Withdrawn, ""));
    EXPECT_EQ(hub.store.record().consents.front().word, ConsentWord::Withdrawn);
}

TEST_F(DeskAnswers, WhoWantsToTalkRingsAndIsListedUntilSomebodyHasSeenToIt) {
    ASSERT_TRUE(hub.run([&](Transaction& t) { return call_from_desk(t, "ur", hub.occasion()); }));
    const auto listed = [&](std::chrono::days later) {
        return hub.run([&](Transaction& t) { return help_requests(t, hub.occasion().moment.now + later); })
            .value();
    };
    ASSERT_EQ(listed(std::chrono::days{90}).size(), 1U) << "open, however old";
    const Call call = listed(std::chrono::days{0})[0].call;
    EXPECT_EQ(call.kiosk.text(), "the desk");
    EXPECT_EQ(call.language, "ur");
    EXPECT_FALSE(call.answered_at);
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return follow_up(t, call.id, HelpWord::PassedOn, "Sam Reid", hub.occasion());
    }));
    ASSERT_EQ(listed(std::chrono::days{0})[0].follow_ups.size(), 1U);
    EXPECT_EQ(listed(std::chrono::days{0})[0].follow_ups[0].who, "Sam Reid");
    EXPECT_TRUE(listed(std::chrono::days{31}).empty());
    EXPECT_EQ(hub.run([&](Transaction& t) {
                     return follow_up(t, "made-up", HelpWord::SpokenWith, "Sam Reid", hub.occasion());
                 })
                  .error()
                  .kind,
              ErrorKind::NotFound);
}

}  // namespace
}  // namespace server::app
