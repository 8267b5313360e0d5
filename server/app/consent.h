#pragma once

#include <string>

#include "server/app/occasion.h"
#include "server/app/store.h"

/// A person's consent that the hub shares with wider partners. Before they were asked there is none.
namespace server::app {

inline constexpr std::size_t kPartnersBytesMax = 200;

struct ConsentSaid {
    domain::PersonId person;
    ConsentWord word = ConsentWord::Given;
    domain::Date said_on{};  ///< the London day on which the person said so
    std::string with;        ///< with whom, for one that is given
    std::string actor;       ///< the name of the member of staff
};

/// Adds to what the person has said before. InvalidInput without a name, for a day to come, and for one that
/// is given without saying with whom, or in too many words; NotFound for somebody whom the hub does not hold;
/// Conflict for a day before that of what the person said last. A refusal is a withdrawal without anything
/// before it.
base::Done record_consent(Transaction& transaction, const ConsentSaid& said, const Occasion& occasion);

}  // namespace server::app
