#pragma once

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/domain/keyed_hash.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// Finds who stands at the kiosk among the people expected at this hub today or with something open to
/// answer, what a check-in would cover, and what is open for them (docs/rules.md, "Finding the person"):
/// today and covered are judged at the visit's first touch. Several who fit are told apart by the other of
/// letter and year, then by the start time of an appointment, then by reception. NotFound never says which
/// part was wrong; so it is of a slip that is unknown, revoked or too old.
///
/// InvalidInput when the query is not one (domain::check), and without exactly one of query and slip.
base::Result<protocol::FindReply> find_person(View& view, const protocol::FindRequest& request,
                                              const domain::KeyedHash& hash, const Moment& moment);

}  // namespace server::app
