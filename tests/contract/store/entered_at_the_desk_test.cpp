// What staff enter for people: answers that wait, consent, and who saw to those who wanted to talk.

#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::Consent;
using server::app::ConsentWord;
using server::app::HeldAnswers;
using server::app::HelpFollowUp;
using server::app::HelpWord;
using server::app::Offer;
using server::app::OfferWay;

std::string uuid(int number) {
    return "00000000-0000-4000-8000-00000000000" + std::to_string(number);
}

Consent consent(int number, ConsentWord word) {
    Consent one;
    one.id = uuid(number);
    one.person = sample::person("Nazir").id;
    one.at = sample::start() + hours{number};
    one.word = word;
    one.said_on = domain::parse_date("2026-11-21").value();
    one.with = word == ConsentWord::Given ? "the housing team, and the GP" : "";
    one.who = "Sam Zięba";
    return one;
}

server::app::Call call(int number, const std::string& cause) {
    server::app::Call one;
    one.id = uuid(number);
    one.kiosk = domain::KioskId("front-door");
    one.language = "en";
    one.cause = cause;
    one.at = sample::start() + minutes{number};
    one.heard_at = one.at;
    return one;
}

template <class Kind>
class StoreOfTheDesk : public StoreContract<Kind> {
protected:
    template <class Row>
    Done add(const Row& row) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.append(row); });
    }
    Done erase(const domain::PersonId& person) {
        return this->store().write_and_wait([&](Transaction& changes) {
            return changes.erase({uuid(9), sample::start(), person, "Sam", "asked"});
        });
    }
    std::vector<Consent> consents() {
        return this->ask([&](View& view) { return view.consents_of(sample::person("Nazir").id); }).value();
    }
    std::optional<HeldAnswers> held() {
        return this->ask([](View& view) { return view.held_answers(); }).value();
    }
};
TYPED_TEST_SUITE(StoreOfTheDesk, Kinds);

TYPED_TEST(StoreOfTheDesk, KeepsAllThatSomebodyConsentedToInItsOrder) {
    EXPECT_TRUE(this->consents().empty()) << "not asked";
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    const std::vector<Consent> all{consent(1, ConsentWord::Given), consent(2, ConsentWord::Withdrawn),
                                   consent(3, ConsentWord::Given)};
    for (const Consent& one : all) ASSERT_TRUE(this->add(one));
    EXPECT_EQ(this->consents(), all);
    EXPECT_TRUE(this->ask([](View& view) { return view.consents_of(sample::person("Other").id); })->empty());
}

TYPED_TEST(StoreOfTheDesk, NeverChangesWhatSomebodyConsentedTo) {
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    ASSERT_TRUE(this->add(consent(1, ConsentWord::Given)));
    EXPECT_EQ(this->add(consent(1, ConsentWord::Withdrawn)).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->consents(), std::vector{consent(1, ConsentWord::Given)});
}

TYPED_TEST(StoreOfTheDesk, ErasesConsentWithThePersonAndTakesNoneOfNobody) {
    EXPECT_EQ(this->add(consent(1, ConsentWord::Given)).error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    ASSERT_TRUE(this->add(consent(1, ConsentWord::Given)));
    ASSERT_TRUE(this->erase(sample::person("Nazir").id));
    EXPECT_TRUE(this->consents().empty());
    EXPECT_EQ(this->add(consent(2, ConsentWord::Given)).error().kind, ErrorKind::NotFound);
}

TYPED_TEST(StoreOfTheDesk, KeepsHowAnOfferEndedAndWhoEnteredItUntilThePersonIsErased) {
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    Offer one;
    one.id = domain::OfferId("1");
    one.referral = domain::ReferralId("referral");
    one.person = sample::person("Nazir").id;
    one.opened_at = sample::start();
    one.state = domain::OfferState::Completed;
    one.ended_at = sample::start();
    for (const OfferWay way : {OfferWay::Kiosk, OfferWay::Paper, OfferWay::Desk}) {
        one.way = way;
        one.entered_by = way == OfferWay::Kiosk ? "" : "Sam Zięba";
        ASSERT_TRUE(this->put(one));
        EXPECT_EQ(this->ask([&](View& view) { return view.offer(one.id); }).value(), one);
    }
    ASSERT_TRUE(this->erase(one.person));
    one.entered_by.clear();
    EXPECT_EQ(this->ask([&](View& view) { return view.offer(one.id); }).value(), one);
}

TYPED_TEST(StoreOfTheDesk, HoldsAnswersInPlaceOfThoseBeforeUntilTheyAreForgotten) {
    EXPECT_EQ(this->held(), std::nullopt);
    HeldAnswers held{domain::parse_date("2026-11-22").value(),
                     {{"2026-11", "PWB", {"exit", "1", {{"access", 4}, {"better", 0}}, "dziękuję"}}}};
    ASSERT_TRUE(this->put(held));
    EXPECT_EQ(this->held(), held);
    held.day = domain::parse_date("2026-11-23").value();
    held.all.push_back({"2026-11", "", {"exit", "1", {}, "thanks"}});
    ASSERT_TRUE(this->put(held));
    EXPECT_EQ(this->held(), held);
    ASSERT_TRUE(
        this->store().write_and_wait([](Transaction& changes) { return changes.forget_held_answers(); }));
    EXPECT_EQ(this->held(), std::nullopt);
}

TYPED_TEST(StoreOfTheDesk, TellsWhoWantedToTalkAndWhatBecameOfIt) {
    const auto first = call(1, "survey_help");
    auto second = call(2, "survey_help");
    second.answered_at = second.at + minutes{1};
    for (const auto& one : {second, first, call(3, "asked")}) ASSERT_TRUE(this->put(one));
    const auto since = [this](base::Instant from) {
        return this->ask([&](View& view) { return view.help_calls_since(from); }).value();
    };
    EXPECT_EQ(since(sample::start()), (std::vector{first, second}));
    EXPECT_EQ(since(second.at), std::vector{second});
    const HelpFollowUp spoken{uuid(4), sample::start(), first.id, HelpWord::SpokenWith, "Sam Zięba"};
    const HelpFollowUp passed{uuid(5), sample::start() + hours{1}, first.id, HelpWord::PassedOn, "Kim"};
    ASSERT_TRUE(this->add(spoken));
    ASSERT_TRUE(this->add(passed));
    EXPECT_EQ(this->ask([&](View& view) { return view.follow_ups_of(first.id); }).value(),
              (std::vector{spoken, passed}));
    EXPECT_TRUE(this->ask([&](View& view) { return view.follow_ups_of(second.id); })->empty());
    EXPECT_EQ(this->add(spoken).error().kind, ErrorKind::Conflict);
    HelpFollowUp of_nobody = spoken;
    of_nobody.id = uuid(6);
    of_nobody.call = uuid(7);
    EXPECT_EQ(this->add(of_nobody).error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace store_contract
