#include "server/http/connection.h"

#include <limits>
#include <string_view>

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http.hpp>

#include "server/http/messages.h"
#include "server/http/routes.h"
#include "server/http/tls.h"
#include "shared/base/log.h"

namespace server::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;

constexpr std::size_t kFirstReadBytes = 2048;
constexpr std::size_t kLingerBytesMax = 1024 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

auto with(error_code& error) {
    return asio::redirect_error(asio::use_awaitable, error);
}

/// The parser found the bytes wrong, unlike a connection that ended or timed out.
bool is_malformed(const error_code& error) {
    static const auto& category = wire::make_error_code(wire::error::bad_version).category();
    return error.category() == category && error != wire::error::end_of_stream &&
           error != wire::error::partial_message;
}

}  // namespace

struct Connection::Exchange {
    wire::request_parser<wire::string_body> parser;
    RequestHead head;
    Judged judged;
    Reply reply;
    base::BootTime began{};
    bool refused = false;
    bool end = false;  ///< the connection cannot be used for another request
    bool expects_continue = false;

    void refuse(Reply why) {
        if (!refused) reply = std::move(why);
        refused = true;
    }
    void refuse_and_end(Reply why) {
        refuse(std::move(why));
        end = true;
    }
};

Connection::Connection(std::shared_ptr<DoorState> door, asio::ip::tcp::socket socket, std::string address,
                       Places::Place place)
    : door_(std::move(door)),
      stream_(std::move(socket), door_->tls),
      buffer_(door_->limits.header_bytes + door_->limits.body_bytes),
      rest_(stream_.get_executor()),
      address_place_(std::move(place)),
      holder_(std::move(address)),
      began_(door_->clock.boot_time()) {}

Connection::~Connection() {
    const std::lock_guard lock(door_->connections_mutex);
    door_->connections.erase(this);
}

void Connection::end_soon() {
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
        self->end_rest();
        if (self->idle_) self->cut();
    });
}

Reply Connection::busy() const {
    Reply reply = door_->behind->refusal(ProblemType::Busy);
    reply.retry_after_s = static_cast<int>(door_->limits.retry_after.count());
    return reply;
}

void Connection::cut() {
    beast::get_lowest_layer(stream_).close();
}

asio::awaitable<void> Connection::run() {
    if (!co_await shake_hands()) {
        cut();
        co_return;
    }
    Next next = Next::NextRequest;
    while (next == Next::NextRequest && !door_->stopping) next = co_await serve_one();
    if (next == Next::EndGently) co_await end_gently();
    cut();
}

asio::awaitable<bool> Connection::shake_hands() {
    error_code error;
    auto& tcp = beast::get_lowest_layer(stream_);
    tcp.socket().set_option(asio::ip::tcp::no_delay(true), error);
    tcp.expires_after(door_->limits.handshake);
    co_await stream_.async_handshake(asio::ssl::stream_base::server, with(error));
    if (error) co_return false;
    if (door_->certificates == ClientCertificates::Demanded) {
        const X509* const certificate = SSL_get0_peer_certificate(stream_.native_handle());
        if (certificate == nullptr) co_return false;
        fingerprint_ = fingerprint_of(certificate);
        const auto holder = door_->behind->holder_of(fingerprint_);
        if (!holder) co_return false;
        holder_ = *holder;
    }
    if (auto place = door_->holders.take(holder_)) holder_place_.emplace(std::move(*place));
    co_return true;
}

bool Connection::is_still_admitted() const {
    return fingerprint_.empty() || door_->behind->holder_of(fingerprint_) == holder_;
}

asio::awaitable<bool> Connection::wait_for_bytes() {
    idle_ = false;
    if (buffer_.size() > 0) co_return true;
    error_code error;
    const auto& limits = door_->limits;
    beast::get_lowest_layer(stream_).expires_after(holder_place_ ? limits.idle : limits.request);
    idle_ = true;
    const std::size_t bytes = co_await stream_.async_read_some(
        buffer_.prepare(std::min(kFirstReadBytes, limits.header_bytes)), with(error));
    idle_ = false;
    buffer_.commit(bytes);
    co_return !error;
}

