#include "server/app/survey_answers.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "server/app/small_group.h"
#include "shared/domain/calendar.h"

namespace server::app {
namespace {

using Group = std::vector<domain::Answers>;

/// Choices that are taken together, from the finest way to the coarsest.
using Parts = std::vector<std::pair<unsigned, unsigned>>;

/// Five single choices; very bad with bad and good with very good; the lower and the upper.
std::vector<Parts> ways_to_tell(unsigned choices) {
    Parts each;
    for (unsigned i = 1; i <= choices; ++i) each.emplace_back(i, i);
    std::vector<Parts> ways{each};
    const unsigned below = choices / 2;
    const bool has_middle = choices % 2 == 1;
    if (choices > 3 && has_middle)
        ways.push_back({{1U, below}, {below + 1, below + 1}, {below + 2, choices}});
    if (choices > 2) ways.push_back({{1U, choices - below}, {choices - below + 1, choices}});
    return ways;
}

/// How many gave each answer to a question, by its number.
using Counts = std::map<unsigned, unsigned>;

Counts counts_of(const Group& group, const std::string& question) {
    Counts counts;
    for (const domain::Answers& one : group) {
        const auto answer = std::find_if(one.answers.begin(), one.answers.end(),
                                         [&](const auto& each) { return each.question == question; });
        if (answer != one.answers.end()) ++counts[answer->choice];
    }
    return counts;
}

/// The counts of these parts; none where one of them is too small, for the others would give it away.
std::optional<std::vector<ChoiceCount>> told_in(const Parts& parts, const Counts& counts, unsigned smallest) {
    std::vector<ChoiceCount> told;
    for (const auto& [from, to] : parts) {
        ChoiceCount one{from, to, 0};
        for (const auto& [choice, count] : counts) {
            if (choice >= from && choice <= to) one.count += count;
        }
        if (!may_be_told(one.count, smallest)) return std::nullopt;
        told.push_back(one);
    }
    return told;
}

QuestionFigures figures_of(const std::string& question, unsigned choices, const Group& group,
                           unsigned smallest) {
    const Counts counts = counts_of(group, question);
    QuestionFigures figures;
    figures.question = question;
    unsigned answered = 0;
    for (const auto& [choice, count] : counts) answered += count;
    unsigned left_out = static_cast<unsigned>(group.size()) - answered;
    const auto found = counts.find(domain::kDoesNotApply);
    unsigned does_not_apply = found == counts.end() ? 0 : found->second;
    if (!may_be_told(left_out, smallest) || !may_be_told(does_not_apply, smallest)) {
        left_out += does_not_apply;
        does_not_apply = 0;
    }
    if (!may_be_told(left_out, smallest)) return figures;
    for (const Parts& parts : ways_to_tell(choices)) {
        auto told = told_in(parts, counts, smallest);
        if (!told) continue;
        figures.choices = *std::move(told);
        if (does_not_apply > 0)
            figures.choices.push_back({domain::kDoesNotApply, domain::kDoesNotApply, does_not_apply});
        figures.left_out = left_out;
        return figures;
    }
    return figures;
}

/// The questions of the survey; of another version those that were answered, in the order of their ids.
std::vector<std::pair<std::string, unsigned>> questions_of(const domain::Survey& survey, const Group& group,
                                                           bool is_this) {
    std::vector<std::pair<std::string, unsigned>> questions;
    if (is_this) {
        for (const domain::Question& one : survey.questions)
            questions.emplace_back(one.id, static_cast<unsigned>(survey.scale_of(one).choices.size()));
        return questions;
    }
    std::map<std::string, unsigned> answered;
    for (const domain::Answers& one : group) {
        for (const domain::Answer& answer : one.answers) answered[answer.question] = domain::kChoicesMax;
    }
    questions.assign(answered.begin(), answered.end());
    return questions;
}

AnswerFigures figures_of(AnswerFigures figures, const domain::Survey& survey, const Group& group,
                         unsigned smallest) {
    if (group.size() < smallest) return figures;
    figures.people = static_cast<unsigned>(group.size());
    const bool is_this = figures.survey == survey.id && figures.version == survey.version;
    for (const auto& [question, choices] : questions_of(survey, group, is_this))
        figures.questions.push_back(figures_of(question, choices, group, smallest));
    for (const domain::Answers& one : group) {
        if (!one.comment.empty()) figures.comments.push_back(one.comment);
    }
    std::sort(figures.comments.begin(), figures.comments.end());
    return figures;
}

}  // namespace

base::Result<std::vector<AnswerFigures>> answer_figures(View& view, const domain::Survey& survey,
                                                        base::Instant now, unsigned smallest) {
    constexpr std::size_t kMonthLength = 7;  // 2026-11
    // On the first day the kiosks still deliver what they held of the month before.
    const domain::Date yesterday{std::chrono::sys_days{domain::london_date(now)} - std::chrono::days{1}};
    const std::string going_on = domain::to_text(yesterday).substr(0, kMonthLength);
    std::map<std::tuple<std::string, std::string, std::string>, Group> groups;
    for (const AnonymousAnswer& one : TRY(view.anonymous_answers())) {
        if (one.month >= going_on) continue;
        groups[{one.month, one.answers.survey, one.answers.version}].push_back(one.answers);
    }
    std::vector<AnswerFigures> all;
    for (const auto& [of, group] : groups) {
        AnswerFigures figures;
        std::tie(figures.month, figures.survey, figures.version) = of;
        all.push_back(figures_of(std::move(figures), survey, group, smallest));
    }
    std::reverse(all.begin(), all.end());
    return all;
}

}  // namespace server::app
