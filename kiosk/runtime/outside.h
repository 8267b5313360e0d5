#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/effect.h"
#include "kiosk/app/event.h"
#include "kiosk/runtime/clerk.h"
#include "kiosk/runtime/courier.h"
#include "kiosk/runtime/itinerary_watch.h"
#include "kiosk/runtime/staff_clerk.h"

namespace kiosk::runtime {

inline constexpr std::chrono::seconds kHeartbeatEvery{10};
/// A journal that could not be opened or written is tried again so often.
inline constexpr std::chrono::seconds kJournalTriedEvery{30};
inline constexpr std::chrono::hours kTidyEvery{24};

/// Everything outside the kiosk's window: the journal and the server. Effects go in, events come out. Nothing
/// in here waits; what takes time is done by two worker threads. The UI thread only.
class Outside {
public:
    struct Parts {
        const base::Clock& clock;
        base::Entropy& entropy;
        std::string journal_path;
        journal::Options journal_options;
        std::unique_ptr<net::Https> https;
        std::function<void()> wake;                ///< from any thread: turn() has something to do
        std::function<void(app::Event)> on_event;  ///< within turn()
        std::function<void(const std::string&)>
            on_fault;  ///< a sentence for the log: the journal is out of order
        StaffFiles staff = {};
        bool out_of_use = false;  ///< as staff left it; heartbeats say so
    };
    explicit Outside(Parts parts);
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;

    /// effect::WakeAt is not for the outside and is ignored.
    void perform(const app::Effect& effect);

    /// Hands over what the workers have brought and starts what is due. False when there was nothing to do.
    bool turn();
    /// When turn() has something to do even if nothing comes.
    base::BootTime next_due() const;

    /// Turns until nothing is under way, at most so long in real time; for tests. False when it took longer.
    bool settle(std::chrono::milliseconds at_most);

private:
    enum class Server { Unknown, There, Away };

    Courier::Told what_the_courier_tells();
    void find(const app::effect::Find& find);
    void keep(const domain::ArrivalId& arrival, app::event::Act act, journal::Record record);
    void keep_offer(const app::effect::KeepOffer& offer);
    void send_answers(domain::Date before);
    void call(const app::effect::CallReception& call);
    void ask_about_call(std::uint64_t call);
    void keep_staff_state(const app::StaffState& state);
    void check_staff_pin(const app::effect::CheckStaffPin& check);
    void fetch_list();
    void beat();
    void server_is(Server state);
    void try_journal();
    void journal_is_out_of_order(const base::Error& error);
    void tidy();

    const base::Clock& clock_;
    base::Entropy& entropy_;
    std::function<void(app::Event)> on_event_;
    std::function<void(const std::string&)> on_fault_;
    Inbox inbox_;
    Replies replies_;
    net::Door door_;
    Clerk clerk_;
    Courier courier_;
    ItineraryWatch itinerary_;
    StaffClerk staff_clerk_;

    Server server_ = Server::Unknown;
    bool out_of_use_ = false;
    std::uint64_t waiting_call_ = 0;  ///< the last call that somebody waits for, and its id
    std::string waiting_call_id_;
    bool asking_about_call_ = false;
    bool beating_ = false;
    base::BootTime beat_due_{0};
    bool fetching_list_ = false;
    std::string list_version_;
    bool journal_in_order_ = false;
    bool trying_journal_ = false;
    base::BootTime journal_due_{0};
    base::BootTime tidy_due_{0};
};

}  // namespace kiosk::runtime
