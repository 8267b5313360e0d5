// What people answered without their names, for managers and analysts: by month and question, with what they
// said in their own words, and nothing of groups so small that somebody could be made out.

#include "server/app/survey_answers.h"
#include "server/reception/day_words.h"
#include "server/reception/month_words.h"
#include "server/reception/survey_words.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr unsigned kAll = 100;

/// Whether the answers are to the questions as they are asked now.
bool is_of(const domain::Survey& survey, const app::AnswerFigures& figures) {
    return figures.survey == survey.id && figures.version == survey.version;
}

const domain::Question* question_of(const domain::Survey& survey, const std::string& id) {
    for (const domain::Question& one : survey.questions) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

/// `Hard`, `Hard or Very hard`; the numbers where the survey is another.
std::string choices_in_words(const domain::Survey& survey, const std::string& question,
                             const app::ChoiceCount& count) {
    std::string words;
    for (unsigned choice = count.from; choice <= count.to; ++choice)
        words += (words.empty() ? "" : " or ") + answer_in_words(survey, {question, choice});
    return words;
}

Words bar_words(const std::string& what, unsigned count, unsigned people) {
    Words words;
    words.set("what", what);
    words.set("count", std::to_string(count));
    words.set("share", std::to_string(people == 0 ? 0 : kAll * count / people));
    return words;
}

Words question_words(const domain::Survey& survey, const app::QuestionFigures& figures, unsigned people) {
    const domain::Question* question = question_of(survey, figures.question);
    Words bars(Words::type::list);
    for (const app::ChoiceCount& one : figures.choices)
        bars << bar_words(choices_in_words(survey, figures.question, one), one.count, people);
    if (figures.left_out > 0) bars << bar_words("None of these", figures.left_out, people);
    Words words;
    words.set("ask", question == nullptr ? figures.question : domain::text_in(question->ask, "en"));
    words.set("bars", bars);
    words.set("is_told", !figures.choices.empty());
    return words;
}

Words month_words(const domain::Survey& now, const app::AnswerFigures& figures, std::size_t number) {
    static const domain::Survey kAnother{};
    const domain::Survey& survey = is_of(now, figures) ? now : kAnother;
    Words questions(Words::type::list);
    for (std::size_t i = 0; i < figures.questions.size(); ++i) {
        Words words = question_words(survey, figures.questions[i], figures.people.value_or(0));
        words.set("element", "answers-" + std::to_string(number) + '-' + std::to_string(i));
        questions << words;
    }
    Words comments(Words::type::list);
    for (const std::string& one : figures.comments) {
        Words words;
        words.set("comment", one);
        comments << words;
    }
    Words words;
    words.set("month", month_in_words(figures.month));
    words.set("is_another", !is_of(now, figures));
    words.set("version", figures.survey + ' ' + figures.version);
    words.set("is_told", figures.people.has_value());
    words.set("people", figures.people ? std::to_string(*figures.people) : std::string());
    words.set("questions", questions);
    words.set("comments", comments);
    words.set("has_comments", !figures.comments.empty());
    return words;
}

}  // namespace

Reply survey_answers(Office& office, Visit& visit) {
    const domain::Survey& survey = office.needs.surveys.exit;
    std::vector<app::AnswerFigures> all;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        all = TRY(app::answer_figures(view, survey, visit.moment.now, office.needs.smallest_group));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words months(Words::type::list);
    for (std::size_t i = 0; i < all.size(); ++i) months << month_words(survey, all[i], i);
    Words words = words_of(office, visit);
    words.set("months", months);
    words.set("has_months", !all.empty());
    words.set("smallest", std::to_string(office.needs.smallest_group));
    return page(frame_of(office, visit, "What people answered"), "survey_answers.html", words);
}

}  // namespace server::reception
