#include "server/app/look_at_crns.h"

#include "server/app/look_at_names.h"

namespace server::app {

base::Result<std::map<domain::PersonId, std::string>> look_at_crns(
    Transaction& transaction, const std::vector<domain::PersonId>& people, const std::string& who,
    const std::string& what, base::Instant now, base::Entropy& entropy) {
    std::map<domain::PersonId, std::string> crns;
    for (const auto& [id, name] : TRY(look_at_names(transaction, people, who, what, now, entropy)))
        crns[id] = TRY(transaction.person(id)).crn;
    return crns;
}

}  // namespace server::app
