#include "shared/protocol/json.h"

#include <optional>

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_tree.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/message_fields.h"

namespace protocol {
namespace {

template <class Message>
std::string write(const Message& message) {
    Writer writer;
    describe(writer, message);
    return writer.text();
}

template <class Message>
base::Result<Message> read(std::string_view json, std::size_t bytes_max, Message message = {}) {
    const Json tree = TRY(parse_strictly(json, bytes_max));
    std::optional<base::Error> fault;
    Reader reader(tree, "", fault);
    describe(reader, message);
    reader.finish();
    if (fault) return tl::unexpected<base::Error>(*fault);
    return message;
}

}  // namespace

std::string encode(const FindRequest& message) {
    return write(message);
}
std::string encode(const FindReply& message) {
    return write(message);
}
std::string encode(const ArrivalRequest& message) {
    return write(message);
}
std::string encode(const ArrivalReply& message) {
    return write(message);
}
std::string encode(const UndoRequest& message) {
    return write(message);
}
std::string encode(const ReasonRequest& message) {
    return write(message);
}
std::string encode(const CallRequest& message) {
    return write(message);
}
std::string encode(const CallState& message) {
    return write(message);
}
std::string encode(const OfferWord& message) {
    return write(message);
}
std::string encode(const AnonymousAnswers& message) {
    return write(message);
}
std::string encode(const AnswersTogether& message) {
    return write(message);
}
std::string encode(const Heartbeat& message) {
    return write(message);
}
std::string encode(const HeartbeatReply& message) {
    return write(message);
}
std::string encode(const TodaysList& message) {
    return write(message);
}
std::string encode(const ItineraryVersion& message) {
    return write(message);
}
std::string encode(const Itinerary& message) {
    return write(message);
}
std::string encode(const Problem& message) {
    return write(message);
}

base::Result<FindRequest> decode_find_request(std::string_view json) {
    return read<FindRequest>(json, kRequestBytesMax);
}
base::Result<FindReply> decode_find_reply(std::string_view json) {
    return read<FindReply>(json, kReplyBytesMax);
}
base::Result<ArrivalRequest> decode_arrival_request(std::string_view json) {
    return read<ArrivalRequest>(json, kRequestBytesMax);
}
base::Result<ArrivalReply> decode_arrival_reply(std::string_view json) {
    return read<ArrivalReply>(json, kReplyBytesMax);
}
base::Result<UndoRequest> decode_undo_request(const domain::ArrivalId& arrival, std::string_view json) {
    return read<UndoRequest>(json, kRequestBytesMax, {arrival, {}, {}});
}
base::Result<ReasonRequest> decode_reason_request(const domain::ArrivalId& arrival, std::string_view json) {
    return read<ReasonRequest>(json, kRequestBytesMax, {arrival, {}});
}
base::Result<CallRequest> decode_call_request(std::string_view json) {
    return read<CallRequest>(json, kRequestBytesMax);
}
base::Result<CallState> decode_call_state(std::string_view json) {
    return read<CallState>(json, kReplyBytesMax);
}
base::Result<OfferWord> decode_offer_word(std::string_view json) {
    return read<OfferWord>(json, kRequestBytesMax);
}
base::Result<AnonymousAnswers> decode_anonymous_answers(std::string_view json) {
    return read<AnonymousAnswers>(json, kRequestBytesMax);
}
base::Result<AnswersTogether> decode_answers_together(std::string_view json) {
    return read<AnswersTogether>(json, kRequestBytesMax);
}
base::Result<Heartbeat> decode_heartbeat(std::string_view json) {
    return read<Heartbeat>(json, kRequestBytesMax);
}
base::Result<HeartbeatReply> decode_heartbeat_reply(std::string_view json) {
    return read<HeartbeatReply>(json, kReplyBytesMax);
}
base::Result<TodaysList> decode_todays_list(std::string_view json) {
    return read<TodaysList>(json, kReplyBytesMax);
}
base::Result<ItineraryVersion> decode_itinerary_version(std::string_view json) {
    return read<ItineraryVersion>(json, kReplyBytesMax);
}
base::Result<Itinerary> decode_itinerary(std::string_view json) {
    Itinerary itinerary = TRY(read<Itinerary>(json, kItineraryBytesMax));
    for (const domain::Session& session : itinerary.sessions) {
        if (session.start < session.end) continue;
        return base::fail(base::ErrorKind::InvalidInput, "a session of the itinerary has no length");
    }
    return itinerary;
}
base::Result<Problem> decode_problem(std::string_view json) {
    return read<Problem>(json, kReplyBytesMax);
}

}  // namespace protocol
