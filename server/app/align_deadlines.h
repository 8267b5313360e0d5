#pragma once

#include <optional>

#include "server/app/rules_in_force.h"

/// What is owed has the deadline that the calendar in force gives it
/// (docs/adr/0017-rules-change-in-the-record.md).
namespace server::app {

struct Aligned {
    unsigned moved = 0;   ///< updates that have another deadline now
    unsigned sooner = 0;  ///< of these, those that are due sooner

    bool operator==(const Aligned&) const = default;
};

/// The deadline that a calendar gives to an update; none: it was submitted, or its appointment is held no
/// more.
base::Result<std::optional<base::Instant>> deadline_by(View& view, const domain::Update& update,
                                                       const domain::Calendar& calendar);

/// After a change of bank holidays, in its transaction.
base::Result<Aligned> align_deadlines(Transaction& transaction, const domain::Calendar& calendar,
                                      base::Instant now);

/// At the hub's start, for the settings file or its list of bank holidays may be another one than before.
/// Nobody was asked then, so what is due sooner says why. Writes nothing where nothing moves.
base::Result<Aligned> align_deadlines_at_start(Store& store, const RuleSet& of_file, base::Instant now);

}  // namespace server::app
