#pragma once

#include <functional>
#include <optional>
#include <string>

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
    std::string sending;                 ///< Kiosk-Sending (shared/protocol/sending.h)
    bool repeats_single_header = false;  ///< one of the above, or Host, stands more than once
    bool has_host = false;
};

struct Reply {
    int status = 200;
    std::string body;        ///< JSON, or a problem document when the status says so
    const char* allow = "";  ///< methods, with 405
    int retry_after_s = 0;   ///< with 503 and 409
};

using OnReply = std::function<void(Reply)>;

}  // namespace server::http
