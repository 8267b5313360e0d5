#include "kiosk/net/door.h"

#include "shared/base/log.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/paths.h"

namespace kiosk::net {
namespace {

constexpr int kOk = 200;

/// Turns an answer into a message, or into Unavailable with a line in the log.
template <class T>
OnAnswer reading(base::Result<T> (*decode)(std::string_view), OnReply<T> on_reply) {
    return [decode, on_reply = std::move(on_reply)](base::Result<Answer> answer) {
        if (!answer) return on_reply(tl::unexpected<base::Error>(answer.error()));
        if (answer->status != kOk) {
            base::log::warning("server_refused", {{"status", answer->status}});
            return on_reply(
                base::fail(base::ErrorKind::Unavailable, "the server did not answer the question"));
        }
        auto reply = decode(answer->body);
        if (!reply) {
            base::log::warning("server_answer_not_understood", {{"bytes", answer->body.size()}});
            return on_reply(
                base::fail(base::ErrorKind::Unavailable, "the server's answer was not understood"));
        }
        on_reply(std::move(reply));
    };
}

Request posting(const char* path, std::string body, std::chrono::milliseconds time_out) {
    Request request;
    request.path = path;
    request.body = std::move(body);
    request.time_out = time_out;
    request.answer_bytes_max = kAnswerBytesMax;
    return request;
}

Request asking(const char* path, std::chrono::milliseconds time_out, std::size_t answer_bytes_max) {
    Request request;
    request.method = Request::Method::Get;
    request.path = path;
    request.time_out = time_out;
    request.answer_bytes_max = answer_bytes_max;
    return request;
}

}  // namespace

void Door::send(Request request, OnAnswer on_answer) {
    const base::Done taken = https_->send(std::move(request), on_answer);
    if (!taken) on_answer(tl::unexpected<base::Error>(taken.error()));
}

void Door::find(const protocol::FindRequest& request, OnReply<protocol::FindReply> on_reply) {
    send(posting(protocol::kFindPath, protocol::encode(request), kFindTimeOut),
         reading(&protocol::decode_find_reply, std::move(on_reply)));
}

void Door::beat(const protocol::Heartbeat& heartbeat, OnReply<protocol::HeartbeatReply> on_reply) {
    send(posting(protocol::kHeartbeatPath, protocol::encode(heartbeat), kHeartbeatTimeOut),
         reading(&protocol::decode_heartbeat_reply, std::move(on_reply)));
}

void Door::call_state(const std::string& call, OnReply<protocol::CallState> on_reply) {
    send(asking(protocol::call_state_path(call).c_str(), kCallStateTimeOut, kAnswerBytesMax),
         reading(&protocol::decode_call_state, std::move(on_reply)));
}

void Door::itinerary_version(OnReply<protocol::ItineraryVersion> on_reply) {
    send(asking(protocol::kItineraryVersionPath, kItineraryVersionTimeOut, kAnswerBytesMax),
         reading(&protocol::decode_itinerary_version, std::move(on_reply)));
}

void Door::itinerary(OnReply<protocol::Itinerary> on_reply) {
    send(asking(protocol::kItineraryPath, kItineraryTimeOut, protocol::kItineraryBytesMax),
         reading(&protocol::decode_itinerary, std::move(on_reply)));
}

void Door::todays_list(OnReply<protocol::TodaysList> on_reply) {
    send(asking(protocol::kTodayPath, kListTimeOut, protocol::kReplyBytesMax),
         reading(&protocol::decode_todays_list, std::move(on_reply)));
}

void Door::post(const Posting& posting_, OnAnswer on_answer) {
    Request request = posting(posting_.path.c_str(), posting_.body, kPostTimeOut);
    request.idempotency_key = posting_.key;
    request.sending = posting_.sending;
    send(std::move(request), std::move(on_answer));
}

}  // namespace kiosk::net
