#include <algorithm>
#include <utility>

#include "kiosk/app/keyboard.h"
#include "kiosk/app/turn.h"
#include "shared/base/invariant.h"
#include "shared/domain/calendar.h"

namespace kiosk::app {
namespace {

using domain::OfferState;

/// The hub's own time where it is known, else the kiosk's clock.
base::Instant now_of(const Turn& turn) {
    return server_time(turn.model, turn.now.clocks).value_or(turn.now.clocks.wall);
}

bool is_rating(const Asking& asking) {
    return domain::is_rating(asking.offer.kind);
}

/// Past the last question.
std::size_t questions(const Turn& turn) {
    return survey_of(turn.model).questions.size();
}

domain::Answers answers_of(const Model& model) {
    const domain::Survey& survey = survey_of(model);
    const Asking& asking = *model.visit.asking;
    domain::Answers answers{survey.id, survey.version, {}, asking.comment};
    for (std::size_t i = 0; i < asking.answers.size(); ++i) {
        if (asking.answers[i]) answers.answers.push_back({survey.questions[i].id, *asking.answers[i]});
    }
    return answers;
}

protocol::OfferWord word_of(const Turn& turn, OfferState word) {
    return {turn.visit().asking->offer.id, word, turn.now.clocks, std::nullopt, {}};
}

/// Writes down what became of the offer. Answers go with it under the person's name only as they were told.
void keep(const Turn& turn, OfferState word) {
    Visit& visit = turn.visit();
    Asking& asking = *visit.asking;
    asking.word = word;
    asking.skipped_all = !has_answers(asking);
    effect::KeepOffer keeping;
    keeping.word = word_of(turn, word);
    const base::Instant now = now_of(turn);
    keeping.day = domain::london_date(now);
    if (word != OfferState::Declined && has_answers(asking)) {
        const domain::Answers answers = answers_of(turn.model);
        if (is_rating(asking) || asking.share) {
            keeping.word.shared = answers;
        } else {
            constexpr std::size_t kMonthLength = 7;  // 2026-11
            keeping.apart = protocol::AnonymousAnswers{domain::to_text(keeping.day).substr(0, kMonthLength),
                                                       asking.offer.service, answers};
        }
    }
    go(turn, Step::SurveySaving);
    visit.keeping = event::Act::Offer;
    visit.keep_by = turn.since_boot() + kKeepWait;
    turn.effects.emplace_back(std::move(keeping));
}

void go_to_question(const Turn& turn, std::size_t number) {
    turn.visit().asking->question = number;
    go(turn, Step::SurveyQuestion);
}

/// Nothing to share: the question would be an empty one.
void go_to_share(const Turn& turn) {
    go(turn, has_answers(*turn.visit().asking) ? Step::SurveyShare : Step::SurveyTalk);
}

void after_last_question(const Turn& turn) {
    if (is_rating(*turn.visit().asking)) return keep(turn, OfferState::Completed);
    if (survey_of(turn.model).comment) return go(turn, Step::SurveyComment);
    go_to_share(turn);
}

void go_on(const Turn& turn) {
    const std::size_t next = turn.visit().asking->question + 1;
    if (next < questions(turn)) return go_to_question(turn, next);
    after_last_question(turn);
}

void back_to_last_question(const Turn& turn) {
    go_to_question(turn, questions(turn) - 1);
}

/// Somebody is wanted: at once, not when the rest is done.
void call_somebody(const Turn& turn) {
    Visit& visit = turn.visit();
    visit.asking->talk = true;
    if (turn.model.link == Link::Down) return;
    visit.asking->called = true;
    call_reception(turn, protocol::CallCause::SurveyHelp);
}

bool at(const Turn& turn, Step step) {
    return turn.visit().step == step && turn.visit().asking;
}

/// UTF-8 of one letter.
std::string utf8(char32_t letter) {
    std::string out;
    const auto byte = [&](char32_t bits) {
        out += static_cast<char>(static_cast<unsigned char>(bits));
    };
    if (letter < 0x80) {
        byte(letter);
    } else if (letter < 0x800) {
        byte(0xC0 | letter >> 6), byte(0x80 | (letter & 0x3F));
    } else {
        byte(0xE0 | letter >> 12), byte(0x80 | (letter >> 6 & 0x3F)), byte(0x80 | (letter & 0x3F));
    }
    return out;
}

std::size_t letters_in(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

const domain::Survey& survey_of(const Model& model) {
    INVARIANT(model.surveys && model.visit.asking, "a survey is under way");
    return model.surveys->of(model.visit.asking->offer.kind);
}

const domain::Question& question_of(const Model& model) {
    return survey_of(model).questions.at(model.visit.asking->question);
}

bool has_answers(const Asking& asking) {
    const bool any = std::any_of(asking.answers.begin(), asking.answers.end(),
                                 [](const auto& one) { return one.has_value(); });
    return any || !asking.comment.empty();
}

bool make_next_offer(const Turn& turn) {
    Visit& visit = turn.visit();
    if (visit.offers.empty() || !turn.model.surveys || !turn.model.journal_works) return false;
    Asking asking;
    asking.offer = visit.offers.front();
    asking.answers.resize(turn.model.surveys->of(asking.offer.kind).questions.size());
    visit.offers.erase(visit.offers.begin());
    visit.asking = std::move(asking);
    go(turn, Step::SurveyIntro);
    turn.effects.emplace_back(effect::KeepOffer{word_of(turn, OfferState::Offered), std::nullopt, {}});
    return true;
}

void begin_answers(const Turn& turn) {
    if (at(turn, Step::SurveyIntro)) go_to_question(turn, 0);
}

void decline_answers(const Turn& turn) {
    if (at(turn, Step::SurveyIntro)) keep(turn, OfferState::Declined);
}

void choose(const Turn& turn, unsigned choice) {
    if (!at(turn, Step::SurveyQuestion)) return;
    const domain::Question& question = question_of(turn.model);
    const std::size_t choices = survey_of(turn.model).scale_of(question).choices.size();
    if (choice > choices || (choice == domain::kDoesNotApply && !question.does_not_apply)) return;
    Asking& asking = *turn.visit().asking;
    asking.answers.at(asking.question) = choice;
    go_on(turn);
}

void skip_question(const Turn& turn) {
    if (at(turn, Step::SurveyTalk)) return keep(turn, OfferState::Completed);
    if (at(turn, Step::SurveyComment)) {
        turn.visit().asking->comment.clear();
        return go_to_share(turn);
    }
    if (!at(turn, Step::SurveyQuestion)) return;
    Asking& asking = *turn.visit().asking;
    asking.answers.at(asking.question).reset();
    go_on(turn);
}

void type(const Turn& turn, char32_t letter) {
    if (!at(turn, Step::SurveyComment) || !has_key(language_of(turn.model), letter)) return;
    std::string& comment = turn.visit().asking->comment;
    const bool second_space = letter == U' ' && (comment.empty() || comment.back() == ' ');
    if (second_space || letters_in(comment) >= domain::kCommentLettersMax) return;
    comment += utf8(letter);
}

void erase_letter(const Turn& turn) {
    std::string& comment = turn.visit().asking->comment;
    while (!comment.empty()) {
        const auto last = static_cast<unsigned char>(comment.back());
        comment.pop_back();
        if ((last & 0xC0U) != 0x80U) return;
    }
}

void say_yes_or_no(const Turn& turn, bool yes) {
    Visit& visit = turn.visit();
    if (at(turn, Step::SurveyShare)) {
        visit.asking->share = yes;
        return go(turn, Step::SurveyTalk);
    }
    if (at(turn, Step::SurveyTalk)) {
        if (yes) call_somebody(turn);
        return keep(turn, OfferState::Completed);
    }
    if (!at(turn, Step::SurveyStop)) return;
    if (yes) return keep(turn, OfferState::Partial);
    end_visit(turn);
}

void go_on_answering(const Turn& turn) {
    if (at(turn, Step::SurveyComment)) return go_to_share(turn);
    if (!at(turn, Step::RatingPicture)) return;
    Asking& asking = *turn.visit().asking;
    if ((asking.page + 1) * kPictureRows >= asking.answers.size()) return;
    ++asking.page;
    go(turn, Step::RatingPicture);
}

void go_back_answering(const Turn& turn) {
    Visit& visit = turn.visit();
    if (!visit.asking) return;
    Asking& asking = *visit.asking;
    switch (visit.step) {
        case Step::SurveyQuestion:
            if (asking.question == 0) return go(turn, Step::SurveyIntro);
            return go_to_question(turn, asking.question - 1);
        case Step::SurveyComment:
            return back_to_last_question(turn);
        case Step::SurveyShare:
            if (survey_of(turn.model).comment) return go(turn, Step::SurveyComment);
            return back_to_last_question(turn);
        case Step::SurveyTalk:
            if (has_answers(asking)) return go(turn, Step::SurveyShare);
            if (survey_of(turn.model).comment) return go(turn, Step::SurveyComment);
            return back_to_last_question(turn);
        case Step::SurveyStop:
            return go(turn, asking.left_at);
        case Step::RatingPicture:
            if (asking.page == 0) return;
            --asking.page;
            return go(turn, Step::RatingPicture);
        default:
            return;
    }
}

bool stop_answering(const Turn& turn) {
    Visit& visit = turn.visit();
    const bool under_way = visit.step == Step::SurveyQuestion || visit.step == Step::SurveyComment ||
                           visit.step == Step::SurveyShare || visit.step == Step::SurveyTalk;
    if (!under_way || !visit.asking || !has_answers(*visit.asking)) return false;
    visit.asking->left_at = visit.step;
    go(turn, Step::SurveyStop);
    return true;
}

void finish_answers(const Turn& turn) {
    turn.visit().asking.reset();
    if (!make_next_offer(turn)) end_visit(turn);
}

void offer_kept(const Turn& turn, const domain::OfferId& offer) {
    Visit& visit = turn.visit();
    // "Offered" is kept too, and nobody waits for it.
    if (visit.step != Step::SurveySaving || !visit.asking || visit.asking->offer.id != offer) return;
    visit.keeping.reset();
    Asking& asking = *visit.asking;
    if (is_rating(asking) && asking.word != OfferState::Declined) return go(turn, Step::RatingPicture);
    // Nobody who comes later can look back at what was answered.
    asking.answers.clear();
    asking.comment.clear();
    go(turn, Step::SurveyThanks);
}

void offer_not_kept(const Turn& turn) {
    turn.visit().keeping.reset();
    turn.visit().asking.reset();
    turn.visit().offers.clear();
    see_reception(turn, ReceptionReason::AnswersNotKept);
}

void send_answers_before(const Turn& turn, domain::Date day) {
    auto& sent = turn.model.answers_sent_before;
    if (sent && *sent >= day) return;
    sent = day;
    turn.effects.emplace_back(effect::SendAnswers{day});
}

}  // namespace kiosk::app
