#pragma once

#include <optional>
#include <stop_token>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

/// Putting away what the hub need not keep (docs/rules.md, "Data"). Once a day after closing.
namespace server::app {

/// The shortest and the longest that answers may be kept. A kiosk that was cut off for longer than they are
/// kept is answered from the record itself: what it sends is known by its ids, whenever it comes.
inline constexpr std::chrono::days kAnswersKeptMin{30};
inline constexpr std::chrono::days kAnswersKeptMax{400};

struct Retention {
    std::chrono::days people_back{30};  ///< London days that an appointment keeps its person
    std::chrono::days answers{90};      ///< that the first answer to a request is given to its repeats
    std::chrono::days slips{30};        ///< that a slip is listed after it has ended
};

/// Without having read the schedule within this time the hub does not know whom it must keep.
inline constexpr std::chrono::hours kScheduleFreshFor{24};
/// In one transaction: check-ins wait behind it for some milliseconds.
inline constexpr std::size_t kErasedAtATime = 5;

/// Whether the hub has closed since it was last done. One that is dated in the future was done by a clock
/// that ran ahead: it counts for nothing.
bool housekeeping_is_due(const std::optional<Housekeeping>& last, base::Instant now, const HubRules& rules);

/// Whether this person may be erased: no appointment from `from` on, nothing stored about them since, no
/// update owed, no appointment here that ended undecided, and no arrival or absence that waits for a person.
base::Result<bool> time_is_over(View& view, const domain::PersonId& person, base::Instant from);

/// Forgets old answers and histories (server/app/histories.h), and puts everybody away whose time is over,
/// each with an Erasure by `hub-server`; their histories stay for the figures. Empties the log afterwards
/// (Store::empty_log) and keeps that it was done.
///
/// Does nothing, and gives none, while the clock is doubtful or the schedule not freshly read, for either
/// could make people's time seem over, and when asked to stop before its end.
base::Result<std::optional<Housekeeping>> keep_house(Store& store, const Moment& moment,
                                                     const Retention& retention, base::Entropy& entropy,
                                                     const std::stop_token& stop = {});

}  // namespace server::app
