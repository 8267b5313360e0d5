// hub-bench: what a hub server does on this machine, side by side in one run (scripts/bench).

#include <iostream>
#include <iterator>
#include <string>

#include <CLI/CLI.hpp>

#include "tests/bench/disk.h"
#include "tests/bench/figures.h"
#include "tests/bench/hub_under_load.h"
#include "tests/bench/load_client.h"

namespace {

constexpr int kDiskWrites = 2000;
constexpr int kOneAtATime = 2000;
constexpr int kArrivals = 4000;  ///< at each number of connections
constexpr int kKiosks = 20;      ///< 256 connections are within the door's limit for each
constexpr int kConnections[] = {1, 8, 64, 256};

base::Done measure_door(bench::HubUnderLoad& hub, bench::Figures& figures) {
    int from = kOneAtATime;
    for (const int connections : kConnections) {
        bench::Load load;
        load.port = hub.port();
        load.ca_file = hub.ca_file();
        load.kiosks = hub.kiosk_folders();
        load.connections = connections;
        load.requests = kArrivals;
        load.request = [&hub, from](int n) {
            return hub.arrival_request(from + n);
        };
        const bench::LoadResult result = bench::run_load(load);
        if (result.ok != kArrivals) {
            return base::fail(base::ErrorKind::Unavailable,
                              std::to_string(result.ok) + " of " + std::to_string(kArrivals) +
                                  " arrivals were taken, " + std::to_string(result.refused) + " refused, " +
                                  std::to_string(result.lost) + " lost");
        }
        const std::string name = "arrivals over mutual TLS, " + std::to_string(connections) + " connections";
        figures.add(name, result.ok / result.seconds, "1/s", "arrivals, one at a time");
        figures.add(name + ", p50", static_cast<double>(result.percentile(0.5).count()), "us",
                    "append 4 KiB + fdatasync, p50");
        figures.add(name + ", p99", static_cast<double>(result.percentile(0.99).count()), "us");
        from += kArrivals;
    }
    figures.add("server memory, highest, 256 connections", hub.resident_mb(), "MB");
    return {};
}

base::Done measure(const std::string& programs, const std::string& folder, bench::Figures& figures) {
    const auto times = bench::append_and_sync(folder, kDiskWrites);
    figures.add("append 4 KiB + fdatasync, p50", bench::percentile(times, 0.5), "us");
    figures.add("append 4 KiB + fdatasync, p99", bench::percentile(times, 0.99), "us");
    constexpr int kPeople = kOneAtATime + kArrivals * static_cast<int>(std::size(kConnections));
    const auto hub = TRY(bench::HubUnderLoad::make(folder, kPeople, kKiosks));
    const double seconds = TRY(hub->one_at_a_time(0, kOneAtATime));
    figures.add("arrivals, one at a time", kOneAtATime / seconds, "1/s");
    TRY_DONE(hub->start(programs));
    return measure_door(*hub, figures);
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
