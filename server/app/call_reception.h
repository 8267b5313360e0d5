#pragma once

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// After this nobody still stands there waiting: the call was missed.
inline constexpr std::chrono::minutes kCallRingsFor{15};

/// Whether somebody may still be waiting. A call that a kiosk could not deliver at the time, or of whose time
/// nothing is certain, is a missed one.
bool still_rings(const Call& call, base::Instant now);

/// Whether somebody has gone to this kiosk's call; NotFound for one that is not its own.
base::Result<protocol::CallState> call_state(View& view, const domain::KioskId& kiosk,
                                             const std::string& call);

/// Somebody has set out for the person. NotFound when no such call is open; InvalidInput when `who` may not
/// stand on a screen (domain::is_public_text). It may be empty.
base::Done answer_call(Transaction& transaction, const std::string& call, const std::string& who,
                       base::Instant now);

/// Somebody at a kiosk wants a person; the call keeps when that was. A repeat changes nothing.
base::Done call_reception(Transaction& transaction, const domain::KioskId& kiosk,
                          const protocol::CallRequest& request, const Moment& moment);

}  // namespace server::app
