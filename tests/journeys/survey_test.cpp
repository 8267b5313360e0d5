#include <map>

#include <gmock/gmock.h>

#include "tests/journeys/support/hub_world.h"

/// Exit surveys and ratings, from the member of staff who completes an intervention to what is stored.
namespace journeys {
namespace {

using domain::Attendance;
using domain::OfferKind;
using domain::OfferState;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

class Survey : public HubWorld {
protected:
    /// Lena comes to her last session, and her intervention is completed before it.
    void SetUp() override {
        referral_ = person("Lena", "Invented", "1990-11-07");
        session_ = session(referral_, "2026-11-23 14:00");
    }
    void completed() {
        hub_opens("2026-11-23 09:00");
        ASSERT_TRUE(complete(referral_));
        at("2026-11-23 13:50");
    }
    void comes_to_the_offer() {
        ASSERT_EQ(front().check_in(7, 11, 'L'), "checked_in");
        front().press("done");
        ASSERT_EQ(front().screen(), "survey_intro");
    }
    void answers_the_questions() {
        front().press("yes");
        for (const char* choice : {"choice.4", "choice.5", "choice.5"}) front().press(choice);
        ASSERT_EQ(front().screen(), "survey_comment");
    }
    /// "thanks", by the keyboard on the screen.
    void writes_thanks() {
        for (const char letter : std::string("thanks")) front().press("type." + std::to_string(int{letter}));
    }
    OfferState state(OfferKind kind) {
        for (const server::app::Offer& one : offers(referral_)) {
            if (one.kind == kind) return one.state;
        }
        ADD_FAILURE() << "nothing of this kind was opened";
        return OfferState::Expired;
    }
    void TearDown() override {
        expect_in_call_log(session_, Attendance::Yes);
        HubWorld::TearDown();
    }

    std::string referral_, session_;
};

TEST_F(Survey, IsOfferedAfterTheCheckInAndKeptWithoutAName) {
    completed();
    comes_to_the_offer();
    answers_the_questions();
    writes_thanks();
    front().press("next");
    EXPECT_EQ(front().screen(), "survey_share");
    front().press("no");
    EXPECT_EQ(front().screen(), "survey_talk");
    front().press("no");
    ASSERT_EQ(front().screen(), "survey_thanks");
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Completed);
    EXPECT_TRUE(anonymous_answers().empty()) << "they wait for the close of day";
    front().press("done");
    EXPECT_EQ(front().screen(), "survey_intro") << "the rating comes next";
    front().press("no");
    EXPECT_EQ(state(OfferKind::ExitRating), OfferState::Declined);
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    const auto kept = anonymous_answers();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].month, "2026-11");
    EXPECT_EQ(kept[0].answers.comment, "thanks");
    EXPECT_EQ(kept[0].answers.answers,
              (std::vector<domain::Answer>{{"access", 4}, {"better", 5}, {"respect", 5}}));
    for (const auto& one : offers(referral_)) EXPECT_FALSE(one.answers) << "nothing on the referral";
    EXPECT_EQ(front().journal_bytes().find("thanks"), std::string::npos);
    EXPECT_EQ(waiting_at_kiosks(), 0U);
}

TEST_F(Survey, EveryAnswerSkippedIsAnAnswerToo) {
    completed();
    comes_to_the_offer();
    front().press("yes");
    for (int i = 0; i < 3; ++i) front().press("skip");
    front().press("next");
    EXPECT_EQ(front().screen(), "survey_talk") << "there is nothing to share";
    front().press("no");
    EXPECT_EQ(front().screen(), "survey_thanks");
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Completed);
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    EXPECT_TRUE(anonymous_answers().empty());
}

TEST_F(Survey, AnswersThatThePersonSharesAreKeptWithTheReferral) {
    completed();
    comes_to_the_offer();
    answers_the_questions();
    front().press("next");
    front().press("yes");
    front().press("no");
    ASSERT_EQ(front().screen(), "survey_thanks");
    const auto all = offers(referral_);
    const auto shared = std::find_if(all.begin(), all.end(),
                                     [](const auto& one) { return one.kind == OfferKind::ExitSurvey; });
    ASSERT_TRUE(shared != all.end() && shared->answers);
    EXPECT_EQ(shared->answers->answers.size(), 3U);
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    EXPECT_TRUE(anonymous_answers().empty());
}

TEST_F(Survey, LeftHalfWayIsWipedByTheTimeOutAndOfferedAgain) {
    completed();
    comes_to_the_offer();
    front().press("yes");
    front().press("choice.1");
    pass(90s);
    EXPECT_EQ(front().screen(), "welcome");
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Offered);
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    EXPECT_TRUE(anonymous_answers().empty());
    // The next day there is no appointment, and the person is found all the same.
    at("2026-11-24 10:00");
    EXPECT_EQ(front().look_for(7, 11, 'L'), "survey_intro");
    EXPECT_THAT(front().words(), HasSubstr("This is for L."));
    front().press("no");
    EXPECT_EQ(front().screen(), "survey_thanks");
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Declined);
}

