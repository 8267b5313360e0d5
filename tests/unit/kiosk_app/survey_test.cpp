#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
using domain::OfferKind;
using domain::OfferState;
using kiosk::app::Step;
using support::FrontDoor;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
namespace press = kiosk::app::press;

class SurveyAtTheKiosk : public testing::Test {
protected:
    void to_comment() {
        door.walk_to_first_question(support::open_offer(OfferKind::ExitSurvey));
        for (unsigned choice : {1U, 2U, 3U}) door.press(press::Choose{choice});
        ASSERT_EQ(door.step(), Step::SurveyComment);
    }
    void to_talk() {
        to_comment();
        door.press(press::Continue{});
        door.press(press::No{});
        ASSERT_EQ(door.step(), Step::SurveyTalk);
    }
    void type(std::u32string_view text) {
        for (const char32_t letter : text) door.press(press::Type{letter});
    }
    const std::string& comment() const { return door.model.visit.asking->comment; }

    FrontDoor door;
};

TEST_F(SurveyAtTheKiosk, IsOfferedOnlyAfterTheConfirmationAndOnlyWhereSomethingIsOpen) {
    door.walk_to_offers({support::open_offer(OfferKind::ExitSurvey)});
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.press(press::Finish{});
    EXPECT_EQ(door.step(), Step::SurveyIntro);
    const auto* kept = door.effect<effect::KeepOffer>();
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->word.word, OfferState::Offered);
    FrontDoor other;
    other.walk_to_checked_in();
    other.press(press::Finish{});
    EXPECT_EQ(other.step(), Step::Welcome);
}

TEST_F(SurveyAtTheKiosk, IsOfferedToWhoIsInAlreadyAndToWhoHasNoAppointment) {
    protocol::FindReply reply = support::rosa();
    reply.covered.front().arrived_at = support::two_o_clock();
    reply.offers = {support::open_offer(OfferKind::ExitSurvey)};
    door.walk_to_search();
    door.server_finds(reply);
    ASSERT_EQ(door.step(), Step::AlreadyIn);
    door.press(press::Finish{});
    EXPECT_EQ(door.step(), Step::SurveyIntro);
    FrontDoor other;
    reply.covered.clear();
    other.walk_to_search();
    other.server_finds(reply);
    EXPECT_EQ(other.step(), Step::SurveyIntro);
}

TEST_F(SurveyAtTheKiosk, AnswersStayWithoutANameUnlessThePersonSharesThem) {
    to_talk();
    door.press(press::No{});
    const auto* apart = door.effect<effect::KeepOffer>();
    ASSERT_TRUE(apart && apart->apart);
    EXPECT_FALSE(apart->word.shared);
    EXPECT_EQ(apart->apart->answers.answers.size(), 3U);
    FrontDoor other;
    std::swap(door, other);
    to_comment();
    door.press(press::Continue{});
    door.press(press::Yes{});
    door.press(press::No{});
    const auto* shared = door.effect<effect::KeepOffer>();
    ASSERT_TRUE(shared && shared->word.shared);
    EXPECT_FALSE(shared->apart);
}

TEST_F(SurveyAtTheKiosk, BackLeadsToEachQuestionAndNothingIsAskedTwice) {
    to_comment();
    for (int i = 0; i < 3; ++i) door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::SurveyQuestion);
    EXPECT_EQ(door.model.visit.asking->question, 0U);
    EXPECT_EQ(door.model.visit.asking->answers[0], 1U);
    door.press(press::Choose{5});
    EXPECT_EQ(door.model.visit.asking->answers[0], 5U);
    EXPECT_EQ(door.model.visit.asking->answers[1], 2U) << "what was answered stays";
    door.press(press::Back{});
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::SurveyIntro);
}

TEST_F(SurveyAtTheKiosk, ALanguageChosenInTheMiddleLosesNothing) {
    door.model.languages = {"en", "pl"};
    to_comment();
    type(U"hello");
    door.press(press::Languages{});
    door.press(press::UseLanguage{1});
    EXPECT_EQ(door.step(), Step::SurveyComment);
    EXPECT_EQ(comment(), "hello");
}

TEST_F(SurveyAtTheKiosk, ThanksIsSaidOnlyOnceTheJournalHasIt) {
    to_talk();
    door.press(press::No{});
    EXPECT_EQ(door.step(), Step::SurveySaving);
    door.journal_keeps(event::Act::Offer);
    EXPECT_EQ(door.step(), Step::SurveyThanks);
    EXPECT_TRUE(door.model.visit.asking->answers.empty()) << "nobody can look back at them";
    FrontDoor other;
    std::swap(door, other);
    to_talk();
    door.press(press::No{});
    door.journal_fails(event::Act::Offer);
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, kiosk::app::ReceptionReason::AnswersNotKept);
}

