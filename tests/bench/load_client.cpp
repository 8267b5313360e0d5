#include "tests/bench/load_client.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace bench {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::use_awaitable;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::minutes kLongest{2};
constexpr std::uint32_t kFirstAddress = 0x7f000001;  ///< 127.0.0.1

/// What the connections of one run share.
struct Run {
    const Load& load;
    LoadResult result{};
    int next = 0;
    int waiting_to_start;
    Clock::time_point started{};
    asio::steady_timer all_open;
};

asio::awaitable<void> talk(asio::ssl::stream<tcp::socket>& stream, Run& run) {
    boost::beast::flat_buffer buffer;
    while (run.next < run.load.requests) {
        const std::string request = run.load.request(run.next++);
        const auto sent = Clock::now();
        co_await asio::async_write(stream, asio::buffer(request), use_awaitable);
        http::response<http::string_body> answer;
        co_await http::async_read(stream, buffer, answer, use_awaitable);
        run.result.latencies.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - sent));
        (answer.result_int() == 200 ? run.result.ok : run.result.refused) += 1;
        if (!answer.keep_alive()) break;
    }
}

asio::awaitable<void> connection(asio::ssl::context& tls, std::uint32_t kiosk, Run& run) {
    auto executor = co_await asio::this_coro::executor;
    try {
        asio::ssl::stream<tcp::socket> stream(executor, tls);
        stream.next_layer().open(tcp::v4());
        stream.next_layer().bind({asio::ip::address_v4(kFirstAddress + kiosk), 0});
        co_await stream.next_layer().async_connect({asio::ip::address_v4::loopback(), run.load.port},
                                                   use_awaitable);
        stream.next_layer().set_option(tcp::no_delay(true));
        co_await stream.async_handshake(asio::ssl::stream_base::client, use_awaitable);
        if (--run.waiting_to_start == 0) {
            run.started = Clock::now();
            run.all_open.cancel();
        } else {
            boost::system::error_code cancelled;
            co_await run.all_open.async_wait(asio::redirect_error(use_awaitable, cancelled));
        }
        co_await talk(stream, run);
    } catch (const boost::system::system_error&) {
        ++run.result.lost;
        if (run.waiting_to_start > 0 && --run.waiting_to_start == 0) run.all_open.cancel();
    }
}

std::unique_ptr<asio::ssl::context> tls_of(const std::string& ca_file, const std::string& folder) {
    auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tlsv13_client);
    tls->load_verify_file(ca_file);
    tls->set_verify_mode(asio::ssl::verify_peer);
    tls->use_certificate_file(folder + "/kiosk.pem", asio::ssl::context::pem);
    tls->use_private_key_file(folder + "/kiosk.key", asio::ssl::context::pem);
    return tls;
}

}  // namespace

std::chrono::microseconds LoadResult::percentile(double share) const {
    if (latencies.empty()) return std::chrono::microseconds{0};
    const auto index = static_cast<std::size_t>(share * static_cast<double>(latencies.size() - 1));
    return latencies[index];
}

LoadResult run_load(const Load& load) {
    asio::io_context context(1);
    std::vector<std::unique_ptr<asio::ssl::context>> kiosks;
    for (const std::string& folder : load.kiosks) kiosks.push_back(tls_of(load.ca_file, folder));

    Run run{load, {}, 0, load.connections, Clock::now(), asio::steady_timer(context, kLongest)};
    run.result.latencies.reserve(static_cast<std::size_t>(load.requests));
    for (int i = 0; i < load.connections; ++i) {
        const std::size_t kiosk = static_cast<std::size_t>(i) % kiosks.size();
        asio::co_spawn(context, connection(*kiosks[kiosk], static_cast<std::uint32_t>(kiosk), run),
                       asio::detached);
    }
    context.run_for(kLongest);
    run.result.seconds = std::chrono::duration<double>(Clock::now() - run.started).count();
    std::sort(run.result.latencies.begin(), run.result.latencies.end());
    return std::move(run.result);
}

}  // namespace bench
