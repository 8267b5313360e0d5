#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/net/https.h"
#include "shared/protocol/messages.h"

namespace kiosk::net {

/// Nobody who stands at the kiosk waits longer than this for the server.
inline constexpr std::chrono::milliseconds kFindTimeOut{3'000};
inline constexpr std::chrono::milliseconds kHeartbeatTimeOut{3'000};
inline constexpr std::chrono::milliseconds kCallStateTimeOut{3'000};
inline constexpr std::chrono::milliseconds kPostTimeOut{5'000};
inline constexpr std::chrono::milliseconds kListTimeOut{20'000};
/// A change of the itinerary is on the screen within five seconds: asked for every three, and then fetched.
inline constexpr std::chrono::milliseconds kItineraryVersionTimeOut{1'000};
inline constexpr std::chrono::milliseconds kItineraryTimeOut{5'000};
inline constexpr std::size_t kAnswerBytesMax = 64 * 1024;

template <class T>
using OnReply = std::function<void(base::Result<T>)>;

/// The kiosk door of the hub's server, in the messages of shared/protocol. Every on_… is called exactly once,
/// on the worker's thread or at once when nothing could be sent. An answer that is not the message expected,
/// or is not a 200, is Unavailable: the server is not trusted to be whole.
class Door {
public:
    explicit Door(std::unique_ptr<Https> https) : https_(std::move(https)) {}

    void find(const protocol::FindRequest& request, OnReply<protocol::FindReply> on_reply);
    void beat(const protocol::Heartbeat& heartbeat, OnReply<protocol::HeartbeatReply> on_reply);
    void call_state(const std::string& call, OnReply<protocol::CallState> on_reply);
    void itinerary_version(OnReply<protocol::ItineraryVersion> on_reply);
    void itinerary(OnReply<protocol::Itinerary> on_reply);
    void todays_list(OnReply<protocol::TodaysList> on_reply);

    /// Sends what was journaled, as it stands. Any HTTP status comes back as an answer.
    struct Posting {
        std::string path;
        std::string key;
        std::string body;
        std::string sending;
    };
    void post(const Posting& posting, OnAnswer on_answer);

private:
    void send(Request request, OnAnswer on_answer);
    std::unique_ptr<Https> https_;
};

}  // namespace kiosk::net