asio::awaitable<Connection::Next> Connection::serve_one() {
    if (!co_await wait_for_bytes()) co_return Next::Cut;
    Exchange exchange;
    exchange.began = door_->clock.boot_time();
    beast::get_lowest_layer(stream_).expires_after(door_->limits.request);
    if (!co_await read_head(exchange)) co_return Next::Cut;
    // A kiosk may have been revoked since its handshake.
    if (!is_still_admitted()) co_return Next::Cut;
    if (!exchange.end && !co_await read_body(exchange)) co_return Next::Cut;
    beast::get_lowest_layer(stream_).expires_never();
    if (!exchange.refused) exchange.reply = co_await answer(exchange);
    log(exchange);
    if (!may_stay(exchange)) exchange.end = true;
    if (!co_await send(exchange)) co_return Next::Cut;
    co_return exchange.end ? Next::EndGently : Next::NextRequest;
}

bool Connection::is_still_young() const {
    return door_->clock.boot_time() - began_ < door_->limits.connection;
}

bool Connection::may_stay(const Exchange& exchange) const {
    return exchange.parser.is_done() && exchange.parser.get().keep_alive() && is_still_young() &&
           holder_place_.has_value() && !door_->stopping;
}

asio::awaitable<bool> Connection::read_head(Exchange& exchange) {
    error_code error;
    exchange.parser.header_limit(static_cast<std::uint32_t>(door_->limits.header_bytes));
    // The routes judge the declared length, so that a wrong path is told before a long body; read_body() sets
    // the limit.
    exchange.parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    co_await wire::async_read_header(stream_, buffer_, exchange.parser, with(error));
    if (error == wire::error::header_limit || error == wire::error::buffer_overflow) {
        exchange.refuse_and_end(door_->behind->refusal(ProblemType::HeaderTooLarge));
    } else if (is_malformed(error)) {
        exchange.refuse_and_end(door_->behind->refusal(ProblemType::MalformedRequest));
    } else if (error) {
        co_return false;
    } else {
        refuse_what_cannot_be_served(exchange);
    }
    co_return true;
}

void Connection::refuse_what_cannot_be_served(Exchange& exchange) {
    const auto& fields = exchange.parser.get();
    exchange.head = head_of(fields);
    std::optional<std::uint64_t> length;
    if (const auto declared = exchange.parser.content_length()) length = *declared;
    exchange.judged = door_->behind->judge(exchange.head, length, door_->limits.body_bytes);
    if (const auto expected = fields.find(wire::field::expect); expected != fields.end()) {
        exchange.expects_continue = beast::iequals(expected->value(), "100-continue");
        if (!exchange.expects_continue)
            exchange.refuse_and_end(door_->behind->refusal(ProblemType::ExpectationFailed));
    }
    if (!holder_place_) {
        exchange.refuse_and_end(busy());
    }
    if (exchange.judged.refusal) exchange.refuse(*exchange.judged.refusal);
    // Whoever waits for "continue" sends no body after a refusal, and a body too large is not read.
    const bool too_large = length.value_or(0) > door_->limits.body_bytes;
    if (too_large) exchange.refuse_and_end(door_->behind->refusal(ProblemType::TooLarge));
    if (exchange.refused && exchange.expects_continue) exchange.end = true;
}

asio::awaitable<bool> Connection::read_body(Exchange& exchange) {
    if (exchange.parser.is_done()) co_return true;
    error_code error;
    if (exchange.expects_continue) {
        co_await asio::async_write(stream_, asio::buffer(kContinue), with(error));
        if (error) co_return false;
    }
    exchange.parser.body_limit(door_->limits.body_bytes);
    co_await wire::async_read(stream_, buffer_, exchange.parser, with(error));
    if (error == wire::error::body_limit || error == wire::error::buffer_overflow) {
        exchange.refuse_and_end(door_->behind->refusal(ProblemType::TooLarge));
    } else if (is_malformed(error)) {
        exchange.refuse_and_end(door_->behind->refusal(ProblemType::MalformedRequest));
    } else if (error) {
        co_return false;
    }
    co_return true;
}

