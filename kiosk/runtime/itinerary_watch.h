#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/app/event.h"
#include "kiosk/runtime/clerk.h"
#include "kiosk/runtime/replies.h"
#include "shared/base/clock.h"

namespace kiosk::runtime {

/// So often the server is asked which itinerary is the newest: with the time to fetch it, a change is on the
/// screen within five seconds.
inline constexpr std::chrono::seconds kItineraryAskedEvery{3};
/// After so many questions in a row without a good answer it is said from when the itinerary is.
inline constexpr unsigned kItineraryInVainMax = 2;

/// What is on at the hub: asks for the newest, keeps the last good one in the journal and tells the window.
/// The UI thread only.
class ItineraryWatch {
public:
    struct Needs {
        net::Door& door;
        Clerk& clerk;
        Replies& replies;
        const base::Clock& clock;
        std::function<void(app::Event)> on_event;
    };
    explicit ItineraryWatch(Needs needs) : needs_(std::move(needs)) {}

    /// Tells the one an earlier run has kept, unless a newer one is there already.
    void remember();
    void server_is_back();
    void server_is_away();

    /// Asks if it is due. False when it was not.
    bool ask_if_due();
    /// When it is due next, while the server is there and nothing is being asked.
    std::optional<base::BootTime> next_due() const;

private:
    enum class Newest { Known, Unknown };

    void ask();
    void fetch();
    void arrived(const protocol::Itinerary& itinerary);
    /// What was good stays.
    void it_is(Newest newest);
    void keep(const protocol::Itinerary& itinerary);

    Needs needs_;
    bool server_there_ = false;
    bool asking_ = false;
    base::BootTime due_{0};
    std::string version_;
    unsigned in_vain_ = 0;  ///< questions in a row that had no good answer
    bool is_newest_ = true;
    std::optional<base::Instant> as_of_;  ///< when it last was the newest
};

}  // namespace kiosk::runtime
