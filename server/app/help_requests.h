#pragma once

#include <string>
#include <vector>

#include "server/app/occasion.h"
#include "server/app/store.h"

/// People who would like somebody to talk to them, and what became of that.
namespace server::app {

/// How long one is listed. One that nobody has seen to is listed however old it is.
inline constexpr std::chrono::days kHelpListedFor{30};

struct HelpRequest {
    Call call;
    std::vector<HelpFollowUp> follow_ups;  ///< in the order they were noted; none: it is open
};

/// Those that are open, the oldest first, then the others, the newest first.
base::Result<std::vector<HelpRequest>> help_requests(View& view, base::Instant now);

/// Somebody has spoken with the person, or has passed it on. InvalidInput without a name; NotFound for what
/// is no such call.
base::Done follow_up(Transaction& transaction, const std::string& call, HelpWord word,
                     const std::string& actor, const Occasion& occasion);

}  // namespace server::app