asio::awaitable<Reply> Connection::answer(Exchange& exchange) {
    const auto place = door_->requests.take("");
    if (!place) {
        co_return busy();
    }
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Reply)>(
        [&](auto handler) {
            // The reply comes from another thread, which must neither run this coroutine nor be the last to
            // hold anything of the event loop: the handler moves into the post, and the door outlives the
            // call.
            struct Waiting {
                std::shared_ptr<DoorState> door;
                asio::executor_work_guard<asio::any_io_executor> work;
                decltype(handler) resume;
            };
            auto waiting = std::make_shared<Waiting>(
                Waiting{door_, asio::executor_work_guard<asio::any_io_executor>(stream_.get_executor()),
                        std::move(handler)});
            Request request{exchange.judged, exchange.head, std::move(exchange.parser.get().body()), holder_};
            door_->behind->answer(std::move(request), [waiting](Reply reply) {
                const auto strand = waiting->work.get_executor();
                asio::post(strand, [resume = std::move(waiting->resume), reply = std::move(reply)]() mutable {
                    resume(std::move(reply));
                });
                waiting->work.reset();
            });
        },
        asio::use_awaitable);
}

asio::awaitable<bool> Connection::send(Exchange& exchange) {
    const std::shared_ptr<Stream> stream = std::move(exchange.reply.stream);
    auto response = response_of(std::move(exchange.reply), exchange.head, door_->clock.now());
    if (stream) exchange.end = true;
    response.keep_alive(!exchange.end);
    // What goes on after the body has no length: the end of the connection ends it.
    if (!stream) response.prepare_payload();

    error_code error;
    beast::get_lowest_layer(stream_).expires_after(door_->limits.reply);
    co_await wire::async_write(stream_, response, with(error));
    if (!error && stream) co_await send_stream(*stream);
    co_return !error;
}

asio::awaitable<void> Connection::send_stream(Stream& more) {
    // A line that the reader of a stream skips; it shows both sides whether the other is still there.
    constexpr std::string_view kStillHere = ":\n\n";
    more.listen([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self) return;
        asio::post(self->stream_.get_executor(), [self] { self->end_rest(); });
    });
    error_code error;
    while (!error && !door_->stopping && is_still_young()) {
        woken_ = false;
        const std::optional<std::string> taken = more.take();
        if (!taken) break;
        const std::string_view bytes = taken->empty() ? kStillHere : std::string_view(*taken);
        beast::get_lowest_layer(stream_).expires_after(door_->limits.reply);
        co_await asio::async_write(stream_, asio::buffer(bytes), with(error));
        beast::get_lowest_layer(stream_).expires_never();
        if (error || woken_) continue;
        error_code ignored;
        rest_.expires_after(door_->limits.stream_rest);
        co_await rest_.async_wait(with(ignored));
    }
    more.listen({});
}

void Connection::end_rest() {
    woken_ = true;
    rest_.cancel();
}

asio::awaitable<void> Connection::end_gently() {
    // Closing a socket that holds unread bytes resets the connection, and the client might lose the reply it
    // has not read yet. So the end is announced first, and what still comes in is read and dropped, for a
    // while.
    error_code error;
    auto& tcp = beast::get_lowest_layer(stream_);
    tcp.expires_after(door_->limits.linger);
    idle_ = true;
    co_await stream_.async_shutdown(with(error));
    tcp.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    std::size_t dropped = 0;
    while (!error && dropped < kLingerBytesMax) {
        buffer_.clear();
        dropped += co_await tcp.async_read_some(buffer_.prepare(kFirstReadBytes), with(error));
    }
}

void Connection::log(const Exchange& exchange) const {
    const base::BootTime took = door_->clock.boot_time() - exchange.began;
    const auto method = base::log::Value::word(to_word(exchange.head.method));
    const auto route = base::log::Value::word(exchange.judged.word);
    if (fingerprint_.empty()) {
        base::log::info(
            "page",
            {{"method", method}, {"route", route}, {"status", exchange.reply.status}, {"us", took.count()}});
        return;
    }
    base::log::info("request", {{"method", method},
                                {"route", route},
                                {"status", exchange.reply.status},
                                {"us", took.count()},
                                {"kiosk", domain::KioskId(holder_)}});
}

}  // namespace server::http
