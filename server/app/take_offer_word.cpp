#include "server/app/take_offer_word.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace server::app {

base::Done step_offer(Transaction& transaction, Offer offer, const OfferStep& step) {
    if (!domain::is_open(offer.state)) return {};
    if (!offer.offered_at) offer.offered_at = step.at;
    offer.state = step.word;
    if (!domain::is_open(step.word)) offer.ended_at = step.at;
    if (step.kept) offer.answers = step.kept;
    offer.way = step.way;
    offer.entered_by = step.entered_by;
    return transaction.put(offer);
}

base::Done take_offer_word(Transaction& transaction, const protocol::OfferWord& word, const Moment& moment) {
    Offer offer = TRY(transaction.offer(word.offer));
    // Of a time that is not certain, that of the telling stands: it is the latest that it can have been.
    const domain::TrueTime told = domain::true_time(word.at, word.told, moment.now, moment.clock);
    const base::Instant said = told.clock == domain::ClockState::Sure ? told.at : moment.now;
    const base::Instant at = std::clamp(said, std::min(offer.opened_at, moment.now), moment.now);
    return step_offer(transaction, std::move(offer), {word.word, at, word.shared, OfferWay::Kiosk, ""});
}

base::Done keep_answers(Transaction& transaction, const protocol::AnswersTogether& together) {
    std::vector<AnonymousAnswer> answers;
    for (const protocol::AnonymousAnswers& one : together.all) {
        answers.push_back({one.month, one.service, one.answers});
    }
    return transaction.add(answers);
}

}  // namespace server::app
