#include "server/app/look_at_names.h"

#include "server/app/decision_event.h"
#include "shared/base/if_found.h"

namespace server::app {

base::Result<std::map<domain::PersonId, std::string>> look_at_names(
    Transaction& transaction, const std::vector<domain::PersonId>& people, const std::string& who,
    const std::string& what, base::Instant now, base::Entropy& entropy) {
    TRY_DONE(check_actor(who));
    std::map<domain::PersonId, std::string> names;
    for (const domain::PersonId& id : people) {
        if (names.contains(id)) continue;
        const auto person = TRY(base::if_found(transaction.person(id)));
        if (!person) continue;
        TRY_DONE(transaction.append(PersonLook{base::new_uuid(entropy), now, id, who, what}));
        names[id] = person->first_name + ' ' + person->last_name;
    }
    return names;
}

}  // namespace server::app
