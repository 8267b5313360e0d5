#include "tests/sandbox/server.h"

#include <optional>
#include <thread>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "tests/sandbox/http_date.h"

namespace sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Failure = boost::system::error_code;

namespace {

constexpr std::size_t kBodyBytesMax = 1U << 20U;
constexpr std::chrono::seconds kIdle{120};

Request request_of(const http::request<http::string_body>& message) {
    return {std::string(message.method_string()), std::string(message.target()),
            std::string(message[http::field::authorization]), message.body()};
}

http::response<http::string_body> response_of(const Answer& answer, base::Instant now, bool keep_alive) {
    http::response<http::string_body> response;
    response.version(11);
    response.result(static_cast<unsigned>(answer.status));
    response.set(http::field::date, http_date(now));
    if (!answer.content_type.empty()) response.set(http::field::content_type, answer.content_type);
    if (answer.status == 401) response.set(http::field::www_authenticate, "Bearer");
    response.body() = answer.body;
    response.keep_alive(keep_alive);
    response.prepare_payload();
    return response;
}

asio::awaitable<void> wait(std::chrono::milliseconds delay) {
    asio::steady_timer timer(co_await asio::this_coro::executor, delay);
    Failure failure;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, failure));
}

/// Until the caller gives up.
template <class Stream>
asio::awaitable<void> wait_for_the_end(Stream& stream, beast::flat_buffer& buffer) {
    beast::get_lowest_layer(stream).expires_never();
    Failure failure;
    while (!failure && buffer.size() < kBodyBytesMax) {
        const auto free = buffer.prepare(512);
        const std::size_t read =
            co_await stream.async_read_some(free, asio::redirect_error(asio::use_awaitable, failure));
        buffer.commit(read);
    }
}

template <class Stream>
asio::awaitable<void> serve(Stream& stream, CaseSystem& system, const base::Clock& clock) {
    beast::flat_buffer buffer;
    Failure failure;
    for (bool keep_alive = true; keep_alive;) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(kBodyBytesMax);
        beast::get_lowest_layer(stream).expires_after(kIdle);
        co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, failure));
        if (failure) co_return;
        const base::Instant now = clock.now();
        const Outcome outcome = system.handle(request_of(parser.get()), now);
        if (outcome.delay.count() > 0) {
            beast::get_lowest_layer(stream).expires_never();
            co_await wait(outcome.delay);
        }
        if (outcome.sending == Sending::NeverAnswered) co_await wait_for_the_end(stream, buffer);
        if (outcome.sending != Sending::Sent) co_return;
        keep_alive = parser.get().keep_alive();
        auto response = response_of(outcome.answer, now, keep_alive);
        beast::get_lowest_layer(stream).expires_after(kIdle);
        co_await http::async_write(stream, response, asio::redirect_error(asio::use_awaitable, failure));
        if (failure) co_return;
    }
}

base::Result<std::optional<asio::ssl::context>> tls_context(const ServerSettings& settings) {
    if (settings.certificate_pem.empty() && settings.key_pem.empty()) return std::nullopt;
    asio::ssl::context context(asio::ssl::context::tls_server);
    Failure failure;
    context.use_certificate_chain(asio::buffer(settings.certificate_pem), failure);
    if (failure) return base::fail(base::ErrorKind::InvalidInput, "the certificate cannot be used");
    context.use_private_key(asio::buffer(settings.key_pem), asio::ssl::context::pem, failure);
    if (failure) return base::fail(base::ErrorKind::InvalidInput, "the key cannot be used");
    return std::optional(std::move(context));
}

}  // namespace

class Server::Listener {
public:
    Listener(CaseSystem& system, const base::Clock& clock, std::optional<asio::ssl::context> tls)
        : system_(system), clock_(clock), tls_(std::move(tls)) {}

    base::Done listen(const ServerSettings& settings) {
        Failure failure;
        const auto address = asio::ip::make_address(settings.address, failure);
        if (failure) return base::fail(base::ErrorKind::InvalidInput, "not an address to listen on");
        address_ = settings.address;
        const tcp::endpoint endpoint(address, settings.port);
        tcp::acceptor& acceptor = loop_->acceptor;
        acceptor.open(endpoint.protocol(), failure);
        if (!failure) acceptor.set_option(asio::socket_base::reuse_address(true), failure);
        if (!failure) acceptor.bind(endpoint, failure);
        if (!failure) acceptor.listen(asio::socket_base::max_listen_connections, failure);
        if (failure) return base::fail(base::ErrorKind::Unavailable, "the port is taken or may not be used");
        port_ = acceptor.local_endpoint().port();
        asio::co_spawn(loop_->io, accept(), asio::detached);
        thread_ = std::thread([this] { loop_->io.run(); });
        return {};
    }

    void stop() {
        if (loop_) loop_->io.stop();
        if (thread_.joinable()) thread_.join();
        loop_.reset();
    }

    std::uint16_t port() const { return port_; }
    std::string url() const {
        return (tls_ ? "https://" : "http://") + address_ + ':' + std::to_string(port_);
    }

private:
    asio::awaitable<void> accept() {
        while (true) {
            Failure failure;
            tcp::socket socket =
                co_await loop_->acceptor.async_accept(asio::redirect_error(asio::use_awaitable, failure));
            if (failure == asio::error::operation_aborted) co_return;
            // Any other failure is one connection's, or a want of descriptors that passes.
            if (failure) co_await wait(std::chrono::milliseconds{10});
            if (!failure) asio::co_spawn(loop_->io, converse(std::move(socket)), asio::detached);
        }
    }

    asio::awaitable<void> converse(tcp::socket socket) {
        Failure failure;
        socket.set_option(tcp::no_delay(true), failure);
        if (!tls_) {
            beast::tcp_stream stream(std::move(socket));
            co_await serve(stream, system_, clock_);
            co_return;
        }
        beast::ssl_stream<beast::tcp_stream> stream(std::move(socket), *tls_);
        beast::get_lowest_layer(stream).expires_after(kIdle);
        co_await stream.async_handshake(asio::ssl::stream_base::server,
                                        asio::redirect_error(asio::use_awaitable, failure));
        if (!failure) co_await serve(stream, system_, clock_);
    }

    CaseSystem& system_;
    const base::Clock& clock_;
    std::string address_;
    std::uint16_t port_ = 0;
    std::optional<asio::ssl::context> tls_;
    /// Its end closes the door and every conversation that is still open.
    struct Loop {
        asio::io_context io{1};
        tcp::acceptor acceptor{io};
    };
    std::unique_ptr<Loop> loop_ = std::make_unique<Loop>();
    std::thread thread_;
};

Server::Server(std::unique_ptr<Listener> listener) : listener_(std::move(listener)) {}

Server::~Server() {
    stop();
}

base::Result<std::unique_ptr<Server>> Server::start(CaseSystem& system, const base::Clock& clock,
                                                    const ServerSettings& settings) {
    auto tls = tls_context(settings);
    if (!tls) return tl::unexpected<base::Error>(tls.error());
    auto listener = std::make_unique<Listener>(system, clock, std::move(*tls));
    TRY_DONE(listener->listen(settings));
    return std::unique_ptr<Server>(new Server(std::move(listener)));
}

std::uint16_t Server::port() const {
    return listener_->port();
}

std::string Server::url() const {
    return listener_->url();
}

std::string Server::token_url() const {
    return url() + "/auth/oauth/token";
}

void Server::stop() {
    listener_->stop();
}

}  // namespace sandbox
