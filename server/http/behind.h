#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/exchange.h"
#include "server/http/problems.h"

namespace server::http {

/// What is known of a request once its head is read.
struct Judged {
    const char* word = "none";     ///< the route's name for the log; never a path, which may hold an id
    std::size_t route = 0;         ///< as whoever judged it counts them
    std::string id;                ///< from the path, where the route has one
    std::optional<Reply> refusal;  ///< the first thing that is wrong with the head
};

/// One request that was let through.
struct Request {
    Judged judged;
    RequestHead head;
    std::string body;
    std::string holder;  ///< whose connection it is: of the client's certificate, else its address
};

/// What a door serves. Called from the door's threads, several at a time, and never waits.
class Behind {
public:
    virtual ~Behind() = default;

    /// Whose certificate this is, by its fingerprint; none when they may not come in. Asked at the handshake
    /// and at every request, and only at a door that demands certificates.
    virtual std::optional<std::string> holder_of(std::string_view fingerprint) = 0;

    /// Looks at the head alone. `body_bytes` is none for a chunked body.
    virtual Judged judge(const RequestHead& head, std::optional<std::uint64_t> body_bytes,
                         std::size_t body_bytes_max) = 0;

    /// How the door's own refusals are said.
    virtual Reply refusal(ProblemType type) = 0;

    /// `on_reply` is called once, at once or later, from any thread; after the commit when something changed.
    virtual void answer(Request request, OnReply on_reply) = 0;
};

}  // namespace server::http
