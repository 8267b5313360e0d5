#include "server/http/routes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "server/http/problems.h"
#include "shared/base/entropy.h"
#include "shared/protocol/paths.h"

namespace server::http {
namespace {

struct Route {
    RouteName name;
    Method method;
    std::string_view path;    ///< whole, or what stands before the id
    std::string_view ending;  ///< what stands after the id; empty when there is none
    bool needs_key;           ///< changes something: repeats must be known as such
};

constexpr std::string_view kArrivalIdFollows = "/v1/arrivals/";
constexpr std::string_view kCallIdFollows = "/v1/calls/";

constexpr std::array<Route, 12> kRoutes{
    {{RouteName::Today, Method::Get, protocol::kTodayPath, "", false},
     {RouteName::Itinerary, Method::Get, protocol::kItineraryPath, "", false},
     {RouteName::ItineraryVersion, Method::Get, protocol::kItineraryVersionPath, "", false},
     {RouteName::Find, Method::Post, protocol::kFindPath, "", false},
     {RouteName::Arrival, Method::Post, protocol::kArrivalsPath, "", true},
     {RouteName::Undo, Method::Post, kArrivalIdFollows, "/undo", true},
     {RouteName::Reason, Method::Post, kArrivalIdFollows, "/reason", true},
     {RouteName::Call, Method::Post, protocol::kCallsPath, "", true},
     {RouteName::CallState, Method::Get, kCallIdFollows, "/state", false},
     {RouteName::Offer, Method::Post, protocol::kOffersPath, "", true},
     {RouteName::Answers, Method::Post, protocol::kAnswersPath, "", true},
     {RouteName::Heartbeat, Method::Post, protocol::kHeartbeatPath, "", false}}};

/// The id when the path is this route's; empty for a route without one.
std::optional<std::string_view> match(const Route& route, std::string_view path) {
    if (route.ending.empty()) return path == route.path ? std::optional(std::string_view{}) : std::nullopt;
    if (!path.starts_with(route.path) || !path.ends_with(route.ending)) return std::nullopt;
    path.remove_prefix(route.path.size());
    if (path.size() < route.ending.size()) return std::nullopt;
    path.remove_suffix(route.ending.size());
    return base::is_uuid(path) ? std::optional(path) : std::nullopt;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// `application/json`, alone or with a charset of UTF-8.
bool is_json(std::string_view content_type) {
    std::string text = lower(content_type);
    std::erase(text, ' ');
    return text == protocol::kJsonMediaType || text == "application/json;charset=utf-8";
}

bool accepts_json(std::string_view accept) {
    if (accept.empty()) return true;
    const std::string text = lower(accept);
    for (const char* range : {"application/json", "application/*", "*/*"}) {
        if (text.find(range) != std::string::npos) return true;
    }
    return false;
}

std::optional<Reply> refuse(const Route& route, const RequestHead& head,
                            std::optional<std::uint64_t> body_bytes, std::size_t body_bytes_max) {
    if (head.method != route.method) {
        Reply reply = problem(ProblemType::MethodNotAllowed);
        reply.allow = route.method == Method::Get ? "GET" : "POST";
        return reply;
    }
    if (!accepts_json(head.accept)) return problem(ProblemType::NotAcceptable);
    if (route.method == Method::Post && !is_json(head.content_type)) {
        return problem(ProblemType::UnsupportedMediaType);
    }
    if (body_bytes.value_or(0) > body_bytes_max) return problem(ProblemType::TooLarge);
    if (route.needs_key && !base::is_uuid(head.idempotency_key)) {
        return problem(ProblemType::IdempotencyKeyNeeded);
    }
    const bool needs_clocks =
        route.name == RouteName::Arrival || route.name == RouteName::Call || route.name == RouteName::Offer;
    if (needs_clocks && head.sending.empty()) {
        return problem(ProblemType::SendingHeaderNeeded);
    }
    return std::nullopt;
}

}  // namespace

const char* to_word(RouteName route) {
    switch (route) {
        case RouteName::Today:
            return "today";
        case RouteName::Find:
            return "find";
        case RouteName::Arrival:
            return "arrival";
        case RouteName::Undo:
            return "undo";
        case RouteName::Reason:
            return "reason";
        case RouteName::Call:
            return "call";
        case RouteName::CallState:
            return "call_state";
        case RouteName::Offer:
            return "offer";
        case RouteName::Answers:
            return "answers";
        case RouteName::Heartbeat:
            return "heartbeat";
        case RouteName::Itinerary:
            return "itinerary";
        case RouteName::ItineraryVersion:
            return "itinerary_version";
        case RouteName::None:
            return "none";
    }
    return "none";
}

const char* to_word(Method method) {
    switch (method) {
        case Method::Get:
            return "GET";
        case Method::Head:
            return "HEAD";
        case Method::Post:
            return "POST";
        case Method::Options:
            return "OPTIONS";
        case Method::Other:
            return "other";
    }
    return "other";
}

Routed route(const RequestHead& head, std::optional<std::uint64_t> body_bytes, std::size_t body_bytes_max) {
    Routed routed;
    if (!head.has_host || head.repeats_single_header) {
        routed.refusal = problem(ProblemType::MalformedRequest);
        return routed;
    }
    for (const Route& known : kRoutes) {
        const auto id = match(known, head.target);
        if (!id) continue;
        routed.route = known.name;
        routed.id = *id;
        routed.refusal = refuse(known, head, body_bytes, body_bytes_max);
        return routed;
    }
    routed.refusal = problem(ProblemType::UnknownPath);
    return routed;
}

}  // namespace server::http
