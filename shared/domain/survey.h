#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

/// The exit survey and the ratings of the twelve areas (docs/surveys.md).
namespace domain {

/// What can be offered to a person.
enum class OfferKind {
    StartRating,  ///< the twelve areas, at the assessment or the first visit after it
    ExitSurvey,   ///< the questions after the intervention; anonymous unless the person shares them
    ExitRating,   ///< the twelve areas again
};
inline constexpr std::array kOfferKinds{OfferKind::StartRating, OfferKind::ExitSurvey, OfferKind::ExitRating};
/// `start_rating`, `exit_survey`, `exit_rating`.
std::string_view to_word(OfferKind kind);
std::optional<OfferKind> offer_kind_from_word(std::string_view word);
/// Ratings are stored under the person's name, and the person is told so.
bool is_rating(OfferKind kind);

enum class OfferState {
    Open,       ///< to be made at the next visit
    Offered,    ///< the person saw it; not answered, and offered again
    Declined,   ///< the person said no
    Completed,  ///< went through to the end, whatever was skipped
    Partial,    ///< left half-way, and the person said to keep it
    Expired,    ///< nobody came for it in time
};
inline constexpr std::array kOfferStates{OfferState::Open,      OfferState::Offered, OfferState::Declined,
                                         OfferState::Completed, OfferState::Partial, OfferState::Expired};
std::string_view to_word(OfferState state);
std::optional<OfferState> offer_state_from_word(std::string_view word);
/// Whether it is still to be made.
bool is_open(OfferState state);

/// One answer: the number of the choice from 1, or kDoesNotApply. What was skipped has none.
struct Answer {
    std::string question;
    unsigned choice = 0;
    bool operator==(const Answer&) const = default;
};
inline constexpr unsigned kDoesNotApply = 0;

/// What one person answered to one survey.
struct Answers {
    std::string survey;   ///< id of the definition
    std::string version;  ///< and which of its versions was shown
    std::vector<Answer> answers;
    std::string comment;  ///< may be empty
    bool operator==(const Answers&) const = default;
};

// ---- Definitions: what is asked, as data (docs/surveys.md)

inline constexpr std::size_t kChoicesMax = 5;     ///< answers to one question; EN Easy Read, checklist C44
inline constexpr std::size_t kChoicesMin = 2;     ///
inline constexpr std::size_t kQuestionsMax = 12;  ///< of one survey
inline constexpr std::size_t kScalesMax = 12;
inline constexpr std::size_t kSurveyIdBytesMax = 40;
inline constexpr std::size_t kSurveyTextBytesMax = 400;
inline constexpr std::size_t kCommentLettersMax = 280;
inline constexpr std::size_t kCommentBytesMax = 3 * kCommentLettersMax;

/// One text in each language it was written in, by BCP 47.
using Texts = std::map<std::string, std::string, std::less<>>;
/// The text in this language; else in English.
const std::string& text_in(const Texts& texts, std::string_view language);

/// From very bad to very good: always shown with a word.
enum class Face { VerySad, Sad, Neutral, Happy, VeryHappy };
inline constexpr std::array kFaces{Face::VerySad, Face::Sad, Face::Neutral, Face::Happy, Face::VeryHappy};
std::string_view to_word(Face face);

struct Choice {
    Face face = Face::Neutral;
    Texts word;
    bool operator==(const Choice&) const = default;
};

/// The choices of one or several questions; the first is number 1.
struct Scale {
    std::string id;
    std::vector<Choice> choices;
    bool operator==(const Scale&) const = default;
};

struct Question {
    std::string id;
    std::string scale;  ///< id of its scale
    bool does_not_apply = false;
    Texts ask;
    bool operator==(const Question&) const = default;
};

enum class SurveyKind { ExitSurvey, DistanceTravelled };

struct Survey {
    std::string id;
    std::string version;
    SurveyKind kind = SurveyKind::ExitSurvey;
    bool comment = false;  ///< a free comment is asked for
    std::vector<Scale> scales;
    std::vector<Question> questions;
    bool operator==(const Survey&) const = default;

    /// The scale of one of its questions. The survey has been checked.
    const Scale& scale_of(const Question& question) const;
};

/// What the fields alone cannot say. InvalidInput naming what is wrong and where: an id twice, a scale that
/// is not there, a text without English, a rating that can be refused as not applying.
base::Done check(const Survey& survey);

/// The definitions that a kiosk asks by.
struct Surveys {
    Survey exit;
    Survey areas;
    bool operator==(const Surveys&) const = default;

    const Survey& of(OfferKind kind) const { return is_rating(kind) ? areas : exit; }
};

}  // namespace domain
