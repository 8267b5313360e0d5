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

#include "server/http/kiosk_api.h"
#include "server/http/kiosk_door.h"
#include "server/http/places.h"

namespace server::http {

class Connection;

/// What the door and its connections share. Answers that are under way hold it too, so that it outlives the
/// last of them.
struct DoorState {
    DoorState(TlsFiles tls_files, Limits door_limits, Services door_services)
        : files(std::move(tls_files)),
          limits(door_limits),
          services(std::move(door_services)),
          addresses(limits.connections, limits.connections_an_address),
          kiosks(limits.connections, limits.connections_a_kiosk),
          requests(limits.requests, limits.requests),
          api(std::make_unique<KioskApi>(services, limits)) {}

    const TlsFiles files;
    const Limits limits;
    const Services services;
    Places addresses;  ///< held by every connection, by IP address
    Places kiosks;     ///< held by every connection after its handshake, by kiosk
    Places requests;   ///< held by every request being answered
    std::unique_ptr<KioskApi> api;
    std::atomic<bool> stopping{false};

    std::mutex connections_mutex;
    std::map<Connection*, std::weak_ptr<Connection>> connections;

    boost::asio::io_context loop;
    boost::asio::ssl::context tls{boost::asio::ssl::context::tlsv13_server};
    boost::asio::ip::tcp::acceptor acceptor{loop};
    std::vector<std::thread> threads;
};

}  // namespace server::http
