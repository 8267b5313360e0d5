#include "shared/domain/survey.h"

#include <algorithm>
#include <set>

#include "shared/base/invariant.h"

namespace domain {
namespace {

constexpr std::string_view kFallBack = "en";

template <class Enum, std::size_t Size>
std::optional<Enum> value_of(const std::array<Enum, Size>& all, std::string_view word) {
    const auto found = std::find_if(all.begin(), all.end(), [&](Enum one) { return to_word(one) == word; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

tl::unexpected<base::Error> wrong(const std::string& where, const std::string& what) {
    return base::fail(base::ErrorKind::InvalidInput, where + " " + what);
}

base::Done check_texts(const Texts& texts, const std::string& where) {
    const auto english = texts.find(kFallBack);
    if (english == texts.end())
        return wrong(where, "has no text in English, which every other falls back to");
    for (const auto& [language, text] : texts) {
        if (text.find_first_not_of(" \t\n") == std::string::npos) {
            return wrong(where + "." + language, "is empty: leave the language out instead");
        }
    }
    return {};
}

base::Done check_scale(const Scale& scale, const std::string& where) {
    std::set<Face> seen;
    for (std::size_t i = 0; i < scale.choices.size(); ++i) {
        const std::string here = where + ".choices[" + std::to_string(i) + "]";
        TRY_DONE(check_texts(scale.choices[i].word, here + ".word"));
        if (!seen.insert(scale.choices[i].face).second) return wrong(here + ".face", "stands there twice");
    }
    return {};
}

}  // namespace

std::string_view to_word(OfferKind kind) {
    switch (kind) {
        case OfferKind::StartRating:
            return "start_rating";
        case OfferKind::ExitSurvey:
            return "exit_survey";
        case OfferKind::ExitRating:
            return "exit_rating";
    }
    return "";
}

std::optional<OfferKind> offer_kind_from_word(std::string_view word) {
    return value_of(kOfferKinds, word);
}

bool is_rating(OfferKind kind) {
    return kind != OfferKind::ExitSurvey;
}

std::string_view to_word(OfferState state) {
    switch (state) {
        case OfferState::Open:
            return "open";
        case OfferState::Offered:
            return "offered";
        case OfferState::Declined:
            return "declined";
        case OfferState::Completed:
            return "completed";
        case OfferState::Partial:
            return "partial";
        case OfferState::Expired:
            return "expired";
    }
    return "";
}

std::optional<OfferState> offer_state_from_word(std::string_view word) {
    return value_of(kOfferStates, word);
}

bool is_open(OfferState state) {
    return state == OfferState::Open || state == OfferState::Offered;
}

std::string_view to_word(Face face) {
    switch (face) {
        case Face::VerySad:
            return "very_sad";
        case Face::Sad:
            return "sad";
        case Face::Neutral:
            return "neutral";
        case Face::Happy:
            return "happy";
        case Face::VeryHappy:
            return "very_happy";
    }
    return "";
}

const std::string& text_in(const Texts& texts, std::string_view language) {
    static const std::string kNone;
    auto found = texts.find(language);
    if (found == texts.end()) found = texts.find(kFallBack);
    return found == texts.end() ? kNone : found->second;
}

const Scale& Survey::scale_of(const Question& question) const {
    const auto found = std::find_if(scales.begin(), scales.end(),
                                    [&](const Scale& one) { return one.id == question.scale; });
    INVARIANT(found != scales.end(), "a checked survey has the scale of each question");
    return *found;
}

base::Done check(const Survey& survey) {
    std::set<std::string> scales;
    for (std::size_t i = 0; i < survey.scales.size(); ++i) {
        const std::string where = "scales[" + std::to_string(i) + "]";
        if (!scales.insert(survey.scales[i].id).second) return wrong(where + ".id", "stands there twice");
        TRY_DONE(check_scale(survey.scales[i], where));
    }
    std::set<std::string> questions;
    for (std::size_t i = 0; i < survey.questions.size(); ++i) {
        const Question& one = survey.questions[i];
        const std::string where = "questions[" + std::to_string(i) + "]";
        if (!questions.insert(one.id).second) return wrong(where + ".id", "stands there twice");
        if (!scales.contains(one.scale)) return wrong(where + ".scale", "is the id of no scale");
        TRY_DONE(check_texts(one.ask, where + ".ask"));
        const bool rating = survey.kind == SurveyKind::DistanceTravelled;
        if (rating && one.does_not_apply) {
            return wrong(where + ".does_not_apply", "must be false: a rating is a number from 1 to 5");
        }
        if (rating && survey.scale_of(one).choices.size() != kChoicesMax) {
            return wrong(where + ".scale", "must have five choices: a rating is a number from 1 to 5");
        }
    }
    if (survey.kind == SurveyKind::DistanceTravelled && survey.comment) {
        return wrong("comment", "must be false: ratings have no comment");
    }
    return {};
}

}  // namespace domain
