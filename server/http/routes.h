#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/http/exchange.h"
#include "shared/domain/ids.h"

/// Which request goes where, and what is refused before any handler sees it.
namespace server::http {

enum class RouteName {
    Today,
    Find,
    Arrival,
    Undo,
    Reason,
    Call,
    CallState,
    Offer,
    Answers,
    Heartbeat,
    Itinerary,
    ItineraryVersion,
    None
};

/// A word for the log, such as `arrival`; never a path, which holds an id.
const char* to_word(RouteName route);
const char* to_word(Method method);

struct Routed {
    RouteName route = RouteName::None;
    std::string id;                ///< from the path: the arrival's of undo and reason, or the call's
    std::optional<Reply> refusal;  ///< the first thing wrong with the head, in the order of docs/protocol.md
};

/// Looks at path, method, headers and the declared length, in that order. `body_bytes` is none for a chunked
/// body.
Routed route(const RequestHead& head, std::optional<std::uint64_t> body_bytes, std::size_t body_bytes_max);

}  // namespace server::http
