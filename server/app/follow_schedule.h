#pragma once

#include "server/app/occasion.h"

namespace server::app {

/// Brings what is owed for an appointment in line with a change of the schedule: it was cancelled or came
/// back, or its time was changed. An update held for it is held until the new end under the new deadline; one
/// that waited only for the schedule is held again.
///
/// What a person was told is not changed by this. When they came otherwise by the new time than by the old
/// one, or did-not-attend was confirmed for the old one, that is left to a person (kTimeChanged). What is
/// submitted stays as it is.
base::Done follow_schedule(Transaction& transaction, const domain::Appointment& before,
                           const domain::Appointment& after, const Occasion& occasion);

}  // namespace server::app
