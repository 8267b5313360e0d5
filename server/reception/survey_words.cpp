#include "server/reception/survey_words.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "server/reception/day_words.h"
#include "server/reception/pages.h"

namespace server::reception {
namespace {

constexpr std::string_view kLanguage = "en";
constexpr char kWayId[] = "way";
constexpr char kCommentId[] = "comment";

/// Names of fields are letters: `answer_a` is the first question.
std::string field_of(std::size_t question) {
    return std::string("answer_") + static_cast<char>('a' + question);
}

/// On one line, without space around it.
std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\t'; }, ' ');
    const auto from = text.find_first_not_of(' ');
    if (from == std::string::npos) return "";
    text = text.substr(from, text.find_last_not_of(' ') - from + 1);
    const auto both = [](char a, char b) {
        return a == ' ' && b == ' ';
    };
    text.erase(std::unique(text.begin(), text.end(), both), text.end());
    return text;
}

/// The number of the choice, where the question has it.
std::optional<unsigned> choice_of(const std::string& typed, const domain::Question& question,
                                  const domain::Survey& survey) {
    if (typed.size() != 1 || typed[0] < '0' || typed[0] > '9') return std::nullopt;
    const auto choice = static_cast<unsigned>(typed[0] - '0');
    if (choice == domain::kDoesNotApply)
        return question.does_not_apply ? std::optional(choice) : std::nullopt;
    return choice <= survey.scale_of(question).choices.size() ? std::optional(choice) : std::nullopt;
}

Words choice_words(const std::string& field, const std::string& value, const std::string& word,
                   const std::string& typed) {
    Words words;
    words.set("field", field);
    words.set("id", field + '-' + (value.empty() ? "none" : value));
    words.set("value", value);
    words.set("word", word);
    words.set("checked", typed == value);
    return words;
}

Words question_words(const domain::Survey& survey, std::size_t number, const Form& form,
                     const Filled& filled) {
    const domain::Question& question = survey.questions[number];
    const std::string field = field_of(number);
    const std::string& typed = form[field];
    Words choices(Words::type::list);
    const auto& of_scale = survey.scale_of(question).choices;
    for (std::size_t i = 0; i < of_scale.size(); ++i) {
        choices << choice_words(field, std::to_string(i + 1), domain::text_in(of_scale[i].word, kLanguage),
                                typed);
    }
    if (question.does_not_apply)
        choices << choice_words(field, std::to_string(domain::kDoesNotApply), kNotForMe, typed);
    choices << choice_words(field, "", "No answer", typed);
    const auto wrong = filled.wrong.find(field);
    Words words;
    words.set("field", field);
    words.set("ask", domain::text_in(question.ask, kLanguage));
    words.set("choices", choices);
    words.set("is_wrong", wrong != filled.wrong.end());
    words.set("wrong", wrong == filled.wrong.end() ? std::string() : wrong->second);
    return words;
}

void set_wrong(Words& words, const Filled& filled, const std::string& id) {
    const auto wrong = filled.wrong.find(id);
    words.set(id + "_wrong", wrong == filled.wrong.end() ? std::string() : wrong->second);
    words.set("is_" + id + "_wrong", wrong != filled.wrong.end());
}

/// The elements in the order in which they stand on the page.
std::vector<std::string> ids_in_order(const domain::Survey& survey) {
    std::vector<std::string> ids{kWayId};
    for (std::size_t i = 0; i < survey.questions.size(); ++i) ids.push_back(field_of(i));
    ids.emplace_back(kCommentId);
    return ids;
}

const char* state_in_words(domain::OfferState state) {
    switch (state) {
        case domain::OfferState::Open:
            return "to be offered at the next visit";
        case domain::OfferState::Offered:
            return "offered, not answered yet";
        case domain::OfferState::Declined:
            return "offered and declined";
        case domain::OfferState::Completed:
            return "completed";
        case domain::OfferState::Partial:
            return "completed in part";
        case domain::OfferState::Expired:
            return "not asked for in time";
    }
    return "";
}

}  // namespace

const char* kind_in_words(domain::OfferKind kind) {
    switch (kind) {
        case domain::OfferKind::StartRating:
            return "Rating at the start";
        case domain::OfferKind::ExitSurvey:
            return "Exit survey";
        case domain::OfferKind::ExitRating:
            return "Rating at the end";
    }
    return "";
}

std::string offer_in_words(const app::Offer& offer) {
    std::string words = state_in_words(offer.state);
    if (offer.ended_at) words += " on " + day_in_words(domain::london_date(*offer.ended_at));
    // Nobody entered that it expired.
    if (offer.state == domain::OfferState::Expired) return words;
    if (offer.way == app::OfferWay::Paper) words += ", on paper";
    if (offer.way == app::OfferWay::Desk) words += ", at the desk";
    if (!offer.entered_by.empty()) words += ", entered by " + offer.entered_by;
    return words;
}

std::string answer_in_words(const domain::Survey& survey, const domain::Answer& answer) {
    if (answer.choice == domain::kDoesNotApply) return kNotForMe;
    for (const domain::Question& one : survey.questions) {
        if (one.id != answer.question) continue;
        const auto& choices = survey.scale_of(one).choices;
        if (answer.choice <= choices.size())
            return domain::text_in(choices[answer.choice - 1].word, kLanguage);
    }
    return "Answer " + std::to_string(answer.choice);
}

Filled filled_in(const Form& form, const domain::Survey& survey) {
    Filled filled;
    filled.answers.survey = survey.id;
    filled.answers.version = survey.version;
    const std::string& way = form[kWayId];
    if (way == "paper") filled.way = app::OfferWay::Paper;
    if (way != "paper" && way != "desk") filled.wrong[kWayId] = "Choose how the person answered.";
    for (std::size_t i = 0; i < survey.questions.size(); ++i) {
        const std::string field = field_of(i);
        if (form[field].empty()) continue;
        const auto choice = choice_of(form[field], survey.questions[i], survey);
        if (choice) {
            filled.answers.answers.push_back({survey.questions[i].id, *choice});
        } else {
            filled.wrong[field] = "Choose one of these answers.";
        }
    }
    filled.answers.comment = on_one_line(form[kCommentId]);
    const std::string why = app::why_comment_is_refused(filled.answers.comment);
    if (!why.empty()) filled.wrong[kCommentId] = why;
    if (form["share"] == "yes") filled.sharing = app::Sharing::WithWorker;
    filled.wants_to_talk = form["talk"] == "yes";
    return filled;
}

void set_questions(Words& words, const domain::Survey& survey, const Form& form, const Filled& filled) {
    Words questions(Words::type::list);
    for (std::size_t i = 0; i < survey.questions.size(); ++i)
        questions << question_words(survey, i, form, filled);
    words.set("questions", questions);
    words.set("has_comment", survey.comment);
    words.set("comment", form[kCommentId]);
    words.set("is_paper", form[kWayId] == "paper");
    words.set("is_desk", form[kWayId] == "desk");
    words.set("is_shared", form["share"] == "yes");
    words.set("is_talk", form["talk"] == "yes");
    set_wrong(words, filled, kWayId);
    set_wrong(words, filled, kCommentId);
    for (const std::string& id : ids_in_order(survey)) {
        const auto wrong = filled.wrong.find(id);
        if (wrong == filled.wrong.end()) continue;
        set_problem(words, wrong->second, id);
        return;
    }
    set_problem(words, "", "");
}

bool may_enter(app::Role role, domain::OfferKind kind) {
    return may(role, PageName::EnterAnswers) && (domain::is_rating(kind) || role != app::Role::Caseworker);
}

}  // namespace server::reception
