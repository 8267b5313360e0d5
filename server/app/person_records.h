#pragma once

#include <string>
#include <vector>

#include "server/app/records.h"
#include "shared/base/instant.h"
#include "shared/domain/calendar.h"
#include "shared/domain/ids.h"

/// What is kept of people beside their schedule and their attendance.
namespace server::app {

enum class ConsentWord { Given, Withdrawn };

/// A person lets the hub share with wider partners, or no longer. The newest stands, and none is ever
/// changed; all of them are lost with the person's key.
struct Consent {
    std::string id;  ///< UUID
    domain::PersonId person;
    base::Instant at{};  ///< when it was recorded
    ConsentWord word = ConsentWord::Given;
    domain::Date said_on{};  ///< the London day on which the person said so
    std::string with;        ///< with whom the hub may share; empty when it is withdrawn
    std::string who;         ///< the member of staff who recorded it

    bool operator==(const Consent&) const = default;
};

/// The cause of a call by somebody who was asked whether they would like to talk to somebody, and would.
inline constexpr char kWantsToTalk[] = "survey_help";

enum class HelpWord { SpokenWith, PassedOn };

/// What became of somebody who wanted to talk to somebody: a call with the cause `survey_help`.
struct HelpFollowUp {
    std::string id;  ///< UUID
    base::Instant at{};
    std::string call;
    HelpWord word = HelpWord::SpokenWith;
    std::string who;  ///< the name of the member of staff

    bool operator==(const HelpFollowUp&) const = default;
};

/// Answers without a name that were entered at the desk and wait for the close of day, ordered by what they
/// say.
struct HeldAnswers {
    domain::Date day{};  ///< of London, on which one was last added
    std::vector<AnonymousAnswer> all;

    bool operator==(const HeldAnswers&) const = default;
};

}  // namespace server::app
