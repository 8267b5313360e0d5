#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace journeys {

/// The cable between a kiosk and the hub server: bytes go through it until a test pulls it out. Loopback
/// only.
class Wire {
public:
    Wire();
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// Where the kiosk's end is.
    std::uint16_t port() const { return port_; }
    /// Where the server's end is; a server that was started again listens elsewhere.
    void lead_to(std::uint16_t port) { target_ = port; }

    /// When it comes back, nothing goes through any more and no connection is left.
    void pull_out();
    void plug_in();
    /// The server's next bytes are lost, and the wire is out from then on: what the server has done is done,
    /// and the kiosk cannot know.
    void pull_out_at_the_next_answer();

private:
    enum class State { In, LosesNextAnswer, Out };
    using Pair = std::array<int, 2>;  ///< the kiosk's socket, the server's

    void run();
    void accept_one();
    /// Whether the connection goes on.
    bool carry(const Pair& pair, std::size_t from);
    void end_all();

    int listener_ = -1;
    int stop_[2] = {-1, -1};
    std::uint16_t port_ = 0;
    std::atomic<std::uint16_t> target_{0};
    std::mutex mutex_;
    State state_ = State::In;
    std::vector<Pair> pairs_;
    std::thread thread_;
};

}  // namespace journeys
