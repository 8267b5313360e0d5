#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "server/http/door_state.h"

namespace server::http {

/// One client's connection: handshake, then one request after the other, each under its deadlines. Everything
/// in it runs on the strand of its socket.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    /// `address` is the client's; `place` is its place among those of its address.
    Connection(std::shared_ptr<DoorState> door, boost::asio::ip::tcp::socket socket, std::string address,
               Places::Place place);
    ~Connection();

    /// Serves until the connection has ended. The caller holds the connection.
    boost::asio::awaitable<void> run();
    /// Ends it as soon as nothing is under way. From any thread.
    void end_soon();

private:
    struct Exchange;  ///< one request on its way to its reply
    enum class Next { NextRequest, EndGently, Cut };

    boost::asio::awaitable<bool> shake_hands();
    boost::asio::awaitable<bool> wait_for_bytes();
    boost::asio::awaitable<Next> serve_one();
    boost::asio::awaitable<bool> read_head(Exchange& exchange);
    boost::asio::awaitable<bool> read_body(Exchange& exchange);
    boost::asio::awaitable<bool> send(Exchange& exchange);
    boost::asio::awaitable<Reply> answer(Exchange& exchange);
    boost::asio::awaitable<void> end_gently();
    boost::asio::awaitable<void> send_stream(Stream& stream);
    void end_rest();
    bool is_still_admitted() const;
    void refuse_what_cannot_be_served(Exchange& exchange);
    void log(const Exchange& exchange) const;
    void cut();
    Reply busy() const;
    bool is_still_young() const;
    bool may_stay(const Exchange& exchange) const;

    std::shared_ptr<DoorState> door_;
    boost::beast::ssl_stream<boost::beast::tcp_stream> stream_;
    boost::beast::flat_buffer buffer_;
    boost::asio::steady_timer rest_;  ///< between two parts of a stream
    bool woken_ = false;
    Places::Place address_place_;
    std::optional<Places::Place> holder_place_;
    std::string fingerprint_;  ///< empty where no certificate is demanded
    std::string holder_;       ///< of the certificate; the address where none is demanded
    base::BootTime began_{};
    bool idle_ = true;  ///< nothing is under way: it may be cut
};

}  // namespace server::http
