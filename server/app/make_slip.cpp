#include "server/app/make_slip.h"

#include <array>
#include <utility>

#include "server/app/decision_event.h"
#include "shared/domain/slip.h"

namespace server::app {
namespace {

std::string new_token(domain::SlipKind kind, const std::string& mark, base::Entropy& entropy) {
    std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    entropy.fill(chance);
    return domain::new_slip(kind, mark, chance);
}

/// The first moment at which it works no more.
base::Instant end_of_slip(base::Instant made_at) {
    const std::chrono::sys_days made{domain::london_date(made_at)};
    return domain::start_of(domain::Date{made + kSlipLasts + std::chrono::days{1}});
}

}  // namespace

base::Result<MadeSlip> make_slip(Transaction& transaction, const domain::ReferralId& referral,
                                 const std::string& actor, const domain::KeyedHash& hash,
                                 const Occasion& occasion) {
    TRY_DONE(check_actor(actor));
    const Referral given = TRY(transaction.referral(referral));
    const base::Instant now = occasion.moment.now;
    if (auto before = TRY(transaction.slip_of(given.person))) {
        before->revoked_at = now;
        TRY_DONE(transaction.put(*before));
    }
    MadeSlip made;
    made.token = new_token(domain::SlipKind::Visitor, TRY(transaction.slip_mark()), occasion.entropy);
    made.slip.id = domain::SlipId(base::new_uuid_at(occasion.entropy, now));
    made.slip.person = given.person;
    made.slip.referral = given.id;
    made.slip.hash = domain::slip_hash(hash, made.token);
    made.slip.made_at = now;
    made.slip.expires_at = end_of_slip(now);
    made.slip.made_by = actor;
    TRY_DONE(transaction.put(made.slip));
    domain::AttendanceEvent event =
        new_event(domain::EventKind::SlipMade, domain::AppointmentId(), given.person, occasion);
    event.referral = given.id;
    event.actor = actor;
    TRY_DONE(transaction.append(event));
    return made;
}

base::Result<std::string> make_badge(View& view, base::Entropy& entropy) {
    return new_token(domain::SlipKind::Staff, TRY(view.slip_mark()), entropy);
}

}  // namespace server::app
