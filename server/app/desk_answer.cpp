#include "server/app/desk_answer.h"

#include <algorithm>
#include <set>

#include "server/app/decision_event.h"
#include "server/app/held_answers.h"
#include "server/app/take_offer_word.h"

namespace server::app {
namespace {

using domain::OfferState;

tl::unexpected<base::Error> refuse(const std::string& why) {
    return base::fail(base::ErrorKind::InvalidInput, why);
}

/// Characters, not bytes.
std::size_t letters_in(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

base::Done check_answers(const domain::Answers& answers, const domain::Survey& survey) {
    std::set<std::string> seen;
    for (const domain::Answer& one : answers.answers) {
        const auto question =
            std::find_if(survey.questions.begin(), survey.questions.end(),
                         [&](const domain::Question& asked) { return asked.id == one.question; });
        if (question == survey.questions.end()) return refuse("the survey has no such question");
        if (!seen.insert(one.question).second) return refuse("a question is answered twice");
        const bool does_not_apply = one.choice == domain::kDoesNotApply && question->does_not_apply;
        const bool is_choice = one.choice >= 1 && one.choice <= survey.scale_of(*question).choices.size();
        if (!does_not_apply && !is_choice) return refuse("a question has no such answer");
    }
    if (!answers.comment.empty() && !survey.comment) return refuse("these questions have no comment");
    const std::string why = why_comment_is_refused(answers.comment);
    if (!why.empty()) return refuse(why);
    return {};
}

base::Result<Offer> open_one(View& view, const DeskAnswer& desk) {
    for (const Offer& one : TRY(view.offers_of(desk.referral))) {
        if (one.kind != desk.kind) continue;
        if (domain::is_open(one.state)) return one;
        return base::fail(base::ErrorKind::Conflict, "this was answered or declined meanwhile");
    }
    return base::fail(base::ErrorKind::NotFound, "nothing of this kind was offered");
}

std::string month_of(base::Instant now) {
    constexpr std::size_t kMonthLength = 7;  // 2026-11
    return domain::to_text(domain::london_date(now)).substr(0, kMonthLength);
}

}  // namespace

std::string why_comment_is_refused(const std::string& comment) {
    const bool too_long =
        letters_in(comment) > domain::kCommentLettersMax || comment.size() > domain::kCommentBytesMax;
    if (too_long) return "Shorten the comment to " + std::to_string(domain::kCommentLettersMax) + " letters.";
    const bool plain = std::none_of(comment.begin(), comment.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return plain ? "" : "Write the comment on one line.";
}

base::Done take_desk_answer(Transaction& transaction, const DeskAnswer& desk, const domain::Survey& survey,
                            const Occasion& occasion) {
    TRY_DONE(check_actor(desk.actor));
    TRY_DONE(check_answers(desk.answers, survey));
    const Referral referral = TRY(transaction.referral(desk.referral));
    const Offer offer = TRY(open_one(transaction, desk));
    const base::Instant now = occasion.moment.now;
    const bool answered = desk.word == OfferState::Completed &&
                          (!desk.answers.answers.empty() || !desk.answers.comment.empty());
    const bool named = domain::is_rating(desk.kind) || desk.sharing == Sharing::WithWorker;
    OfferStep step{desk.word, now, std::nullopt, desk.way, desk.actor};
    if (answered && named) step.kept = desk.answers;
    TRY_DONE(step_offer(transaction, offer, step));
    if (!answered || named) return {};
    return hold_answer(transaction, {month_of(now), referral.contract.text(), desk.answers}, now);
}

base::Done call_from_desk(Transaction& transaction, const std::string& language, const Occasion& occasion) {
    Call call;
    call.id = base::new_uuid(occasion.entropy);
    call.kiosk = domain::KioskId(kDesk);
    call.language = language;
    call.cause = kWantsToTalk;
    call.at = occasion.moment.now;
    call.heard_at = occasion.moment.now;
    call.clock = occasion.moment.clock;
    return transaction.put(call);
}

}  // namespace server::app
