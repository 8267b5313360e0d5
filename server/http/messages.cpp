#include "server/http/messages.h"

#include "server/http/http_date.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"

namespace server::http {
namespace {

namespace beast = boost::beast;
namespace wire = boost::beast::http;

Method method_of(wire::verb verb) {
    switch (verb) {
        case wire::verb::get:
            return Method::Get;
        case wire::verb::head:
            return Method::Head;
        case wire::verb::post:
            return Method::Post;
        case wire::verb::options:
            return Method::Options;
        default:
            return Method::Other;
    }
}

std::string text(beast::string_view view) {
    return {view.data(), view.size()};
}

}  // namespace

RequestHead head_of(const wire::request_header<>& fields) {
    RequestHead head;
    head.method = method_of(fields.method());
    head.target = text(fields.target());
    const auto single = [&](const auto& name) {
        if (fields.count(name) > 1) head.repeats_single_header = true;
        const auto found = fields.find(name);
        return found == fields.end() ? std::string() : text(found->value());
    };
    head.content_type = single(wire::field::content_type);
    head.idempotency_key = single(protocol::kIdempotencyKeyHeader);
    head.sending = single(protocol::kSendingHeader);
    head.cookie = single(wire::field::cookie);
    head.fetch_site = single("Sec-Fetch-Site");
    head.last_event_id = single("Last-Event-ID");
    head.has_host = !single(wire::field::host).empty() || fields.version() < 11;
    const auto [first, last] = fields.equal_range(wire::field::accept);
    for (auto it = first; it != last; ++it) head.accept += text(it->value()) + ",";
    return head;
}

wire::response<wire::string_body> response_of(Reply reply, const RequestHead& head, base::Instant now) {
    wire::response<wire::string_body> response;
    response.result(static_cast<unsigned>(reply.status));
    response.version(11);
    response.set(wire::field::date, to_http_date(now));
    response.set(wire::field::cache_control, "no-store");
    const char* const json = reply.status < 400 ? protocol::kJsonMediaType : protocol::kProblemMediaType;
    response.set(wire::field::content_type, *reply.media_type != '\0' ? reply.media_type : json);
    if (*reply.allow != '\0') response.set(wire::field::allow, reply.allow);
    if (reply.retry_after_s > 0) response.set(wire::field::retry_after, std::to_string(reply.retry_after_s));
    for (const auto& [name, value] : reply.headers) {
        if (name == "Set-Cookie")
            response.insert(name, value);
        else
            response.set(name, value);
    }
    if (head.method != Method::Head) response.body() = std::move(reply.body);
    return response;
}

}  // namespace server::http
