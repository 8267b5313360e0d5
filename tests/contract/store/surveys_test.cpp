#include <algorithm>

#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using domain::OfferKind;
using domain::OfferState;
using server::app::AnonymousAnswer;
using server::app::Offer;

Offer offer(const std::string& id, const std::string& person, OfferKind kind = OfferKind::ExitSurvey) {
    Offer one;
    one.id = domain::OfferId(id);
    one.referral = domain::ReferralId("referral-" + person);
    one.person = domain::PersonId(person);
    one.kind = kind;
    one.opened_at = sample::start();
    return one;
}

template <class Kind>
class StoreOfSurveys : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreOfSurveys, Kinds);

TYPED_TEST(StoreOfSurveys, GivesBackEveryFieldOfAnOffer) {
    Offer one = offer("1", "ann");
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([&](View& view) { return view.offer(one.id); }).value(), one);
    one.state = OfferState::Completed;
    one.offered_at = sample::start() + minutes{1};
    one.ended_at = sample::start() + minutes{2};
    one.answers = domain::Answers{"exit", "2026-11", {{"access", 5}, {"better", 0}}, "dziękuję"};
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([&](View& view) { return view.offer(one.id); }).value(), one);
    EXPECT_EQ(this->ask([&](View& view) { return view.offers_of(one.person); }).value(),
              std::vector<Offer>{one});
    EXPECT_EQ(this->ask([&](View& view) { return view.offer(domain::OfferId("2")); }).error().kind,
              ErrorKind::NotFound);
}

TYPED_TEST(StoreOfSurveys, HasOneOfferOfAKindForEachReferral) {
    ASSERT_TRUE(this->put(offer("1", "ann")));
    EXPECT_EQ(this->put(offer("2", "ann")).error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(this->put(offer("2", "ann", OfferKind::ExitRating)));
    EXPECT_EQ(
        this->ask([&](View& view) { return view.offers_of(domain::ReferralId("referral-ann")); })->size(),
        2U);
}

TYPED_TEST(StoreOfSurveys, TellsWhatIsOpenAndWhenItWasOpened) {
    Offer done = offer("1", "ann");
    done.state = OfferState::Declined;
    done.ended_at = sample::start();
    Offer open = offer("2", "bea");
    open.opened_at = sample::start() + hours{1};
    open.state = OfferState::Offered;
    ASSERT_TRUE(this->put(done));
    ASSERT_TRUE(this->put(open));
    EXPECT_EQ(this->ask([&](View& view) { return view.open_offers(); }).value(), std::vector<Offer>{open});
    EXPECT_EQ(
        this->ask([&](View& view) { return view.offers_opened(sample::start(), sample::start() + hours{1}); })
            .value(),
        std::vector<Offer>{done});
}

TYPED_TEST(StoreOfSurveys, ErasingAPersonLosesWhatTheySharedAndKeepsThatTheyAnswered) {
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    Offer one = offer("1", ann.id.text());
    one.state = OfferState::Completed;
    one.ended_at = sample::start();
    one.answers = domain::Answers{"exit", "1", {}, "thanks"};
    ASSERT_TRUE(this->put(one));
    ASSERT_TRUE(this->store().write_and_wait([&](Transaction& changes) {
        return changes.erase(
            {"00000000-0000-4000-8000-000000000001", sample::start(), ann.id, "Sam", "asked"});
    }));
    one.answers.reset();
    EXPECT_EQ(this->ask([&](View& view) { return view.offer(one.id); }).value(), one);
    one.answers = domain::Answers{"exit", "1", {}, "late"};
    ASSERT_TRUE(this->put(one));
    EXPECT_FALSE(this->ask([&](View& view) { return view.offer(one.id); })->answers);
}

TYPED_TEST(StoreOfSurveys, KeepsAnonymousAnswersAllAndWhole) {
    std::vector<AnonymousAnswer> all;
    for (int i = 0; i < 8; ++i) {
        all.push_back(
            {i % 2 ? "2026-11" : "2026-12", "PWB", {"exit", "1", {{"access", 4}}, std::to_string(i)}});
    }
    for (const AnonymousAnswer& one : all) {
        ASSERT_TRUE(this->store().write_and_wait([&](Transaction& changes) { return changes.add({one}); }));
    }
    auto kept = this->ask([](View& view) { return view.anonymous_answers(); }).value();
    std::sort(kept.begin(), kept.end(),
              [](const auto& a, const auto& b) { return a.answers.comment < b.answers.comment; });
    EXPECT_EQ(kept, all);
}

TYPED_TEST(StoreOfSurveys, AnEventOfAReferralKeepsWhichAndTheOthersHaveNone) {
    auto event = sample::event("00000000-0000-4000-8000-000000000009", "Nazir");
    event.kind = domain::EventKind::InterventionCompleted;
    event.appointment = domain::AppointmentId();
    event.referral = domain::ReferralId("referral-Nazir");
    ASSERT_TRUE(this->append(event));
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(domain::AppointmentId()); }).value(),
              std::vector{event});
    EXPECT_TRUE(this->ask([&](View& view) { return view.appointments_ever(event.person); })->empty());
}

}  // namespace
}  // namespace store_contract
