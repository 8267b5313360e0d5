#pragma once

#include <string>

#include "server/app/occasion.h"
#include "server/app/store.h"
#include "shared/domain/survey.h"

/// What people answer at the desk, on paper or in words, and staff enter: what a kiosk can record, reception
/// can.
namespace server::app {

/// Whether the person lets their worker see what they answered to the exit survey.
enum class Sharing { WithoutName, WithWorker };

struct DeskAnswer {
    domain::ReferralId referral;
    domain::OfferKind kind = domain::OfferKind::ExitSurvey;
    domain::OfferState word = domain::OfferState::Offered;  ///< Offered (later), Declined or Completed
    OfferWay way = OfferWay::Desk;
    domain::Answers answers;  ///< what was left out has none
    Sharing sharing = Sharing::WithoutName;
    std::string actor;  ///< the name of the member of staff
};

/// Why the comment cannot be kept, as a sentence; empty when it can.
std::string why_comment_is_refused(const std::string& comment);

/// The same steps as a kiosk's word, and told apart from one. Ratings and shared answers stand with the offer
/// under the person's key, all others wait without a name for the close of day (hold_answer).
///
/// InvalidInput without a name and for answers that the survey does not have; NotFound for an offer or
/// referral that the hub does not hold; Conflict when the offer is over.
base::Done take_desk_answer(Transaction& transaction, const DeskAnswer& desk, const domain::Survey& survey,
                            const Occasion& occasion);

/// Where calls come from that are made at the desk. No kiosk has a name like it.
inline constexpr char kDesk[] = "the desk";

/// Somebody at the desk would like to talk to somebody: a call like a kiosk's, which says where and when, and
/// not who.
base::Done call_from_desk(Transaction& transaction, const std::string& language, const Occasion& occasion);

}  // namespace server::app
