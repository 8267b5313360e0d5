#pragma once

#include <string>

#include "shared/domain/ids.h"

/// Where each request goes (docs/protocol.md).
namespace protocol {

inline constexpr char kTodayPath[] = "/v1/today";                         ///< GET
inline constexpr char kFindPath[] = "/v1/find";                           ///< POST
inline constexpr char kArrivalsPath[] = "/v1/arrivals";                   ///< POST
inline constexpr char kCallsPath[] = "/v1/calls";                         ///< POST
inline constexpr char kItineraryPath[] = "/v1/itinerary";                 ///< GET
inline constexpr char kItineraryVersionPath[] = "/v1/itinerary/version";  ///< GET
inline constexpr char kHeartbeatPath[] = "/v1/heartbeat";                 ///< POST

inline constexpr char kOffersPath[] = "/v1/offers";    ///< POST
inline constexpr char kAnswersPath[] = "/v1/answers";  ///< POST

inline std::string undo_path(const domain::ArrivalId& arrival) {
    return std::string(kArrivalsPath) + "/" + arrival.text() + "/undo";
}
inline std::string reason_path(const domain::ArrivalId& arrival) {
    return std::string(kArrivalsPath) + "/" + arrival.text() + "/reason";
}

inline std::string call_state_path(const std::string& call) {
    return std::string(kCallsPath) + "/" + call + "/state";
}

inline constexpr char kJsonMediaType[] = "application/json";
inline constexpr char kProblemMediaType[] = "application/problem+json";
inline constexpr char kIdempotencyKeyHeader[] = "Idempotency-Key";

}  // namespace protocol
