#pragma once

#include <vector>

#include "server/app/today_board.h"

namespace server::app {

/// One appointment on the list to close the day.
struct ToClose {
    BoardRow row;
    domain::Update update;         ///< of one to submit: what will be sent
    bool before_next_day = false;  ///< its deadline is over by the time the hub opens again
};

/// What a person must decide or submit before the hub shuts.
struct Closing {
    std::vector<ToClose> to_decide;  ///< tightest deadline first
    std::vector<ToClose> to_submit;  ///< the same
    unsigned still_to_end = 0;       ///< of today's, which are on the list later
    base::Instant opens_next{};      ///< on the next business day; a hub's own Saturday is not known here
};

/// Looks this far back for what nobody has decided, as far as people without an open matter are held; what
/// is owed to the case system stands on it however old it is.
inline constexpr std::chrono::days kClosingLooksBack{30};

/// Everything that has ended and waits for a person: Friday evening's 24 hours, which are over before
/// Monday, are among it and marked.
base::Result<Closing> closing(View& view, const Moment& moment, const HubRules& rules,
                              const domain::Calendar& calendar);

/// Those of earlier days that wait for a decision, tightest deadline first: a missed one stays visible until
/// it is taken.
base::Result<std::vector<BoardRow>> left_over(View& view, const Moment& moment);

}  // namespace server::app
