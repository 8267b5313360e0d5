#pragma once

#include <mutex>
#include <set>
#include <string>

namespace server::http {

/// The Idempotency-Keys whose first request is being answered now.
class InFlight {
public:
    /// False when it is there already.
    bool enter(const std::string& key) {
        const std::lock_guard lock(mutex_);
        return keys_.insert(key).second;
    }
    void leave(const std::string& key) {
        const std::lock_guard lock(mutex_);
        keys_.erase(key);
    }

private:
    std::mutex mutex_;
    std::set<std::string> keys_;
};

}  // namespace server::http
