#include "server/http/door.h"

#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/http/connection.h"
#include "server/http/door_state.h"
#include "server/http/tls.h"
#include "shared/base/invariant.h"
#include "shared/base/log.h"

namespace server::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// After a failed accept (no file descriptors left) the loop rests instead of spinning.
constexpr std::chrono::milliseconds kAcceptRest{100};

base::Done listen(DoorState& door, const std::string& address, std::uint16_t port) {
    error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the address to listen at must be an IP address such as 0.0.0.0");
    }
    const tcp::endpoint endpoint(ip, port);
    door.acceptor.open(endpoint.protocol(), error);
    if (!error) door.acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) door.acceptor.bind(endpoint, error);
    if (!error) door.acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (error) {
        return base::fail(base::ErrorKind::Unavailable,
                          "cannot listen at port " + std::to_string(port) + " of " + address +
                              ": is another server running, or is the address not this machine's?");
    }
    return {};
}

void judge_every_handshake(DoorState& door) {
    door.tls.set_verify_callback([&door](bool chain_holds, asio::ssl::verify_context& context) {
        X509_STORE_CTX* const judged = context.native_handle();
        if (!chain_holds || !judge_times(judged, door.clock.now())) return false;
        if (X509_STORE_CTX_get_error_depth(judged) > 0) return true;
        const auto fingerprint = fingerprint_of(X509_STORE_CTX_get_current_cert(judged));
        if (door.behind->holder_of(fingerprint)) return true;
        X509_STORE_CTX_set_error(judged, X509_V_ERR_CERT_REJECTED);
        base::log::warning("kiosk_refused", {{"why", "unknown_or_revoked"}});
        return false;
    });
}

asio::awaitable<void> take_in(const std::shared_ptr<DoorState> door) {
    while (!door->stopping) {
        error_code error;
        tcp::socket socket(asio::make_strand(door->loop));
        co_await door->acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (door->stopping) co_return;
        if (error) {
            asio::steady_timer rest(door->loop, kAcceptRest);
            co_await rest.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        const auto peer = socket.remote_endpoint(error);
        if (error) continue;
        auto place = door->addresses.take(peer.address().to_string());
        if (!place) continue;  // closes the socket
        const auto strand = socket.get_executor();
        const auto connection = std::make_shared<Connection>(door, std::move(socket),
                                                             peer.address().to_string(), std::move(*place));
        {
            const std::lock_guard lock(door->connections_mutex);
            door->connections.emplace(connection.get(), connection);
        }
        if (door->stopping) connection->end_soon();
        asio::co_spawn(
            strand, [connection]() -> asio::awaitable<void> { co_await connection->run(); }, asio::detached);
    }
}

/// Held outside the lock: a connection that ends takes itself off the list.
std::vector<std::shared_ptr<Connection>> all_connections(DoorState& door) {
    std::vector<std::shared_ptr<Connection>> all;
    const std::lock_guard lock(door.connections_mutex);
    for (const auto& [_, weak] : door.connections) {
        if (auto connection = weak.lock()) all.push_back(std::move(connection));
    }
    return all;
}

}  // namespace

struct Door::State : DoorState {
    using DoorState::DoorState;
};

Door::Door(Parts parts) : state_(std::make_shared<State>(std::move(parts))) {}

Door::~Door() {
    stop();
}

base::Done Door::start(const std::string& address, std::uint16_t port) {
    INVARIANT(state_->threads.empty() && !state_->stopping, "a door is opened once");
    TlsContext tls = TRY(make_tls_context(state_->files, state_->certificates));
    state_->tls = asio::ssl::context(tls.release());
    if (state_->certificates == ClientCertificates::Demanded) judge_every_handshake(*state_);
    TRY_DONE(listen(*state_, address, port));
    asio::co_spawn(state_->loop, take_in(state_), asio::detached);
    for (unsigned i = 0; i < state_->limits.threads; ++i) {
        state_->threads.emplace_back([loop = &state_->loop] { loop->run(); });
    }
    return {};
}

std::uint16_t Door::port() const {
    error_code error;
    const auto endpoint = state_->acceptor.local_endpoint(error);
    return error ? std::uint16_t{0} : endpoint.port();
}

void Door::stop() {
    if (state_->stopping.exchange(true)) return;
    if (state_->threads.empty()) return;  // never opened
    asio::post(state_->loop, [state = state_] {
        error_code ignored;
        state->acceptor.close(ignored);
        for (const auto& connection : all_connections(*state)) connection->end_soon();
    });
    for (std::thread& thread : state_->threads) thread.join();
    state_->threads.clear();
    state_->behind.reset();
}

std::size_t Door::connections() const {
    return state_->addresses.taken();
}

}  // namespace server::http