TEST_F(Survey, LeftHalfWayIsKeptWhereThePersonSaysSo) {
    completed();
    comes_to_the_offer();
    front().press("yes");
    front().press("choice.1");
    front().press("bar.start_again");
    ASSERT_EQ(front().screen(), "survey_stop");
    front().press("yes");
    EXPECT_EQ(front().screen(), "survey_thanks");
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Partial);
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    ASSERT_EQ(anonymous_answers().size(), 1U);
    EXPECT_EQ(anonymous_answers()[0].answers.answers, (std::vector<domain::Answer>{{"access", 1}}));
}

TEST_F(Survey, WhoAsksForHelpIsToldWhatHappensNextAndReceptionHearsAtOnce) {
    completed();
    comes_to_the_offer();
    answers_the_questions();
    front().press("next");
    front().press("no");
    front().press("yes");
    ASSERT_EQ(front().screen(), "survey_thanks");
    EXPECT_THAT(calls(), HasSubstr("survey_help"));
    for (const char* number : {"999", "111", "116 123"}) EXPECT_THAT(front().words(), HasSubstr(number));
}

TEST_F(Survey, WhileTheServerIsAwayWhoAsksForHelpIsShownTheWay) {
    completed();
    comes_to_the_offer();
    answers_the_questions();
    stop_server();
    pass_a_heartbeat();
    front().press("next");
    front().press("no");
    front().press("yes");
    ASSERT_EQ(front().screen(), "survey_thanks");
    EXPECT_THAT(front().words(), HasSubstr("Please go to reception"));
    EXPECT_THAT(front().words(), HasSubstr("116 123"));
    start_server();
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Completed);
    EXPECT_EQ(anonymous_answers().size(), 1U);
}

TEST_F(Survey, APowerCutInTheMiddleLeavesNothing) {
    completed();
    comes_to_the_offer();
    answers_the_questions();
    writes_thanks();
    front().reboot();
    EXPECT_EQ(front().journal_bytes().find("respect"), std::string::npos);
    EXPECT_EQ(front().journal_bytes().find("thanks"), std::string::npos);
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    EXPECT_TRUE(anonymous_answers().empty());
    EXPECT_EQ(state(OfferKind::ExitSurvey), OfferState::Offered);
}

TEST_F(Survey, WhatIsHeldOutlastsAPowerCut) {
    completed();
    comes_to_the_offer();
    answers_the_questions();
    front().press("next");
    front().press("no");
    front().press("no");
    ASSERT_EQ(front().screen(), "survey_thanks");
    front().reboot();
    EXPECT_TRUE(anonymous_answers().empty());
    at("2026-11-24 09:00");
    pass_a_heartbeat();
    EXPECT_EQ(anonymous_answers().size(), 1U);
    EXPECT_EQ(front().journal_bytes().find("respect"), std::string::npos);
}

TEST_F(Survey, FiguresOfSmallGroupsAreNotTold) {
    completed();
    comes_to_the_offer();
    front().press("no");
    EXPECT_THAT(surveys(), HasSubstr("2026-11"));
    EXPECT_THAT(surveys(), Not(testing::ContainsRegex("exit_survey +[0-9]")));
}

TEST_F(Survey, AnInterventionIsCompletedOnceByAPersonWithAName) {
    completed();
    EXPECT_EQ(complete(referral_).error().kind, base::ErrorKind::Conflict);
    EXPECT_EQ(complete("0b6f6a9e-9a2c-4a53-8d2f-6f1a2f0f7c11").error().kind, base::ErrorKind::NotFound);
    EXPECT_EQ(front().check_in(7, 11, 'L'), "checked_in");
}

class Rating : public HubWorld {};

