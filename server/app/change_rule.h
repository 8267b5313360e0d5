#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "server/app/rule_limits.h"
#include "server/app/rules_in_force.h"
#include "shared/base/entropy.h"

/// A manager changes one of the hub's rules (docs/adr/0017-rules-change-in-the-record.md).
namespace server::app {

/// A bank holiday that was forgotten can be put right so long afterwards.
inline constexpr std::chrono::days kBankHolidaysBack{31};
/// So far ahead a day can be closed or made a bank holiday, or a grace begin.
inline constexpr std::chrono::days kRulesAhead{731};
/// So far ahead the hub looks for people who are expected while it will be shut: as far as it reads the
/// schedule.
inline constexpr std::chrono::days kExpectedAhead{14};

/// What follows from a change beyond the change itself, and is said before it is made.
struct Consequences {
    unsigned people = 0;     ///< expected here at a time at which the hub will now be shut
    unsigned sessions = 0;   ///< of the itinerary, likewise
    unsigned sooner = 0;     ///< updates that must now be submitted sooner
    unsigned missed = 0;     ///< of these, whose deadline is over by that
    unsigned late = 0;       ///< records that were submitted in time, and count as late by that
    std::uint64_t whom = 0;  ///< tells these people, sessions and records from as many others

    bool any() const { return people + sessions + sooner + late > 0; }
    /// `7-1-0-0-0-1f2e3d4c5b6a7988`: the same for the same consequences for the same people.
    std::string mark() const;

    bool operator==(const Consequences&) const = default;
};

struct RuleWish {
    RuleValue value;
    std::string who;
    std::string why;
    std::string accepted;  ///< the mark of what they were told would follow; empty: they were told of nothing
};

struct RuleOutcome {
    bool done = false;  ///< false: something follows that they were not told of, and nothing was changed
    Consequences follows;
};

/// Adds the change; one of bank holidays brings the deadlines of what is owed in line with the calendar as it
/// is then, in the same transaction. What was submitted keeps its deadline.
///
/// InvalidInput without a name or a reason, and for a value that cannot be: one that is not within_limits(),
/// a day too far back or ahead, a closing day that is over, a week without hours, a grace from today or
/// earlier (whoever came today is judged as they were told). Conflict when it is so already.
base::Result<RuleOutcome> change_rule(Transaction& transaction, const RuleWish& wish, const RuleSet& of_file,
                                      base::Instant now, base::Entropy& entropy);

}  // namespace server::app
