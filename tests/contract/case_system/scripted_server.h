#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace contract {

struct HttpSeen {
    std::string method;
    std::string path;  ///< with its query
    std::string head;  ///< all header lines
    std::string body;
};

/// An HTTP server on the loopback whose every byte a test writes, for answers that no well-made stand-in
/// would give. It asks `answer` for the raw bytes; none at all means: drop the connection.
class ScriptedServer {
public:
    using Answer = std::function<std::string(const HttpSeen&)>;
    explicit ScriptedServer(Answer answer);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    std::string url() const;
    std::vector<HttpSeen> seen() const;
    int connections() const;
    /// The most requests that were being answered at one moment.
    int most_at_once() const;

private:
    void accept_all();
    void serve(int connection);

    Answer answer_;
    int listener_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::vector<HttpSeen> seen_;
    std::vector<int> open_;
    std::vector<std::thread> threads_;
    int connections_ = 0;
    int at_once_ = 0;
    int most_at_once_ = 0;
    std::thread acceptor_;
};

/// A whole answer; `extra` holds further header lines, each with its end of line.
std::string http(int status, const std::string& body, const std::string& extra = {},
                 const std::string& type = "application/json");

}  // namespace contract
