#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/net/endpoint.h"
#include "shared/base/result.h"

namespace kiosk::net {

inline constexpr std::size_t kRequestsMax = 64;               ///< under way or waiting, at one time
inline constexpr std::size_t kAnswerHeaderBytesMax = 16'384;  ///< all headers of one answer
inline constexpr std::chrono::milliseconds kConnectTimeOut{2'000};

struct Request {
    enum class Method { Get, Post };
    Method method = Method::Post;
    std::string path;  ///< such as `/v1/find`
    std::string body;
    std::string idempotency_key;            ///< left out when empty
    std::string sending;                    ///< value of the Kiosk-Sending header; left out when empty
    std::chrono::milliseconds time_out{0};  ///< for everything from the connection to the last byte
    std::size_t answer_bytes_max = 0;
};

/// What the hub's own server said. Its identity was verified; its words were not.
struct Answer {
    int status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retry_after;
};

/// Called on the worker's thread, once for each request that was taken. Unavailable when there is no whole
/// answer from the hub's own server: unreachable, too slow, too large, not HTTP, another certificate.
using OnAnswer = std::function<void(base::Result<Answer>)>;

/// Requests over mutual TLS 1.3 with connections kept alive; one worker thread, several requests at a time.
class Https {
public:
    /// Unavailable when libcurl does not start. Makes the whole program ignore SIGPIPE.
    static base::Result<std::unique_ptr<Https>> start(Endpoint endpoint);

    /// From any thread; never waits. Unavailable when kRequestsMax are under way: on_answer is not called.
    virtual base::Done send(Request request, OnAnswer on_answer) = 0;

    /// Ends the worker; requests still under way are answered Unavailable first.
    virtual ~Https() = default;
};

}  // namespace kiosk::net