TEST_F(Rating, OfTheStartIsOfferedAtTheAssessmentAndShownBesideThatOfTheEnd) {
    const auto referral = person("Omar", "Fabled", "1992-01-01");
    const auto first = assessment(referral, "2026-11-23 14:00");
    const auto last = session(referral, "2026-11-24 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:55");
    ASSERT_EQ(front().check_in(1, 1, 'O'), "checked_in");
    front().press("done");
    ASSERT_EQ(front().screen(), "survey_intro");
    EXPECT_THAT(front().words(), HasSubstr("with your name"));
    front().press("yes");
    for (int i = 0; i < 12; ++i) front().press("choice.2");
    ASSERT_EQ(front().screen(), "rating_picture");
    EXPECT_THAT(front().words(), HasSubstr("Feelings and mind: now 2"));
    ASSERT_EQ(offers(referral).size(), 1U);
    ASSERT_TRUE(offers(referral)[0].answers);
    EXPECT_EQ(offers(referral)[0].answers->answers.size(), 12U);
    front().press("bar.help");
    pass(kiosk::app::kHelpShown + 1s);
    EXPECT_EQ(front().screen(), "welcome");

    ASSERT_TRUE(complete(referral));
    at("2026-11-24 13:55");
    ASSERT_EQ(front().check_in(1, 1, 'O'), "checked_in");
    front().press("done");
    front().press("no");
    front().press("done");
    front().press("yes");
    for (int i = 0; i < 12; ++i) front().press(i == 0 ? "skip" : "choice.4");
    ASSERT_EQ(front().screen(), "rating_picture");
    EXPECT_THAT(front().words(), HasSubstr("Feelings and mind: then 2"));
    EXPECT_THAT(front().words(), HasSubstr("Body and health: then 2, now 4"));
    for (const auto& one : {first, last}) expect_in_call_log(one, Attendance::Yes);
}

/// Somebody holds the store's files, its log, the kiosk's journal with its log, a backup of before the close
/// of day and one of after it, and looks for what leads from an answer to a person.
TEST_F(HubWorld, NothingLeadsFromAnAnswerToAPerson) {
    struct Guest {
        std::string name, referral, session;
        char letter;
        const char* comment;
    };
    std::vector<Guest> guests;
    const std::vector<std::pair<std::string, const char*>> people{{"Ada", "quokka"},  {"Bea", "narwhal"},
                                                                  {"Cem", "axolotl"}, {"Dov", "pangolin"},
                                                                  {"Eva", "ocelot"},  {"Fay", "marmot"}};
    for (const auto& [name, comment] : people) {
        const auto referral = person(name, "Invented", "1990-11-07");
        guests.push_back({name, referral, session(referral, "2026-11-23 14:00"), name[0], comment});
    }
    hub_opens("2026-11-23 09:00");
    for (const Guest& one : guests) ASSERT_TRUE(complete(one.referral));
    at("2026-11-23 13:40");
    for (const Guest& one : guests) {
        ASSERT_EQ(front().check_in(7, 11, one.letter), "checked_in") << one.name;
        front().press("done");
        front().press("yes");
        for (const char* choice : {"choice.1", "choice.2", "choice.3"}) front().press(choice);
        for (const char* c = one.comment; *c != 0; ++c) front().press("type." + std::to_string(int{*c}));
        front().press("next"), front().press("no"), front().press("no");
        ASSERT_EQ(front().screen(), "survey_thanks");
        front().done();
        pass(20s);
    }
    // The journal holds them sorted by what they say, once each, and never beside a person or an offer.
    const std::string journal = front().journal_bytes();
    std::map<std::string, std::size_t> places;  // by what they say
    for (const Guest& one : guests) {
        const std::size_t place = places[one.comment] = journal.find(one.comment);
        ASSERT_NE(place, std::string::npos);
        EXPECT_EQ(journal.find(one.comment, place + 1), std::string::npos)
            << "an older state of what is held tells the order";
    }
    std::size_t before_it = 0;
    for (const auto& [comment, place] : places) {
        EXPECT_GT(place, before_it) << comment << " stands by the order in which they came";
        before_it = place;
    }
    const std::size_t from = journal.find("{\"month\"");
    const std::string held = journal.substr(from, journal.rfind("\"comment\"") - from);
    for (const Guest& one : guests) {
        EXPECT_EQ(held.find(one.referral), std::string::npos);
        for (const auto& offer : offers(one.referral))
            EXPECT_EQ(held.find(offer.id.text()), std::string::npos);
    }
    const std::string before = record_bytes();
    at("2026-11-23 20:01");
    pass_a_heartbeat();
    const auto answers = anonymous_answers();
    ASSERT_EQ(answers.size(), guests.size());
    const std::string after = record_bytes();
    for (const Guest& one : guests) {
        EXPECT_EQ(before.find(one.comment), std::string::npos);
        EXPECT_EQ(after.find(one.comment), std::string::npos) << "sealed in the store and in its log";
        EXPECT_EQ(front().journal_bytes().find(one.comment), std::string::npos);
        for (const auto& offer : offers(one.referral)) EXPECT_FALSE(offer.answers);
        for (const auto& event : events(one.session))
            EXPECT_EQ(event.reason.find(one.comment), std::string::npos);
    }
    std::vector<std::string> read, came;
    for (const auto& one : answers) read.push_back(one.answers.comment);
    for (const Guest& one : guests) came.push_back(one.comment);
    EXPECT_NE(read, came) << "read in the order in which they came";
    for (const Guest& one : guests) expect_in_call_log(one.session, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
