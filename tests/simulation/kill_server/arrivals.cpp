#include "tests/simulation/kill_server/arrivals.h"

#include <chrono>
#include <utility>

namespace tests {
namespace {

constexpr std::chrono::seconds kPatience{60};

}  // namespace

void Arrivals::begin_round(base::Instant now, std::size_t new_ones) {
    const std::lock_guard lock(mutex_);
    round_began_ = now;
    new_ones_ = new_ones;
    answered_ = 0;
    gone_ = 0;
}

std::optional<std::size_t> Arrivals::take() {
    const std::lock_guard lock(mutex_);
    std::size_t number = next_;
    if (!again_.empty()) {
        number = again_.front();
        again_.pop_front();
    } else {
        if (new_ones_ == 0 || next_ == all_.size()) return std::nullopt;
        --new_ones_;
        ++next_;
    }
    ++all_[number].sent;
    return number;
}

void Arrivals::answered(std::size_t number, std::string body) {
    const std::lock_guard lock(mutex_);
    all_[number].answer = std::move(body);
    all_[number].answered_after = round_began_;
    ++answered_;
    changed_.notify_all();
}

void Arrivals::unanswered(std::size_t number) {
    const std::lock_guard lock(mutex_);
    again_.push_back(number);
}

void Arrivals::wait_for_answers(std::size_t count, std::chrono::microseconds more, int clients) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kPatience, [&] { return answered_ >= count || gone_ == clients; });
    changed_.wait_for(lock, more, [&] { return gone_ == clients; });
}

void Arrivals::client_gone() {
    const std::lock_guard lock(mutex_);
    ++gone_;
    changed_.notify_all();
}

}  // namespace tests
