#include "tests/bench/handover/bare_client.h"

#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <thread>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/sandbox/tokens.h"
#include "tests/sandbox/world.h"

namespace bench {
namespace {

/// A connection of loopback that knows just enough of HTTP: one answer after each request, with its length.
class BareConnection {
public:
    explicit BareConnection(std::uint16_t port) : handle_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in there{};
        there.sin_family = AF_INET;
        there.sin_port = htons(port);
        there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int yes = 1;
        ::setsockopt(handle_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        open_ = ::connect(handle_, reinterpret_cast<sockaddr*>(&there), sizeof there) == 0;
    }
    ~BareConnection() { ::close(handle_); }
    BareConnection(const BareConnection&) = delete;
    BareConnection& operator=(const BareConnection&) = delete;

    /// The status; 0: no answer. The answer stays until the next question.
    int ask(const std::string& request) {
        if (!open_ || ::send(handle_, request.data(), request.size(), MSG_NOSIGNAL) !=
                          static_cast<ssize_t>(request.size()))
            return 0;
        answer_.clear();
        std::size_t head = std::string::npos;
        while (head == std::string::npos) {
            if (!read_more()) return 0;
            head = answer_.find("\r\n\r\n");
        }
        const std::size_t length = number_after("Content-Length: ");
        while (answer_.size() < head + 4 + length)
            if (!read_more()) return 0;
        return static_cast<int>(number_after("HTTP/1.1 "));
    }
    const std::string& answer() const { return answer_; }

private:
    bool read_more() {
        std::array<char, 16384> bytes{};
        const ssize_t count = ::recv(handle_, bytes.data(), bytes.size(), 0);
        if (count > 0) answer_.append(bytes.data(), static_cast<std::size_t>(count));
        return count > 0;
    }
    std::size_t number_after(std::string_view word) const {
        std::size_t number = 0;
        const std::size_t at = answer_.find(word);
        if (at != std::string::npos)
            std::from_chars(answer_.data() + at + word.size(), answer_.data() + answer_.size(), number);
        return number;
    }

    int handle_;
    bool open_ = false;
    std::string answer_;
};

std::string request_of(const std::string& method, const std::string& path, const std::string& headers,
                       const std::string& body) {
    return method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// The bearer's header, from the sandbox's token for the service user; empty when it gives none.
std::string authorization(std::uint16_t port) {
    const std::string basic = "aHViOmRlbW8tc2VjcmV0";  // hub:demo-secret
    const std::string body = std::string("grant_type=client_credentials&username=") + sandbox::kServiceUser;
    BareConnection connection(port);
    const int status = connection.ask(request_of(
        "POST", "/auth/oauth/token",
        "Authorization: Basic " + basic + "\r\nContent-Type: application/x-www-form-urlencoded\r\n", body));
    constexpr std::string_view kMember = "\"access_token\":\"";
    const std::size_t at = connection.answer().find(kMember);
    if (status != 200 || at == std::string::npos) return {};
    const std::size_t from = at + kMember.size();
    return "Authorization: Bearer " +
           connection.answer().substr(from, connection.answer().find('"', from) - from) + "\r\n";
}

struct Prepared {
    std::string request;
    int status = 0;
    bool is_write = false;
};

std::vector<Prepared> prepare(const std::vector<sandbox::Call>& calls, const std::string& bearer) {
    std::vector<Prepared> all;
    for (const sandbox::Call& call : calls) {
        const std::string type = call.body.empty() ? "" : "Content-Type: application/json\r\n";
        all.push_back({request_of(call.method, call.path, bearer + type, call.body), call.status,
                       call.method != "GET"});
    }
    return all;
}

std::size_t count_wrong(std::uint16_t port, const std::vector<Prepared>& lane, Connections connections) {
    BareConnection kept(port);
    std::size_t wrong = 0;
    for (const Prepared& one : lane) {
        const bool fresh = connections == Connections::FreshForWrites && one.is_write;
        const int status = fresh ? BareConnection(port).ask(one.request) : kept.ask(one.request);
        wrong += status == one.status ? 0U : 1U;
    }
    return wrong;
}

}  // namespace

base::Result<double> repeat_calls(std::uint16_t port, const std::vector<std::vector<sandbox::Call>>& lanes,
                                  Connections connections) {
    const std::string bearer = authorization(port);
    if (bearer.empty()) return base::fail(base::ErrorKind::Unauthorized, "the sandbox gave no token");
    std::vector<std::vector<Prepared>> prepared;
    for (const auto& lane : lanes) prepared.push_back(prepare(lane, bearer));
    std::atomic<std::size_t> wrong{0};
    const auto begun = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> threads;
        for (const auto& lane : prepared)
            threads.emplace_back([&] { wrong += count_wrong(port, lane, connections); });
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (wrong > 0)
        return base::fail(base::ErrorKind::Unavailable,
                          std::to_string(wrong) + " calls were answered otherwise than the hub's");
    return seconds;
}

}  // namespace bench
