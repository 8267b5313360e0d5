#pragma once

#include <chrono>
#include <string>

namespace sandbox {

/// An HTTP request, as far as the sandbox looks at it.
struct Request {
    std::string method;
    std::string target;  ///< path and query
    std::string authorization;
    std::string body;
};

struct Answer {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
};

/// What becomes of an answer on its way back.
enum class Sending { Sent, ConnectionDropped, NeverAnswered };

struct Outcome {
    Answer answer;
    Sending sending = Sending::Sent;
    std::chrono::milliseconds delay{0};  ///< to wait before sending
};

}  // namespace sandbox
