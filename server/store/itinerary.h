#pragma once

#include <string>
#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The tables session, session_title and itinerary_change.
namespace server::store {

base::Result<domain::Session> read_session(Record& record, const domain::SessionId& id);
base::Result<std::vector<domain::Session>> sessions_starting(Record& record, base::Instant from,
                                                             base::Instant to);
base::Done put_session(Record& record, const domain::Session& session);

base::Result<std::vector<app::ItineraryChange>> itinerary_changes(Record& record, base::Instant from,
                                                                  base::Instant to);
base::Result<std::string> newest_change(Record& record);
base::Done append_itinerary_change(Record& record, const app::ItineraryChange& change);

}  // namespace server::store
