#pragma once

#include <optional>
#include <string>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// How somebody's offer goes on, whoever tells it: made, declined, answered, left half-way.
struct OfferStep {
    domain::OfferState word = domain::OfferState::Offered;
    base::Instant at{};
    std::optional<domain::Answers> kept;  ///< with the offer, under the person's key
    OfferWay way = OfferWay::Kiosk;
    std::string entered_by;  ///< empty for a kiosk
};

/// The first end of an offer stands: an offer that is over is left as it is.
base::Done step_offer(Transaction& transaction, Offer offer, const OfferStep& step);

/// What a kiosk tells of an offer: made, declined, answered, left half-way. The first end of an offer stands;
/// a word that comes after it changes nothing. Ratings, and answers that the person shares with their worker,
/// are kept with it. NotFound for an offer the hub does not hold.
base::Done take_offer_word(Transaction& transaction, const protocol::OfferWord& word, const Moment& moment);

/// Keeps what people answered without their names. Nothing is kept of the request but its reply.
base::Done keep_answers(Transaction& transaction, const protocol::AnswersTogether& together);

}  // namespace server::app
