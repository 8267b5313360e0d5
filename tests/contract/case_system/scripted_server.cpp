#include "tests/contract/case_system/scripted_server.h"

#include <algorithm>
#include <optional>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "shared/base/invariant.h"

namespace contract {
namespace {

std::optional<std::string> read_more(int connection, std::string& buffer) {
    char bytes[4096];
    const ssize_t count = recv(connection, bytes, sizeof bytes, 0);
    if (count <= 0) return std::nullopt;
    buffer.append(bytes, static_cast<std::size_t>(count));
    return buffer;
}

std::size_t body_length(const std::string& head) {
    const std::string name = "content-length:";
    const auto found = std::search(head.begin(), head.end(), name.begin(), name.end(),
                                   [](char a, char b) { return std::tolower(a) == b; });
    if (found == head.end()) return 0;
    return std::stoul(std::string(found + static_cast<std::ptrdiff_t>(name.size()), head.end()));
}

/// One whole request, or nothing when the other side has gone.
std::optional<HttpSeen> read_request(int connection, std::string& buffer) {
    std::size_t end = 0;
    while ((end = buffer.find("\r\n\r\n")) == std::string::npos)
        if (!read_more(connection, buffer)) return std::nullopt;
    HttpSeen seen;
    seen.head = buffer.substr(0, end + 2);
    buffer.erase(0, end + 4);
    const std::size_t length = body_length(seen.head);
    while (buffer.size() < length)
        if (!read_more(connection, buffer)) return std::nullopt;
    seen.body = buffer.substr(0, length);
    buffer.erase(0, length);
    const auto first = seen.head.find(' ');
    seen.method = seen.head.substr(0, first);
    seen.path = seen.head.substr(first + 1, seen.head.find(' ', first + 1) - first - 1);
    return seen;
}

}  // namespace

ScriptedServer::ScriptedServer(Answer answer) : answer_(std::move(answer)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    INVARIANT(bind(listener_, plain, length) == 0 && listen(listener_, 64) == 0, "the loopback can be bound");
    INVARIANT(getsockname(listener_, plain, &length) == 0, "a bound socket has a name");
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
}

ScriptedServer::~ScriptedServer() {
    shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    {
        const std::lock_guard lock(mutex_);
        for (const int connection : open_) shutdown(connection, SHUT_RDWR);
    }
    for (std::thread& thread : threads_) thread.join();
    close(listener_);
}

void ScriptedServer::accept_all() {
    while (true) {
        const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) return;
        const std::lock_guard lock(mutex_);
        ++connections_;
        open_.push_back(connection);
        threads_.emplace_back([this, connection] { serve(connection); });
    }
}

void ScriptedServer::serve(int connection) {
    std::string buffer;
    while (auto request = read_request(connection, buffer)) {
        {
            const std::lock_guard lock(mutex_);
            seen_.push_back(*request);
            most_at_once_ = std::max(most_at_once_, ++at_once_);
        }
        const std::string bytes = answer_(*request);
        {
            const std::lock_guard lock(mutex_);
            --at_once_;
        }
        if (bytes.empty() || send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) break;
    }
    const std::lock_guard lock(mutex_);
    std::erase(open_, connection);
    close(connection);
}

std::string ScriptedServer::url() const {
    return "http://127.0.0.1:" + std::to_string(port_);
}
std::vector<HttpSeen> ScriptedServer::seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
}
int ScriptedServer::connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
}
int ScriptedServer::most_at_once() const {
    const std::lock_guard lock(mutex_);
    return most_at_once_;
}

std::string http(int status, const std::string& body, const std::string& extra, const std::string& type) {
    return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: " + type +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + extra + "\r\n" + body;
}

}  // namespace contract
