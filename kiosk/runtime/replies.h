#pragma once

#include <functional>
#include <utility>

#include "kiosk/net/door.h"
#include "kiosk/runtime/inbox.h"

namespace kiosk::runtime {

/// Hands the server's replies over on the UI thread. The UI thread only.
class Replies {
public:
    explicit Replies(Inbox& inbox) : inbox_(inbox) {}
    Replies(const Replies&) = delete;
    Replies& operator=(const Replies&) = delete;

    /// For the question that is asked now: `then` is done with its reply on the UI thread.
    template <class T>
    net::OnReply<T> to(std::function<void(base::Result<T>)> then) {
        ++under_way_;
        return [this, then = std::move(then)](base::Result<T> reply) {
            inbox_.put([this, then, reply = std::move(reply)] {
                --under_way_;
                then(reply);
            });
        };
    }

    /// Questions whose replies have not been handed over.
    unsigned under_way() const { return under_way_; }

private:
    Inbox& inbox_;
    unsigned under_way_ = 0;
};

}  // namespace kiosk::runtime
