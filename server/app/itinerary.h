#pragma once

#include <string>
#include <vector>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"
#include "shared/protocol/messages.h"

/// What is on at the hub (docs/rules.md, "The itinerary"). Every change is kept with the name of whoever made
/// it, in the same transaction.
namespace server::app {

/// For kiosks: the days a programme shows, with its version.
base::Result<protocol::Itinerary> itinerary(View& view, const Moment& moment);
/// The version alone; cheap, for every kiosk asks for it every few seconds.
base::Result<protocol::ItineraryVersion> itinerary_version(View& view, const Moment& moment);

/// Which of the four kinds each working week from this day on lacks, within the days of a programme.
struct Lacking {
    domain::Date monday{};
    std::vector<domain::SessionKind> kinds;
};
base::Result<std::vector<Lacking>> lacking(View& view, domain::Date from);

/// Who changes the itinerary, and when.
struct Editing {
    std::string who;
    base::Instant now{};
    base::Entropy& entropy;
};

struct Added {
    std::size_t added = 0;
    std::size_t there_already = 0;  ///< the same kind, times, room and title
};
/// All of them or none. Each gets an id. InvalidInput for the first that domain::check() refuses, without a
/// name, and when a day would hold more than domain::kSessionsADayMax.
base::Result<Added> add_sessions(Transaction& transaction, std::vector<domain::Session> sessions,
                                 const Editing& editing);

/// The rules of the domain's moved(), cancelled(), full() and opened() for a session of the itinerary;
/// NotFound when there is none. InvalidInput without a name.
base::Done move_session(Transaction& transaction, const domain::SessionId& id, base::Instant start,
                        base::Instant end, const std::string& room, const Editing& editing);
base::Done cancel_session(Transaction& transaction, const domain::SessionId& id, const Editing& editing);
base::Done fill_session(Transaction& transaction, const domain::SessionId& id, const Editing& editing);
base::Done open_session(Transaction& transaction, const domain::SessionId& id,
                        std::optional<unsigned> places_left, const Editing& editing);

}  // namespace server::app
