#include "server/http/places.h"

namespace server::http {

std::optional<Places::Place> Places::take(const std::string& holder) {
    const std::lock_guard lock(mutex_);
    if (taken_ >= in_all_) return std::nullopt;
    std::size_t& held = by_holder_[holder];
    if (held >= for_each_) return std::nullopt;
    ++held;
    ++taken_;
    return std::optional<Place>(std::in_place, *this, holder);
}

std::size_t Places::taken() const {
    const std::lock_guard lock(mutex_);
    return taken_;
}

void Places::give_back(const std::string& holder) {
    const std::lock_guard lock(mutex_);
    --taken_;
    const auto found = by_holder_.find(holder);
    if (--found->second == 0) by_holder_.erase(found);
}

}  // namespace server::http
