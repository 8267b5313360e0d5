#pragma once

#include "server/app/store.h"

namespace server::app {

/// How records are brought to the case system.
enum class SentBy { Calls, Files };

/// What is under way by the other adapter when the hub starts with this one: its outcome is not known to this
/// one, so it is for people; a batch that has not left is abandoned.
base::Done settle_what_others_began(Transaction& transaction, SentBy by, base::Instant now);

}  // namespace server::app
