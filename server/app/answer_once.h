#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "server/app/store.h"

namespace server::app {

/// An answer as the door gives it.
struct Answer {
    int status = 200;
    std::string body;
};

/// Whether this arrival has been answered, though it may have recorded nothing: somebody was in already.
base::Result<bool> is_answered(View& view, const domain::ArrivalId& arrival);

/// The first time `run` is called and its answer kept in the same transaction; every repeat under the same
/// key gets that answer and changes nothing. When `run` fails nothing is kept, so that the request may be
/// tried again.
///
/// `key` is the Idempotency-Key, whatever the kiosk is called by now; `body_hash` is of the request. Conflict
/// when the key was used for another request.
base::Result<Answer> answer_once(Transaction& transaction, const std::string& key,
                                 const std::string& body_hash, base::Instant now,
                                 const std::function<base::Result<Answer>()>& run);

}  // namespace server::app
