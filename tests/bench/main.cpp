// hub-bench: what a hub server does on this machine, side by side in one run (scripts/bench).

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>

#include "tests/bench/disk.h"
#include "tests/bench/figures.h"
#include "tests/bench/hub_under_load.h"
#include "tests/bench/load_client.h"
#include "tests/support/tls/attack.h"

namespace {

using namespace std::chrono_literals;

constexpr int kDiskWrites = 1000;  ///< at each look at the disk
constexpr int kOneAtATime = 2000;
constexpr int kArrivals = 4000;  ///< at each number of connections, and beside the attack
constexpr int kKiosks = 20;      ///< 256 connections are within the door's limit for each
constexpr int kStolen = 24;      ///< kiosks whose certificates an attacker has
constexpr int kTrickling = 500;
constexpr int kTricklingAKiosk = 16;  ///< the door's limits
constexpr int kTricklingAnAddress = 50;
constexpr int kConnections[] = {8, 64, 256};
constexpr int kBesideTheAttack = 8;  ///< honest connections
constexpr auto kLongestAttack = 60s;

std::string door_figure(int connections) {
    return "arrivals over mutual TLS, " + std::to_string(connections) + " connections";
}

/// kArrivals arrivals, from number `from` on, all of which must be taken.
base::Result<bench::LoadResult> arrive(const bench::HubUnderLoad& hub, int connections, int from) {
    bench::Load load;
    load.port = hub.port();
    load.ca_file = hub.ca_file();
    load.kiosks = hub.kiosk_folders();
    load.kiosks.resize(kKiosks);
    load.connections = connections;
    load.requests = kArrivals;
    load.request = [&hub, from](int n) {
        return hub.arrival_request(from + n);
    };
    bench::LoadResult result = bench::run_load(load);
    if (result.ok == kArrivals) return result;
    return base::fail(base::ErrorKind::Unavailable, std::to_string(result.ok) + " of " +
                                                        std::to_string(kArrivals) + " arrivals were taken, " +
                                                        std::to_string(result.refused) + " refused, " +
                                                        std::to_string(result.lost) + " lost");
}

void add_door(bench::Figures& figures, int connections, const bench::LoadResult& result) {
    const std::string name = door_figure(connections);
    figures.add(name, result.ok / result.seconds, "1/s", "arrivals, one at a time");
    figures.add(name + ", p50", static_cast<double>(result.percentile(0.5).count()), "us",
                "append 4 KiB + fdatasync, p50");
    figures.add(name + ", p99", static_cast<double>(result.percentile(0.99).count()), "us");
}

/// The disk is measured before, between and after, because other machines may share it.
base::Result<int> measure_one(bench::HubUnderLoad& hub, const std::string& programs,
                              const std::string& folder, bench::Figures& figures) {
    std::vector<std::chrono::microseconds> disk;
    const auto look_at_disk = [&] {
        const auto times = bench::append_and_sync(folder, kDiskWrites);
        disk.insert(disk.end(), times.begin(), times.end());
    };
    look_at_disk();
    const double seconds = TRY(hub.one_at_a_time(0, kOneAtATime));
    look_at_disk();
    TRY_DONE(hub.start(programs));
    const bench::LoadResult one = TRY(arrive(hub, 1, kOneAtATime));
    look_at_disk();
    figures.add("append 4 KiB + fdatasync, p50", bench::percentile(disk, 0.5), "us");
    figures.add("append 4 KiB + fdatasync, p99", bench::percentile(disk, 0.99), "us");
    figures.add("arrivals, one at a time", kOneAtATime / seconds, "1/s");
    add_door(figures, 1, one);
    return kOneAtATime + kArrivals;
}

/// Takes arrivals from number `from` on; returns the next one.
base::Result<int> measure_many(const bench::HubUnderLoad& hub, int from, bench::Figures& figures) {
    for (const int connections : kConnections) {
        add_door(figures, connections, TRY(arrive(hub, connections, from)));
        from += kArrivals;
    }
    figures.add("server memory, highest, 256 connections", hub.resident_mb(), "MB");
    return from;
}

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// As many as the door lets in with certificates, the rest in the first message of the handshake.
void open_all(support::Attack& attack, const bench::HubUnderLoad& hub) {
    const std::vector<std::string> kiosks = hub.kiosk_folders();
    for (int i = 0; i < kTrickling; ++i) {
        const std::string address = "127.0.1." + std::to_string(1 + i / kTricklingAnAddress);
        const int kiosk = i / kTricklingAKiosk;
        if (kiosk >= kStolen) {
            attack.add_before_handshake(hub.port(), address);
        } else {
            const std::string& folder = kiosks.at(static_cast<std::size_t>(kKiosks + kiosk));
            attack.add_behind_handshake(
                hub.port(), {text_of(folder + "/kiosk.pem"), text_of(folder + "/kiosk.key")}, address);
        }
    }
}

base::Done measure_attack(const bench::HubUnderLoad& hub, int from, bench::Figures& figures) {
    support::Attack attack;
    open_all(attack, hub);
    std::thread attacker([&] { attack.trickle(1s, kLongestAttack); });
    const auto result = arrive(hub, kBesideTheAttack, from);
    attacker.join();
    if (!result) return tl::unexpected(result.error());
    const std::string name = door_figure(kBesideTheAttack) + ", p99";
    figures.add(name + ", beside " + std::to_string(attack.size()) + " trickling",
                static_cast<double>(result->percentile(0.99).count()), "us", name);
    figures.add("trickling connections ended after, last",
                static_cast<double>(attack.last_ended_after().count()), "ms");
    figures.add("trickling connections left", static_cast<double>(attack.still_open()), "");
    return {};
}

base::Done measure(const std::string& programs, const std::string& folder, bench::Figures& figures) {
    constexpr int kPeople = kOneAtATime + kArrivals * (2 + static_cast<int>(std::size(kConnections)));
    const auto hub = TRY(bench::HubUnderLoad::make(folder, kPeople, kKiosks + kStolen));
    int from = TRY(measure_one(*hub, programs, folder, figures));
    from = TRY(measure_many(*hub, from, figures));
    return measure_attack(*hub, from, figures);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Measures a hub server in a temporary folder"};
    std::string programs;
    std::string folder;
    std::string json;
    app.add_option("--programs", programs, "folder of hub-server")->required();
    app.add_option("--folder", folder, "empty folder on the disk to measure")->required();
    app.add_option("--json", json, "file to add JSON Lines to");
    CLI11_PARSE(app, argc, argv);
    bench::Figures figures(json);
    const base::Done done = measure(programs, folder, figures);
    if (!done) std::cerr << "hub-bench: " << done.error().message << '\n';
    return done ? 0 : 1;
}
