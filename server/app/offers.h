#pragma once

#include <vector>

#include "server/app/occasion.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

/// What is open for people to answer (docs/surveys.md).
namespace server::app {

/// An offer that nobody came for in this time is over: it would keep a person from erasure for ever.
inline constexpr std::chrono::days kOfferOpenFor{30};

/// Opens an offer for the referral unless it has one of this kind already, in whatever state.
base::Done open_offer(Transaction& transaction, const domain::ReferralId& referral,
                      const domain::PersonId& person, domain::OfferKind kind, const Occasion& occasion);

/// Somebody has come for this appointment: an assessment opens the rating at the start (DS4).
base::Done open_offers_of_arrival(Transaction& transaction, const domain::Appointment& appointment,
                                  const Occasion& occasion);

/// What is open for the person now, as a kiosk makes it: the survey before the ratings.
base::Result<std::vector<protocol::Offer>> offers_to_make(View& view, const domain::PersonId& person);
/// The same without what was rated before: for a list that a kiosk holds all day.
base::Result<std::vector<protocol::Offer>> offers_to_list(View& view, const domain::PersonId& person);
base::Result<bool> has_open_offer(View& view, const domain::PersonId& person);

/// Ends the offers of before that nobody came for; how many.
base::Result<unsigned> expire_offers(Transaction& transaction, base::Instant now);

}  // namespace server::app
