#include "server/app/consent.h"

#include "server/app/decision_event.h"

namespace server::app {
namespace {

base::Done check_partners(const ConsentSaid& said) {
    const bool blank = said.with.find_first_not_of(" \t\r\n") == std::string::npos;
    if (said.word == ConsentWord::Given && blank)
        return base::fail(base::ErrorKind::InvalidInput, "say with whom the hub may share");
    if (said.with.size() > kPartnersBytesMax)
        return base::fail(base::ErrorKind::InvalidInput, "say with whom in fewer words");
    return {};
}

}  // namespace

base::Done record_consent(Transaction& transaction, const ConsentSaid& said, const Occasion& occasion) {
    TRY_DONE(check_actor(said.actor));
    TRY_DONE(check_partners(said));
    const base::Instant now = occasion.moment.now;
    if (said.said_on > domain::london_date(now))
        return base::fail(base::ErrorKind::InvalidInput, "the day is still to come");
    const auto before = TRY(transaction.consents_of(said.person));
    // A form that turns up late does not override what the person has said since.
    if (!before.empty() && said.said_on < before.back().said_on)
        return base::fail(base::ErrorKind::Conflict, "the person has said something since, on " +
                                                         domain::to_text(before.back().said_on));
    Consent consent;
    consent.id = base::new_uuid_at(occasion.entropy, now);
    consent.person = said.person;
    consent.at = now;
    consent.word = said.word;
    consent.said_on = said.said_on;
    if (said.word == ConsentWord::Given) consent.with = said.with;
    consent.who = said.actor;
    return transaction.append(consent);
}

}  // namespace server::app
