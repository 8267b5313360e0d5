// What is told of people's answers, and what is not because somebody could be made out.

#include "server/app/survey_answers.h"

#include "shared/protocol/built_in_surveys.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

class AnswersTold : public testing::Test {
protected:
    AnswersTold() : hub("2026-11-23T13:50:00Z") {}
    /// So many people who chose this of the first question; 9 leaves it out.
    void people(unsigned count, unsigned choice, const std::string& month = "2026-10",
                const std::string& comment = "") {
        constexpr unsigned kLeftOut = 9;
        std::vector<domain::Answer> answers;
        if (choice != kLeftOut) answers.push_back({"access", choice});
        for (unsigned i = 0; i < count; ++i) {
            ASSERT_TRUE(hub.run([&](Transaction& t) {
                return t.add({{month, "PWB", {survey.id, survey.version, answers, comment}}});
            }));
        }
    }
    std::vector<AnswerFigures> told(const char* now = "2026-11-23T13:50:00Z", unsigned smallest = 5) {
        return hub
            .run([&](Transaction& t) {
                return answer_figures(t, survey, base::parse_instant(now).value(), smallest);
            })
            .value();
    }
    QuestionFigures access() { return told().at(0).questions.at(0); }

    domain::Survey survey = protocol::built_in_surveys().exit;
    Hub hub;
};

TEST_F(AnswersTold, ByEachChoiceWhereEveryGroupIsLargeEnough) {
    people(5, 1);
    people(6, 4);
    people(7, 5);
    ASSERT_EQ(told().size(), 1U);
    EXPECT_EQ(told()[0].people, 18U);
    EXPECT_EQ(access().choices,
              (std::vector<ChoiceCount>{{1, 1, 5}, {2, 2, 0}, {3, 3, 0}, {4, 4, 6}, {5, 5, 7}}));
}

TEST_F(AnswersTold, NeighboursTogetherWhereOneGroupIsTooSmall) {
    people(4, 1);
    people(2, 2);
    people(5, 3);
    people(6, 5);
    EXPECT_EQ(access().choices, (std::vector<ChoiceCount>{{1, 2, 6}, {3, 3, 5}, {4, 5, 6}}));
}

TEST_F(AnswersTold, TheLowerAgainstTheUpperWhereTheMiddleIsTooSmall) {
    people(4, 2);
    people(1, 3);
    people(6, 4);
    EXPECT_EQ(access().choices, (std::vector<ChoiceCount>{{1, 3, 5}, {4, 5, 6}}));
}

TEST_F(AnswersTold, NothingWhereOneWouldStillBeMadeOut) {
    people(1, 1);
    people(19, 5);
    EXPECT_TRUE(access().choices.empty());
}

TEST_F(AnswersTold, WhoLeftItOutIsAGroupToo) {
    people(19, 5);
    people(1, 9);
    EXPECT_TRUE(access().choices.empty()) << "twenty people less nineteen is one";
    people(3, 9);
    people(2, domain::kDoesNotApply);
    EXPECT_EQ(access().choices.size(), 5U);
    EXPECT_EQ(access().left_out, 6U) << "with those for whom it does not apply, who are too few";
}

TEST_F(AnswersTold, ThoseForWhomItDoesNotApplyWhereTheyAreEnough) {
    people(5, 5);
    people(5, domain::kDoesNotApply);
    EXPECT_EQ(access().choices.back(), (ChoiceCount{domain::kDoesNotApply, domain::kDoesNotApply, 5}));
    EXPECT_EQ(access().left_out, 0U);
}

TEST_F(AnswersTold, NeitherNumberNorWordOfTooFewPeople) {
    people(4, 5, "2026-10", "only four of us");
    ASSERT_EQ(told().size(), 1U);
    EXPECT_FALSE(told()[0].people);
    EXPECT_TRUE(told()[0].questions.empty());
    EXPECT_TRUE(told()[0].comments.empty());
    people(1, 5, "2026-10", "and one");
    EXPECT_EQ(told()[0].comments.size(), 5U);
    EXPECT_FALSE(told("2026-11-23T13:50:00Z", 10)[0].people) << "a hub for women only";
}

TEST_F(AnswersTold, NothingOfAMonthThatIsGoingOn) {
    people(8, 5, "2026-11");
    EXPECT_TRUE(told("2026-11-30T12:00:00Z").empty());
    EXPECT_TRUE(told("2026-12-01T12:00:00Z").empty()) << "the kiosks still deliver";
    EXPECT_EQ(told("2026-12-02T12:00:00Z").size(), 1U);
}

TEST_F(AnswersTold, CommentsStandInAnOrderThatSaysNothing) {
    people(3, 1, "2026-10", "zebra");
    people(3, 5, "2026-10", "aardvark");
    EXPECT_EQ(told()[0].comments.front(), "aardvark");
    EXPECT_EQ(told()[0].comments.back(), "zebra");
}

TEST_F(AnswersTold, AnotherVersionOfTheSurveyByItself) {
    people(5, 5);
    survey.version = "2027-01";
    people(5, 4);
    ASSERT_EQ(told().size(), 2U);
    EXPECT_EQ(told()[0].version, "2027-01");
    EXPECT_EQ(told()[1].people, 5U);
    ASSERT_EQ(told()[1].questions.size(), 1U);
    EXPECT_EQ(told()[1].questions[0].choices.back(), (ChoiceCount{5, 5, 5}));
}

}  // namespace
}  // namespace server::app
