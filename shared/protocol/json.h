#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/problem.h"

/// The JSON of every message (docs/protocol.md). Field names are those of the structs, instants are RFC 3339
/// in UTC with `Z`, durations are whole numbers with their unit in the name (`skew_ms`), enums are words,
/// what is optional is left out when there is none.
///
/// Decoders are strict: a field that is unknown, missing, twice there, of another type, out of range or
/// beyond a limit of limits.h is InvalidInput, and so are nesting beyond kDepthMax and text that is not
/// UTF-8. The error names the field and never repeats what stood there.
namespace protocol {

std::string encode(const FindRequest& message);
std::string encode(const FindReply& message);
/// Without `told` and `recorded_offline`, which belong to one try and stand in the Kiosk-Sending header
/// (sending.h): the body stays the same, byte for byte, under its Idempotency-Key.
std::string encode(const ArrivalRequest& message);
std::string encode(const ArrivalReply& message);
/// `{}`: the arrival stands in the path.
std::string encode(const UndoRequest& message);
/// The reason only: the arrival stands in the path.
std::string encode(const ReasonRequest& message);
std::string encode(const CallRequest& message);
std::string encode(const CallState& message);
/// Without `told`.
std::string encode(const OfferWord& message);
std::string encode(const AnonymousAnswers& message);
std::string encode(const AnswersTogether& message);
std::string encode(const Heartbeat& message);
std::string encode(const HeartbeatReply& message);
std::string encode(const TodaysList& message);
std::string encode(const ItineraryVersion& message);
std::string encode(const Itinerary& message);
std::string encode(const Problem& message);

base::Result<FindRequest> decode_find_request(std::string_view json);
base::Result<FindReply> decode_find_reply(std::string_view json);
/// Leaves `told` and `recorded_offline` to be filled from the Kiosk-Sending header.
base::Result<ArrivalRequest> decode_arrival_request(std::string_view json);
base::Result<ArrivalReply> decode_arrival_reply(std::string_view json);
base::Result<UndoRequest> decode_undo_request(const domain::ArrivalId& arrival, std::string_view json);
base::Result<ReasonRequest> decode_reason_request(const domain::ArrivalId& arrival, std::string_view json);
base::Result<CallRequest> decode_call_request(std::string_view json);
base::Result<CallState> decode_call_state(std::string_view json);
/// Leaves `told` to be filled from the Kiosk-Sending header.
base::Result<OfferWord> decode_offer_word(std::string_view json);
base::Result<AnonymousAnswers> decode_anonymous_answers(std::string_view json);
base::Result<AnswersTogether> decode_answers_together(std::string_view json);
base::Result<Heartbeat> decode_heartbeat(std::string_view json);
base::Result<HeartbeatReply> decode_heartbeat_reply(std::string_view json);
base::Result<TodaysList> decode_todays_list(std::string_view json);
base::Result<ItineraryVersion> decode_itinerary_version(std::string_view json);
/// Also InvalidInput for a session that ends before it begins.
base::Result<Itinerary> decode_itinerary(std::string_view json);
base::Result<Problem> decode_problem(std::string_view json);

}  // namespace protocol
