#include "tests/integration/kiosk_outside/fake_hub.h"

#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"
#include "tests/support/protocol/sample_messages.h"

using support::Said;
using support::SeenRequest;

FakeHub::FakeHub() {
    start();
    port_ = server_->port();
    url_ = server_->url();
}

void FakeHub::start() {
    server_ = std::make_unique<support::ScriptedServer>(
        identity_, authority_.certificate(), [this](const SeenRequest& request) { return answer(request); },
        port_);
}

void FakeHub::stop() {
    server_.reset();
}

void FakeHub::say_once(const std::string& path, Said said) {
    const std::lock_guard lock(mutex_);
    once_[path] = std::move(said);
}

void FakeHub::lose_reply_once(const std::string& path) {
    const std::lock_guard lock(mutex_);
    reply_lost_.insert(path);
}

void FakeHub::say_always(const std::string& path, Said said) {
    const std::lock_guard lock(mutex_);
    always_[path] = std::move(said);
}

void FakeHub::as_usual(const std::string& path) {
    const std::lock_guard lock(mutex_);
    once_.erase(path);
    always_.erase(path);
}

std::vector<SeenRequest> FakeHub::seen(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    std::vector<SeenRequest> found;
    for (const SeenRequest& request : seen_) {
        if (request.path == path) found.push_back(request);
    }
    return found;
}

std::map<std::string, std::string> FakeHub::stored() const {
    const std::lock_guard lock(mutex_);
    return stored_;
}

Said FakeHub::answer(const SeenRequest& request) {
    const std::lock_guard lock(mutex_);
    seen_.push_back(request);
    if (const auto at = once_.find(request.path); at != once_.end()) {
        Said said = at->second;
        once_.erase(at);
        return said;
    }
    if (const auto at = always_.find(request.path); at != always_.end()) return at->second;
    const std::string key = request.header(protocol::kIdempotencyKeyHeader);
    if (!key.empty()) {
        const auto [at, is_new] = stored_.emplace(key, request.body);
        if (!is_new && at->second != request.body) return Said::json(422, "{}");
    }
    Said said = usual_answer(request);
    if (reply_lost_.erase(request.path) > 0) {
        said = {said.bytes.substr(0, said.bytes.size() - 1), Said::Then::Close};
    }
    return said;
}

Said FakeHub::usual_answer(const SeenRequest& request) const {
    if (request.path == protocol::kHeartbeatPath) {
        protocol::HeartbeatReply reply;
        reply.list_version = "v1";
        return Said::json(200, protocol::encode(reply));
    }
    if (request.path == protocol::kFindPath) return Said::json(200, protocol::encode(protocol::FindReply{}));
    if (request.path == protocol::kTodayPath) {
        protocol::TodaysList list;
        list.day = domain::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
        list.version = "v1";
        list.list_key = std::string(64, 'a');
        list.slip_mark = "HERE";
        return Said::json(200, protocol::encode(list));
    }
    if (request.path == protocol::kItineraryVersionPath) {
        return Said::json(200, protocol::encode(support::sample_itinerary_version()));
    }
    if (request.path == protocol::kItineraryPath) {
        return Said::json(200, protocol::encode(support::sample_itinerary()));
    }
    if (request.path == protocol::kArrivalsPath) {
        const auto arrival = protocol::decode_arrival_request(request.body);
        if (!arrival) return Said::json(400, "{}");
        protocol::ArrivalReply reply;
        reply.arrival = arrival->arrival;
        for (const auto& appointment : arrival->appointments) {
            reply.outcomes.emplace_back().appointment = appointment;
        }
        return Said::json(200, protocol::encode(reply));
    }
    return Said::json(200, "{}");
}
