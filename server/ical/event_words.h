#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/ical/events.h"
#include "shared/base/instant.h"
#include "shared/domain/itinerary.h"

/// What of an event means what of a session, both ways.
namespace server::ical {

std::string trimmed(std::string_view text);

/// The instant of a time of London's clock or of UTC, to the minute; none for anything else.
std::optional<base::Instant> instant_of(const Stamp& stamp);
/// The same, or InvalidInput with what to do.
base::Result<base::Instant> checked_instant(const Stamp& stamp);
Stamp stamp_in_utc(base::Instant instant);

/// All of a session but when. InvalidInput for an event without a kind, unless there is one otherwise, and
/// for a word that a hub does not know.
base::Result<domain::Session> session_without_times(const Event& event,
                                                    std::optional<domain::SessionKind> otherwise);
Event event_of(const domain::Session& session);

}  // namespace server::ical
