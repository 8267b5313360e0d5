#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "server/app/store.h"
#include "server/http/exchange.h"

namespace server::reception {

inline constexpr std::chrono::milliseconds kLooksForChangesEvery{200};
/// A board is told so often even if nothing was stored: what is expected becomes late by time alone.
inline constexpr std::chrono::seconds kTimePasses{30};

/// Tells every open board within kLooksForChangesEvery that something was committed, by server-sent events
/// that say only that: the board then asks for what it may show. From any thread.
class Live {
public:
    /// `start` names this start of the server, so that no event of an earlier one is taken for its own.
    Live(std::unique_ptr<app::ChangeMark> mark, std::string start);
    /// Ends every stream first.
    ~Live();
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    /// Looks on a thread of its own until the end. Without it, only when look() is called.
    void start();
    /// Looks once; `time_passed` tells all boards whatever was stored.
    void look(bool time_passed);

    /// Another number than before once something was committed since, whether the boards were told or not.
    base::Result<std::int64_t> mark();
    /// Of this start of the server.
    const std::string& start_name() const { return start_; }

    /// What a browser's EventSource reads. It begins with an event, unless `last_event_id` is the newest.
    std::shared_ptr<http::Stream> stream(std::string_view last_event_id);

private:
    struct Board;
    struct Shared {
        std::mutex mutex;
        std::int64_t version = 0;
        bool ended = false;
        std::map<const Board*, std::function<void()>> listening;
    };
    void run(const std::stop_token& stop);
    static std::string id_of(const std::string& start, std::int64_t version);

    const std::string start_;
    std::mutex mark_mutex_;
    const std::unique_ptr<app::ChangeMark> mark_;
    const std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
    std::int64_t last_mark_ = 0;
    std::mutex waiting_mutex_;
    std::condition_variable_any waiting_;
    std::jthread thread_;
};

}  // namespace server::reception
