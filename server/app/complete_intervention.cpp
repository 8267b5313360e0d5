#include "server/app/complete_intervention.h"

#include "server/app/decision_event.h"
#include "server/app/offers.h"

namespace server::app {

base::Done complete_intervention(Transaction& transaction, const Completion& completion,
                                 const Occasion& occasion) {
    TRY_DONE(check({domain::AppointmentId(), completion.actor, completion.reason}));
    const Referral referral = TRY(transaction.referral(completion.referral));
    for (const Offer& one : TRY(transaction.offers_of(referral.id))) {
        if (one.kind != domain::OfferKind::ExitSurvey) continue;
        return base::fail(base::ErrorKind::Conflict, "this intervention is recorded as completed already");
    }
    domain::AttendanceEvent event = new_event(domain::EventKind::InterventionCompleted,
                                              domain::AppointmentId(), referral.person, occasion);
    event.referral = referral.id;
    event.actor = completion.actor;
    event.reason = completion.reason;
    TRY_DONE(transaction.append(event));
    for (const auto kind : {domain::OfferKind::ExitSurvey, domain::OfferKind::ExitRating}) {
        TRY_DONE(open_offer(transaction, referral.id, referral.person, kind, occasion));
    }
    return {};
}

}  // namespace server::app
