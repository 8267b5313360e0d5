#include "server/app/revoke_slip.h"

#include "server/app/decision_event.h"

namespace server::app {

base::Done revoke_slip(Transaction& transaction, const SlipEnding& ending, const Occasion& occasion) {
    TRY_DONE(check({domain::AppointmentId(), ending.actor, ending.reason}));
    Slip slip = TRY(transaction.slip(ending.slip));
    if (slip.revoked_at) {
        return base::fail(base::ErrorKind::Conflict, "this slip has ended already");
    }
    slip.revoked_at = occasion.moment.now;
    TRY_DONE(transaction.put(slip));
    domain::AttendanceEvent event =
        new_event(domain::EventKind::SlipRevoked, domain::AppointmentId(), slip.person, occasion);
    event.referral = slip.referral;
    event.actor = ending.actor;
    event.reason = ending.reason;
    return transaction.append(event);
}

}  // namespace server::app
