#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>

#include "kiosk/journal/record.h"
#include "kiosk/net/door.h"
#include "kiosk/runtime/clerk.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/domain/device_time.h"

namespace kiosk::runtime {

/// Brings what the journal holds to the server: for ever, in the order it was written, the same bytes each
/// time. Somebody who stands at the kiosk does not wait behind a backlog: a new act has its first try at
/// once. What belongs to one arrival keeps its order in any case. The UI thread only.
class Courier {
public:
    /// What follows from an answer; called on the UI thread.
    struct Told {
        std::function<void(const protocol::ArrivalReply&)> arrival_answered;
        std::function<void(const domain::ArrivalId&)> arrival_refused;
        /// An arrival of an earlier run that nobody has taken back, and whether the server has refused it.
        std::function<void(const protocol::ArrivalRequest&, journal::RecordState)> remembered;
        std::function<void()> no_answer;
        std::function<void(const base::Error&)> journal_failed;
    };
    struct Needs {
        Clerk& clerk;
        net::Door& door;
        Inbox& inbox;
        const base::Clock& clock;
        base::Entropy& entropy;
    };
    Courier(Needs needs, Told told) : needs_(needs), told_(std::move(told)) {}

    /// Takes up what earlier runs have left, and the first time tells the arrivals among it that nobody has
    /// taken back. Again after the journal was out of order.
    void take_up_journal();
    /// The record is in the journal: it is due at the next send_due().
    void add(const journal::Record& record);
    /// From now on its sending says so.
    void told_saved_here(const domain::ArrivalId& arrival);

    /// While the server is away nothing is tried. When it is back everything is due.
    void server_is_away();
    void server_is_back();

    /// Sends what is due. When the next is due, while the server is there and something waits.
    void send_due();
    std::optional<base::BootTime> next_due() const;

    /// What the server has not accepted.
    struct Owed {
        unsigned records = 0;                      ///< of any kind, those that need a person included
        unsigned arrivals_waiting = 0;             ///< arrivals and undos still to be sent
        std::optional<unsigned> arrivals_refused;  ///< arrivals and undos that need a person
    };
    /// Until the journal has been read nobody knows what it holds: then at least one arrival waits, for a
    /// zero would let did-not-attend be submitted of somebody whose arrival is in it, and nothing is said of
    /// those refused.
    Owed owed() const;
    unsigned under_way() const { return under_way_; }

private:
    struct Waiting {
        journal::KeptRecord kept;
        unsigned failures = 0;         ///< in a row, in this run of the program
        base::BootTime not_before{0};  ///< boot time of the next try
        bool fresh = false;            ///< its first try has not been answered
        bool under_way = false;
    };
    using Place = std::deque<Waiting>::iterator;

    void take_up(const std::vector<journal::KeptRecord>& left);
    void tell_remembered(const std::vector<journal::KeptRecord>& left);
    bool is_blocked(const Waiting& one) const;
    void send(Waiting& one);
    Place find(const std::string& key);
    void answered(const std::string& key, const base::Result<net::Answer>& answer);
    void accepted(Place one, const net::Answer& answer);
    void try_again(Place one, const net::Answer& answer);
    void needs_person(Place one, int status);
    void count_refused(const journal::Record& record);
    void postpone(Waiting& one, std::chrono::microseconds at_least);
    void keep(std::function<base::Done(journal::Journal&)> change);

    Needs needs_;
    Told told_;
    std::deque<Waiting> waiting_;  ///< in the order they were written
    unsigned need_person_ = 0;
    unsigned arrivals_refused_ = 0;  ///< of those
    unsigned under_way_ = 0;
    base::BootTime backlog_not_before_{0};  ///< the server has asked for a pause
    bool server_away_ = false;
    bool journal_read_ = false;  ///< once in this run at least
};

}  // namespace kiosk::runtime