TEST_F(SurveyAtTheKiosk, WhoWantsToTalkIsCalledForAtOnceAndOfflineShownTheWay) {
    to_talk();
    door.press(press::Yes{});
    const auto* call = door.effect<effect::CallReception>();
    ASSERT_TRUE(call);
    EXPECT_EQ(call->cause, protocol::CallCause::SurveyHelp);
    FrontDoor other;
    std::swap(door, other);
    to_talk();
    door.happens(event::ServerLost{});
    door.press(press::Yes{});
    EXPECT_FALSE(door.effect<effect::CallReception>());
    EXPECT_TRUE(door.model.visit.asking->talk);
    EXPECT_FALSE(door.model.visit.asking->called);
}

TEST_F(SurveyAtTheKiosk, ATimeOutWipesWhatWasAnswered) {
    to_comment();
    type(U"secret");
    door.wait(81s);
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_FALSE(door.model.visit.asking);
    EXPECT_EQ(door.count<effect::KeepOffer>(), 1U) << "only that it was offered";
}

TEST_F(SurveyAtTheKiosk, StartAgainAsksWhetherToKeepWhatWasAnswered) {
    to_comment();
    door.press(press::StartAgain{});
    ASSERT_EQ(door.step(), Step::SurveyStop);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::SurveyComment);
    door.press(press::StartAgain{});
    door.press(press::No{});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_EQ(door.count<effect::KeepOffer>(), 1U);
    FrontDoor other;
    std::swap(door, other);
    door.walk_to_first_question(support::open_offer(OfferKind::ExitSurvey));
    door.press(press::StartAgain{});
    EXPECT_EQ(door.step(), Step::Welcome) << "there is nothing to keep";
}

TEST_F(SurveyAtTheKiosk, TheKeyboardWritesTheLettersOfTheLanguageAndNoOthers) {
    door.model.languages = {"pl"};
    to_comment();
    type(U"  źle  ale");
    door.press(press::Type{U'ß'});
    door.press(press::Type{U'\n'});
    EXPECT_EQ(comment(), "źle ale");
    for (int i = 0; i < 6; ++i) door.press(press::Erase{});
    EXPECT_EQ(comment(), "ź");
    door.press(press::Erase{});
    door.press(press::Erase{});
    EXPECT_EQ(comment(), "");
}

TEST_F(SurveyAtTheKiosk, ACommentHasALength) {
    to_comment();
    for (std::size_t i = 0; i < domain::kCommentLettersMax + 5; ++i) door.press(press::Type{U'a'});
    EXPECT_EQ(comment().size(), domain::kCommentLettersMax);
}

TEST_F(SurveyAtTheKiosk, WhatDoesNotApplyCanBeSaidOnlyWhereItFits) {
    door.walk_to_first_question(support::open_offer(OfferKind::ExitSurvey));
    door.press(press::Choose{domain::kDoesNotApply});
    EXPECT_EQ(door.model.visit.asking->question, 1U);
    door.press(press::Choose{6});
    EXPECT_EQ(door.model.visit.asking->question, 1U);
    door.press(press::Choose{1});
    door.press(press::Choose{domain::kDoesNotApply});
    EXPECT_EQ(door.model.visit.asking->question, 2U) << "whether there was respect always applies";
}

TEST_F(SurveyAtTheKiosk, HeldAnswersAreSentWhenTheHubHasClosedAndOnceADay) {
    door.has_list(support::todays_list({}));
    protocol::HeartbeatReply reply;
    reply.server_now = support::two_o_clock();
    door.happens(event::HeartbeatAnswered{reply, door.clocks()});
    const auto* earlier = door.effect<effect::SendAnswers>();
    ASSERT_TRUE(earlier) << "what was left of another day";
    EXPECT_EQ(domain::to_text(earlier->before), "2026-11-24");
    door.happens(event::HeartbeatAnswered{reply, door.clocks()});
    EXPECT_FALSE(door.effect<effect::SendAnswers>());
    door.jump(4h);
    door.happens(event::Tick{});
    const auto* closed = door.effect<effect::SendAnswers>();
    ASSERT_TRUE(closed);
    EXPECT_EQ(domain::to_text(closed->before), "2026-11-25");
}

}  // namespace
