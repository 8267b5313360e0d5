#include "shared/protocol/survey_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/protocol/built_in_surveys.h"
#include "tests/support/protocol/sample_messages.h"

namespace {

using testing::HasSubstr;

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string refusal(const std::string& from, const std::string& to) {
    const auto survey =
        protocol::decode_survey(changed(protocol::encode(support::sample_survey()), from, to));
    return survey ? "it was taken" : survey.error().message;
}

TEST(SurveyFile, OfTheProgramCanBeUsedAndAsksForTheTwelveAreas) {
    const domain::Surveys surveys = protocol::built_in_surveys();
    EXPECT_EQ(surveys.exit.questions.size(), 3U);
    EXPECT_TRUE(surveys.exit.comment);
    EXPECT_EQ(surveys.areas.questions.size(), 12U);
}

TEST(SurveyFile, OfTheProgramHasEveryTextInAllFourteenLanguages) {
    const domain::Surveys surveys = protocol::built_in_surveys();
    for (const domain::Survey* survey : {&surveys.exit, &surveys.areas}) {
        for (const auto& question : survey->questions) EXPECT_EQ(question.ask.size(), 14U) << question.id;
        for (const auto& scale : survey->scales) {
            for (const auto& choice : scale.choices) EXPECT_EQ(choice.word.size(), 14U) << scale.id;
        }
    }
}

TEST(SurveyFile, IsReadAsItWasWritten) {
    EXPECT_EQ(protocol::decode_survey(protocol::encode(support::sample_survey())).value(),
              support::sample_survey());
}

TEST(SurveyFile, ATextThatIsNotThereInALanguageIsShownInEnglish) {
    const domain::Survey survey = support::sample_survey();
    EXPECT_EQ(domain::text_in(survey.questions[0].ask, "cy"), "Pa mor hawdd oedd hi?");
    EXPECT_EQ(domain::text_in(survey.questions[0].ask, "ur"), "How easy was it?");
}

TEST(SurveyFile, ARefusalNamesWhatIsWrongAndWhere) {
    EXPECT_THAT(refusal(R"("scale":"ease")", R"("scale":"eaze")"),
                HasSubstr("questions[0].scale is the id of no scale"));
    EXPECT_THAT(refusal(R"({"en":"Easy"})", R"({"pl":"Latwo"})"),
                HasSubstr("scales[0].choices[1].word has no text in English"));
    EXPECT_THAT(refusal(R"("face":"happy")", R"("face":"merry")"),
                HasSubstr("scales[0].choices[1].face must be one of very_sad"));
    EXPECT_THAT(refusal(R"("face":"happy")", R"("face":"sad")"),
                HasSubstr("scales[0].choices[1].face stands there twice"));
    EXPECT_THAT(refusal(R"("en":"How easy was it?")", R"("en":"  ")"),
                HasSubstr("questions[0].ask.en is empty"));
    EXPECT_THAT(refusal(R"("pl":)", R"("polish!":)"), HasSubstr("a language tag"));
    EXPECT_THAT(refusal(R"("comment":true)", R"("comment":"yes")"),
                HasSubstr("comment must be true or false"));
    EXPECT_THAT(refusal(R"("exit_survey")", R"("distance_travelled")"),
                HasSubstr("does_not_apply must be false"));
    EXPECT_THAT(refusal(R"("version":"2026-11")", R"("version":"")"), HasSubstr("version is empty"));
}

TEST(SurveyFile, TextsAreHeldToTheirLength) {
    EXPECT_THAT(refusal("How easy was it?", std::string(401, 'x')), HasSubstr("of at most 400 bytes"));
    EXPECT_EQ(refusal("How easy was it?", std::string(400, 'x')), "it was taken");
}

}  // namespace
