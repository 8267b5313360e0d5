#pragma once

// On g++ <utility> comes before Asio's coroutines.
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include "server/http/door.h"
#include "server/http/places.h"

namespace server::http {

class Connection;

/// What the door and its connections share. Answers that are under way hold it too, so that it outlives the
/// last of them.
struct DoorState {
    explicit DoorState(Door::Parts parts)
        : files(std::move(parts.files)),
          certificates(parts.certificates),
          limits(parts.limits),
          clock(parts.clock),
          addresses(limits.connections, limits.connections_an_address),
          holders(limits.connections, limits.connections_a_holder),
          requests(limits.requests, limits.requests),
          behind(std::move(parts.behind)) {}

    const TlsFiles files;
    const ClientCertificates certificates;
    const Limits limits;
    const base::Clock& clock;
    Places addresses;  ///< held by every connection, by IP address
    Places holders;    ///< held by every connection after its handshake, by Request::holder
    Places requests;   ///< held by every request being answered
    std::unique_ptr<Behind> behind;
    std::atomic<bool> stopping{false};

    std::mutex connections_mutex;
    std::map<Connection*, std::weak_ptr<Connection>> connections;

    boost::asio::io_context loop;
    boost::asio::ssl::context tls{boost::asio::ssl::context::tlsv13_server};
    boost::asio::ip::tcp::acceptor acceptor{loop};
    std::vector<std::thread> threads;
};

}  // namespace server::http
