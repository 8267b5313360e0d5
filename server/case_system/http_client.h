#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/app/case_system.h"
#include "server/case_system/settings.h"
#include "shared/base/clock.h"
#include "shared/base/secret.h"

namespace server::case_system {

enum class Method { Get, Put, Post };

struct HttpRequest {
    Method method = Method::Get;
    std::string url;
    std::string content_type;  ///< of the body; empty: there is none
    std::string body;          ///< sent with PUT and POST, also when empty
    base::Secret bearer;       ///< empty: no Authorization by token
    std::string basic_user;    ///< empty: no Authorization by name and password
    base::Secret basic_password;
};

struct HttpAnswer {
    int status = 0;
    std::string body;
    /// Our clock (middle of the call) less the `Date` header's, when there is a readable one.
    std::optional<domain::ClockDifference> clock_difference;
};

/// HTTP by libcurl for a few threads at a time: each call takes one of a small pool of handles, whose
/// connections are kept. Redirects are not followed. A write always has a new connection, because libcurl
/// repeats a request by itself when a kept connection breaks, and a submit must never be repeated unseen.
class HttpClient {
public:
    HttpClient(const ReferAndMonitorSettings& settings, const base::Clock& clock);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Any answer with a status. Unreachable without one; NotUnderstood beyond kAnswerBytesMax.
    app::CaseResult<HttpAnswer> send(const HttpRequest& request);

private:
    class Handle;
    std::unique_ptr<Handle> take();
    void give_back(std::unique_ptr<Handle> handle);

    const ReferAndMonitorSettings& settings_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Handle>> free_;
};

/// The text as it stands in a form body or an address.
std::string percent_encoded(std::string_view text);

}  // namespace server::case_system
