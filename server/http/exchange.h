#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// One request and its reply, free of any HTTP library.
namespace server::http {

enum class Method { Get, Head, Post, Options, Other };

/// What is known of a request before its body is read. A header that is not there, or is there twice, is
/// empty or counted.
struct RequestHead {
    Method method = Method::Other;
    std::string target;  ///< as sent
    std::string content_type;
    std::string accept;
    std::string idempotency_key;
    std::string sending;  ///< Kiosk-Sending (shared/protocol/sending.h)
    std::string cookie;
    std::string fetch_site;              ///< Sec-Fetch-Site: from where a browser was led here
    std::string last_event_id;           ///< where a stream of events broke off
    bool repeats_single_header = false;  ///< one of the above, or Host, stands more than once
    bool has_host = false;
};

/// The rest of a reply that goes on until one side ends it.
class Stream {
public:
    virtual ~Stream() = default;
    /// What there is to send since the last time; empty when nothing; none once it has ended. Called by one
    /// thread at a time, and quick.
    virtual std::optional<std::string> take() = 0;
    /// `wake` is called, from any thread, whenever there may be more to take; an empty one ends that. No call
    /// of the former `wake` is under way once this has come back.
    virtual void listen(std::function<void()> wake) = 0;
};

struct Reply {
    int status = 200;
    std::string body;             ///< JSON, or a problem document when the status says so
    const char* allow = "";       ///< methods, with 405
    int retry_after_s = 0;        ///< with 503 and 409
    const char* media_type = "";  ///< where the body is something else than JSON
    std::vector<std::pair<std::string, std::string>> headers{};  ///< further ones, or others
    std::shared_ptr<Stream> stream{};                            ///< goes on after the body
};

using OnReply = std::function<void(Reply)>;

}  // namespace server::http
