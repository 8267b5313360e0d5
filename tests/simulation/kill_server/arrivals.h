#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/instant.h"
#include "shared/protocol/messages.h"

namespace tests {

/// One person's arrival for two appointments that follow on, as a kiosk keeps it: the body never changes.
struct Arrival {
    protocol::ArrivalRequest request;
    std::string body;
    unsigned sent = 0;               ///< how often it was sent
    std::string answer;              ///< the body of the 200; empty: not acknowledged
    base::Instant answered_after{};  ///< when the server that acknowledged it was started
};

/// The arrivals of a run, shared by the clients that send them. An arrival is with one client at a time; what
/// was sent and not answered comes again before anything new.
class Arrivals {
public:
    explicit Arrivals(std::vector<Arrival> all) : all_(std::move(all)) {}

    /// A server has been started at `now`, which may be sent so many new arrivals at most.
    void begin_round(base::Instant now, std::size_t new_ones);
    /// None when there is nothing more to send to this server.
    std::optional<std::size_t> take();
    const Arrival& at(std::size_t number) const { return all_[number]; }
    void answered(std::size_t number, std::string body);
    void unanswered(std::size_t number);

    /// Waits until so many were answered in this round, or until the clients have gone; then `more` real
    /// time.
    void wait_for_answers(std::size_t count, std::chrono::microseconds more, int clients);
    void client_gone();

    std::size_t taken() const { return next_; }  ///< arrivals that were sent at least once
    std::size_t waiting() const { return again_.size(); }
    const std::vector<Arrival>& all() const { return all_; }

private:
    std::vector<Arrival> all_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::size_t> again_;
    std::size_t next_ = 0;
    std::size_t new_ones_ = 0;
    std::size_t answered_ = 0;
    int gone_ = 0;
    base::Instant round_began_{};
};

}  // namespace tests
