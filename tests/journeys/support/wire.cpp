#include "tests/journeys/support/wire.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "shared/base/invariant.h"

namespace journeys {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connect_to(std::uint16_t port) {
    const int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (connect(one, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return one;
    close(one);
    return -1;
}

bool send_all(int to, const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t sent = send(to, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        count -= static_cast<std::size_t>(sent);
    }
    return true;
}

}  // namespace

Wire::Wire() {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool listens = bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                         listen(listener_, 16) == 0 &&
                         getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    INVARIANT(listens && pipe(stop_) == 0, "a loopback socket can be had");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

Wire::~Wire() {
    close(stop_[1]);
    thread_.join();
    for (const Pair& pair : pairs_) {
        close(pair[0]);
        close(pair[1]);
    }
    close(stop_[0]);
    close(listener_);
}

void Wire::pull_out() {
    const std::lock_guard lock(mutex_);
    state_ = State::Out;
    end_all();
}

void Wire::plug_in() {
    const std::lock_guard lock(mutex_);
    state_ = State::In;
}

void Wire::pull_out_at_the_next_answer() {
    const std::lock_guard lock(mutex_);
    state_ = State::LosesNextAnswer;
}

/// The sockets are closed by the thread that waits for them.
void Wire::end_all() {
    for (const Pair& pair : pairs_) {
        shutdown(pair[0], SHUT_RDWR);
        shutdown(pair[1], SHUT_RDWR);
    }
}

void Wire::accept_one() {
    const int kiosk = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (kiosk < 0) return;
    const std::lock_guard lock(mutex_);
    const int server = state_ == State::Out ? -1 : connect_to(target_);
    if (server < 0) {
        close(kiosk);
        return;
    }
    const int at_once = 1;
    setsockopt(kiosk, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    pairs_.push_back({kiosk, server});
}

bool Wire::carry(const Pair& pair, std::size_t from) {
    char bytes[16'384];
    const ssize_t count = recv(pair[from], bytes, sizeof bytes, 0);
    if (count <= 0 || state_ == State::Out) return false;
    if (from == 1 && state_ == State::LosesNextAnswer) {
        state_ = State::Out;
        end_all();
        return false;
    }
    return send_all(pair[1 - from], bytes, static_cast<std::size_t>(count));
}

void Wire::run() {
    for (;;) {
        std::vector<pollfd> waits{{stop_[0], POLLIN, 0}, {listener_, POLLIN, 0}};
        {
            const std::lock_guard lock(mutex_);
            for (const Pair& pair : pairs_) {
                waits.push_back({pair[0], POLLIN, 0});
                waits.push_back({pair[1], POLLIN, 0});
            }
        }
        if (poll(waits.data(), waits.size(), -1) < 0) continue;
        if (waits[0].revents != 0) return;
        {
            const std::lock_guard lock(mutex_);
            for (std::size_t i = pairs_.size(); i-- > 0;) {
                const Pair pair = pairs_[i];
                const bool goes_on = (waits[2 + 2 * i].revents == 0 || carry(pair, 0)) &&
                                     (waits[3 + 2 * i].revents == 0 || carry(pair, 1));
                if (goes_on) continue;
                close(pair[0]);
                close(pair[1]);
                pairs_.erase(pairs_.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        if (waits[1].revents != 0) accept_one();
    }
}

}  // namespace journeys
