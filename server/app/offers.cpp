#include "server/app/offers.h"

#include <algorithm>
#include <utility>

#include "shared/base/if_found.h"
#include "shared/protocol/limits.h"

namespace server::app {
namespace {

using domain::OfferKind;
using domain::OfferState;

/// The survey first: it is short, and nobody is tired yet.
int place_of(OfferKind kind) {
    switch (kind) {
        case OfferKind::ExitSurvey:
            return 0;
        case OfferKind::StartRating:
            return 1;
        case OfferKind::ExitRating:
            return 2;
    }
    return 3;
}

/// Complete ratings of the start, to be shown beside those of the end.
std::vector<domain::Answer> rated_before(const std::vector<Offer>& all, const Offer& now) {
    if (now.kind != OfferKind::ExitRating) return {};
    for (const Offer& one : all) {
        const bool start = one.kind == OfferKind::StartRating && one.referral == now.referral;
        if (start && one.answers) return one.answers->answers;
    }
    return {};
}

enum class Before { Told, LeftOut };

base::Result<std::vector<protocol::Offer>> open_ones(View& view, const domain::PersonId& person,
                                                     Before before) {
    std::vector<Offer> all = TRY(view.offers_of(person));
    std::stable_sort(all.begin(), all.end(),
                     [](const Offer& a, const Offer& b) { return place_of(a.kind) < place_of(b.kind); });
    std::vector<protocol::Offer> open;
    for (const Offer& one : all) {
        if (!domain::is_open(one.state) || open.size() == protocol::kOffersMax) continue;
        const auto referral = TRY(base::if_found(view.referral(one.referral)));
        protocol::Offer offer;
        offer.id = one.id;
        offer.kind = one.kind;
        if (referral) offer.service = referral->contract.text();
        if (before == Before::Told) offer.before = rated_before(all, one);
        open.push_back(std::move(offer));
    }
    return open;
}

}  // namespace

base::Done open_offer(Transaction& transaction, const domain::ReferralId& referral,
                      const domain::PersonId& person, OfferKind kind, const Occasion& occasion) {
    for (const Offer& one : TRY(transaction.offers_of(referral))) {
        if (one.kind == kind) return {};
    }
    Offer offer;
    offer.id = domain::OfferId(base::new_uuid(occasion.entropy));
    offer.referral = referral;
    offer.person = person;
    offer.kind = kind;
    offer.opened_at = occasion.moment.now;
    return transaction.put(offer);
}

base::Done open_offers_of_arrival(Transaction& transaction, const domain::Appointment& appointment,
                                  const Occasion& occasion) {
    if (appointment.type != domain::AppointmentType::SupplierAssessment) return {};
    return open_offer(transaction, appointment.referral, appointment.person, OfferKind::StartRating,
                      occasion);
}

base::Result<std::vector<protocol::Offer>> offers_to_make(View& view, const domain::PersonId& person) {
    return open_ones(view, person, Before::Told);
}

base::Result<std::vector<protocol::Offer>> offers_to_list(View& view, const domain::PersonId& person) {
    return open_ones(view, person, Before::LeftOut);
}

base::Result<bool> has_open_offer(View& view, const domain::PersonId& person) {
    const auto all = TRY(view.offers_of(person));
    return std::any_of(all.begin(), all.end(), [](const Offer& one) { return domain::is_open(one.state); });
}

base::Result<unsigned> expire_offers(Transaction& transaction, base::Instant now) {
    unsigned expired = 0;
    for (const Offer& one : TRY(transaction.open_offers())) {
        if (one.opened_at >= now - kOfferOpenFor) continue;
        Offer over = one;
        over.state = OfferState::Expired;
        over.ended_at = now;
        TRY_DONE(transaction.put(over));
        ++expired;
    }
    return expired;
}

}  // namespace server::app
