#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/store.h"
#include "shared/domain/survey.h"

/// What people answered without their names, told so that nobody can be made out (docs/surveys.md).
namespace server::app {

/// Several choices of a question taken together, with how many chose one of them.
struct ChoiceCount {
    unsigned from = 0;  ///< number of the first choice
    unsigned to = 0;    ///< and of the last; both domain::kDoesNotApply for that answer
    unsigned count = 0;
    bool operator==(const ChoiceCount&) const = default;
};

/// The answers to one question in one month: as finely as no group between one person and the smallest comes
/// out, whole choices first, then neighbours together. Without any where that cannot be.
struct QuestionFigures {
    std::string question;  ///< its id
    std::vector<ChoiceCount> choices;
    unsigned left_out = 0;  ///< who chose none of these
    bool operator==(const QuestionFigures&) const = default;
};

/// What was answered to one version of a survey in one month.
struct AnswerFigures {
    std::string month;  ///< `2026-11`, of London
    std::string survey;
    std::string version;
    std::optional<unsigned> people;  ///< who answered anything; none: fewer than may be told of
    std::vector<QuestionFigures> questions;
    std::vector<std::string> comments;  ///< by what they say
    bool operator==(const AnswerFigures&) const = default;
};

/// The months that are over, the newest first. The month that is going on is never told of: from one day to
/// the next it would tell what one person answered. A question of another version than `survey` is told as it
/// was numbered.
base::Result<std::vector<AnswerFigures>> answer_figures(View& view, const domain::Survey& survey,
                                                        base::Instant now, unsigned smallest);

}  // namespace server::app
