// handover-bench: a large contract's schedule and outbox, between the hub's real parts and the case-system
// sandbox on loopback (scripts/bench).

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "server/app/sync_schedule.h"
#include "server/hub/case_link.h"
#include "tests/bench/figures.h"
#include "tests/bench/handover/bare_client.h"
#include "tests/bench/handover/drain.h"
#include "tests/bench/handover/lanes.h"
#include "tests/bench/handover/start.h"
#include "tests/bench/handover/store_bytes.h"

namespace {

using server::app::SyncExtent;

struct Options {
    std::string programs;
    std::string json;
    std::uint64_t seed = 1;
    int referrals = 6000;
    std::size_t updates = 10'000;
    int starts = 3;
};

constexpr char kFirstSync[] = "schedule, first sync";
constexpr char kBare[] = "updates that the sandbox takes from a bare client";

base::Done fault(const std::string& what) {
    return base::fail(base::ErrorKind::Unavailable, what);
}

std::string database_of(const bench::HubAndTown& hub) {
    return hub.folder().settings().data + "/hub.db";
}

/// Of the closed record, which has no log beside it.
base::Result<double> bytes_at_rest(bench::HubAndTown& hub) {
    hub.close();
    const auto bytes = static_cast<double>(bench::bytes_of_files(database_of(hub)));
    TRY_DONE(hub.open());
    return bytes;
}

/// One pass, in milliseconds; it must read something and miss nothing.
base::Result<double> time_of(server::app::ScheduleSync& sync, bench::HubAndTown& hub, SyncExtent extent,
                             std::size_t changed) {
    const auto begun = std::chrono::steady_clock::now();
    const auto outcome = TRY(sync.run(extent, hub.clock().now()));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    if (!outcome.complete || outcome.not_read > 0 || outcome.read == 0)
        return base::fail(base::ErrorKind::Unavailable,
                          "the sync did not come to its end: " + outcome.problem);
    if (outcome.changed != changed)
        return base::fail(base::ErrorKind::Unavailable,
                          std::to_string(outcome.changed) + " referrals were written by a sync");
    return took.count();
}

base::Done measure_sync(bench::HubAndTown& hub, const Options& options, bench::Figures& figures) {
    const double empty = TRY(bytes_at_rest(hub));
    const auto referrals = static_cast<std::size_t>(options.referrals);
    {
        server::app::ScheduleSync sync(hub.case_system(), hub.store(), hub.entropy(),
                                       server::hub::sync_settings(hub.folder().settings()));
        const auto add = [&](const std::string& name, SyncExtent extent, std::size_t changed) -> base::Done {
            const std::size_t before = hub.theirs().calls().size();
            const double took = TRY(time_of(sync, hub, extent, changed));
            const auto calls = static_cast<double>(hub.theirs().calls().size() - before);
            const bool first = figures.value(kFirstSync) == 0;
            if (first)
                figures.add(name, took, "ms");
            else
                figures.add(name, took, "ms", kFirstSync);
            figures.add(name + ", calls", calls, "");
            return {};
        };
        TRY_DONE(add(kFirstSync, SyncExtent::Everything, referrals));
        TRY_DONE(add("schedule, the sync after it, nothing changed", SyncExtent::TodayAndTomorrow, 0));
        TRY_DONE(add("schedule, everything again, nothing changed", SyncExtent::Everything, 0));
    }
    const double full = TRY(bytes_at_rest(hub));
    figures.add("store, a referral with its 4 appointments", (full - empty) / options.referrals, "bytes");
    return {};
}

/// The same calls again, at a sandbox that holds the same town.
base::Result<double> repeat(const bench::Town& town, const std::vector<std::vector<sandbox::Call>>& lanes,
                            bench::Connections connections) {
    const base::SystemClock clock;
    sandbox::CaseSystem system(town.world);
    const auto server = TRY(sandbox::Server::start(system, clock));
    return bench::repeat_calls(server->port(), lanes, connections);
}

base::Done measure_drain(bench::HubAndTown& hub, const bench::Town& town, const Options& options,
                         bench::Figures& figures) {
    const auto updates = static_cast<double>(options.updates);
    TRY_DONE(bench::owe_updates(hub, options.updates));
    const std::size_t before = hub.theirs().calls().size();
    const double seconds = TRY(bench::drain(hub, options.updates));
    const int connections = hub.folder().settings().case_system.reads_at_a_time;
    const auto lanes = bench::lanes_since(hub, before, static_cast<std::size_t>(connections));
    figures.add(kBare, updates / TRY(repeat(town, lanes, bench::Connections::Kept)), "1/s");
    figures.add("the same, each write over a new connection",
                updates / TRY(repeat(town, lanes, bench::Connections::FreshForWrites)), "1/s", kBare);
    figures.add("updates drafted and submitted by the outbox", updates / seconds, "1/s", kBare);
    std::size_t calls = 0;
    for (const auto& lane : lanes) calls += lane.size();
    figures.add("calls for an update", static_cast<double>(calls) / updates, "");
    return {};
}

base::Done measure_store(bench::HubAndTown& hub, bench::Figures& figures) {
    hub.close();
    const bench::TableBytes events = TRY(bench::bytes_of_table(database_of(hub), "event"));
    const bench::TableBytes updates = TRY(bench::bytes_of_table(database_of(hub), "outbox"));
    const bench::TableBytes calls = TRY(bench::bytes_of_table(database_of(hub), "exchange"));
    const auto each = [](const bench::TableBytes& table) {
        return static_cast<double>(table.bytes) / static_cast<double>(std::max<std::int64_t>(1, table.rows));
    };
    figures.add("store, an event", each(events), "bytes");
    figures.add("store, an update", each(updates), "bytes");
    figures.add("store, a call about an update", each(calls), "bytes");
    figures.add("store, all of it",
                static_cast<double>(bench::bytes_of_files(database_of(hub))) / (1024 * 1024), "MiB");
    return {};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// The record is closed.
base::Done measure_start(bench::HubAndTown& hub, const Options& options, bench::Figures& figures) {
    const auto starts = TRY(bench::start_and_check_in(hub, options.programs + "/hub-server", options.starts));
    std::vector<double> listening;
    std::vector<double> check_in;
    for (const bench::Start& start : starts) {
        listening.push_back(start.listening);
        check_in.push_back(start.first_check_in);
    }
    figures.add("hub-server, start to listening, median", median(listening), "ms");
    figures.add("hub-server, start to first check-in answered, median", median(check_in), "ms");
    figures.add("hub-server, start to first check-in answered, slowest",
                *std::max_element(check_in.begin(), check_in.end()), "ms");
    return {};
}

base::Done measure(const Options& options, bench::Figures& figures) {
    if (options.updates > static_cast<std::size_t>(options.referrals) * bench::kEndedSessionsAReferral)
        return fault("each referral has two ended sessions: ask for fewer updates or more referrals");
    if (options.starts * bench::kExpectedOneIn > options.referrals + bench::kExpectedOneIn - 1)
        return fault("one person in 13 is expected now: ask for fewer starts or more referrals");
    const bench::Town town = bench::invent_town(options.seed, base::SystemClock().now(), options.referrals);
    const auto hub = TRY(bench::HubAndTown::make(town));
    TRY_DONE(measure_sync(*hub, options, figures));
    TRY_DONE(measure_drain(*hub, town, options, figures));
    TRY_DONE(measure_store(*hub, figures));
    return measure_start(*hub, options, figures);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Measures the schedule sync, the outbox and a start with a large contract's record"};
    Options options;
    app.add_option("--programs", options.programs, "folder of hub-server")->required();
    app.add_option("--json", options.json, "file to add JSON Lines to");
    app.add_option("--seed", options.seed, "of the invented people and appointments");
    app.add_option("--referrals", options.referrals, "")->check(CLI::Range(1, 50'000));
    app.add_option("--updates", options.updates, "at most two a referral");
    app.add_option("--starts", options.starts, "of hub-server")->check(CLI::Range(1, 20));
    CLI11_PARSE(app, argc, argv);
    std::cout << "seed " << options.seed << ", " << options.referrals << " referrals, " << options.updates
              << " updates\n";
    bench::Figures figures(options.json);
    const base::Done done = measure(options, figures);
    if (!done) std::cerr << "handover-bench: " << done.error().message << '\n';
    return done ? 0 : 1;
}
