#pragma once

#include <string>

#include "server/app/store.h"

/// What a page has shown of an appointment, as a mark that its forms carry back: nobody decides or submits
/// something else than what they looked at.
namespace server::reception {

/// Another mark after every event of the appointment.
base::Result<std::string> seen_mark(app::View& view, const domain::AppointmentId& appointment);

/// Conflict when the mark is given and something has happened since. To be asked within the act's
/// transaction.
base::Done check_seen(app::View& view, const domain::AppointmentId& appointment, const std::string& seen);

/// The same of what a person has said about sharing, whose mark is how often they said something.
base::Done check_seen_consents(app::View& view, const domain::PersonId& person, const std::string& seen);

}  // namespace server::reception
