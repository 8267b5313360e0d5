// The exit survey at the real window: skipped, timed out, cut off.

#include "tests/visits/visit.h"

namespace visits {
namespace {

using domain::OfferState;

/// Its id, which stands in the journal beside each answer that is held.
constexpr char kFirstQuestion[] = "access";

class SurveyVisit : public Visit {
protected:
    void SetUp() override {
        Visit::SetUp();
        if (!IsSkipped()) open_exit_survey();
    }
    void walk_to_survey() {
        walk("en", taps_to_confirm());
        tap("confirm.yes", "checked_in");
        tap("done", "survey_intro");
    }
};

TEST_F(SurveyVisit, WithEveryAnswerSkippedIsCompletedAndHoldsNoAnswer) {
    walk_to_survey();
    tap("yes", "survey_question");
    press("skip");
    wait_for_words("title", "Did things get better for you?");
    press("skip");
    wait_for_words("title", "Did we treat you with respect?");
    tap("skip", "survey_comment");
    tap("next", "survey_talk");
    tap("no", "survey_thanks");
    wait_for_offer(OfferState::Completed);
    tap("done", "language");
    EXPECT_EQ(journal_bytes().find(kFirstQuestion), std::string::npos);
}

TEST_F(SurveyVisit, ThatIsAnsweredIsHeldInTheJournal) {
    walk_to_survey();
    tap("yes", "survey_question");
    for (const char* next : {"Did things get better for you?", "Did we treat you with respect?"}) {
        press("choice.4");
        wait_for_words("title", next);
    }
    tap("choice.4", "survey_comment");
    tap("next", "survey_share");
    tap("no", "survey_talk");
    tap("no", "survey_thanks");
    wait_for_offer(OfferState::Completed);
    EXPECT_NE(journal_bytes().find(kFirstQuestion), std::string::npos) << "the other tests look for it";
}

TEST_F(SurveyVisit, LeftAloneIsWipedByTheTimeOutAndOfferedAgain) {
    walk_to_survey();
    tap("yes", "survey_question");
    press("choice.1");
    wait_for_words("title", "Did things get better for you?");
    // Nobody touches it: the shortest time that a hub may set goes by, and then the warning's.
    wait_for({"still_there"}, kIdleTimes);
    wait_for({"language"}, kIdleTimes);
    wait_for_offer(OfferState::Offered);
    walk("en", taps_to_confirm() - 1);
    tap("letter.R", "already_in");
    tap("done", "survey_intro");
    EXPECT_EQ(journal_bytes().find(kFirstQuestion), std::string::npos);
}

TEST_F(SurveyVisit, APowerCutAtAnyStepOfItLeavesNoAnswerAndItIsOfferedAgain) {
    walk_to_survey();
    const std::vector<std::pair<std::string, std::string>> steps{{"yes", "survey_question"},
                                                                 {"skip", "survey_question"},
                                                                 {"skip", "survey_question"},
                                                                 {"skip", "survey_comment"},
                                                                 {"next", "survey_talk"}};
    for (std::size_t cut = 1; cut <= steps.size(); ++cut) {
        SCOPED_TRACE(cut);
        for (std::size_t i = 0; i < cut; ++i) tap(steps[i].first, steps[i].second);
        kill_kiosk();
        start_kiosk();
        walk("en", taps_to_confirm() - 1);
        tap("letter.R", "already_in");
        tap("done", "survey_intro");
        ASSERT_FALSE(HasFailure());
    }
    wait_for_offer(OfferState::Offered);
    EXPECT_EQ(journal_bytes().find(kFirstQuestion), std::string::npos);
    EXPECT_EQ(arrivals().size(), 1U);
}

}  // namespace
}  // namespace visits
