#include <csignal>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include <CLI/CLI.hpp>

#include "tests/sandbox/invented_day.h"
#include "tests/sandbox/scenario.h"
#include "tests/sandbox/server.h"

namespace {

struct Options {
    std::uint16_t port = 0;
    long clock_offset_s = 0;
    bool seed_day = false;
    std::uint64_t seed = 1;
    int people = 60;
    std::string scenario_file;
    std::string calls_file;
    long token_seconds = 599;
};

/// The machine's clock, ahead by so many seconds: a case system whose clock is not ours.
class OffsetClock final : public base::Clock {
public:
    explicit OffsetClock(std::chrono::seconds ahead) : ahead_(ahead) {}
    base::Instant now() const override { return system_.now() + ahead_; }
    base::BootTime boot_time() const override { return system_.boot_time(); }
    std::string boot_id() const override { return system_.boot_id(); }
    bool synchronised() const override { return system_.synchronised(); }

private:
    base::SystemClock system_;
    std::chrono::seconds ahead_;
};

base::Result<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return base::fail(base::ErrorKind::NotFound, "cannot read " + path);
    return text.str();
}

base::Result<sandbox::World> make_world(const Options& options, base::Instant now) {
    sandbox::World world = options.seed_day ? sandbox::invented_day(options.seed, now, options.people)
                                            : sandbox::World(options.seed);
    if (options.scenario_file.empty()) return world;
    const std::string scenario = TRY(read_file(options.scenario_file));
    TRY_DONE(sandbox::add_scenario(scenario, now, world));
    return world;
}

base::Done run(const Options& options, const sigset_t& endings) {
    const OffsetClock clock{std::chrono::seconds{options.clock_offset_s}};
    sandbox::World world = TRY(make_world(options, clock.now()));
    sandbox::TokenSettings tokens;
    tokens.lifetime = std::chrono::seconds{options.token_seconds};
    sandbox::CaseSystem system(std::move(world), tokens);

    std::ofstream calls;
    if (!options.calls_file.empty()) {
        calls.open(options.calls_file, std::ios::app);
        if (!calls) return base::fail(base::ErrorKind::Unavailable, "cannot write " + options.calls_file);
        system.on_call([&calls](const sandbox::Call& call) { calls << to_json_line(call) << std::endl; });
    }
    sandbox::ServerSettings settings;
    settings.port = options.port;
    const auto server = TRY(sandbox::Server::start(system, clock, settings));
    std::cout << "listening on " << server->url() << std::endl;
    int signal = 0;
    sigwait(&endings, &signal);
    server->stop();
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("Stands in for Refer and Monitor, with its quirks. Invented people only.");
    app.add_option("--port", options.port, "port on 127.0.0.1; 0: any free one");
    app.add_option("--clock-offset", options.clock_offset_s, "seconds its clock is ahead of this machine's");
    app.add_flag("--seed-day", options.seed_day, "begin with a day of invented people");
    app.add_option("--seed", options.seed, "another number, another day");
    app.add_option("--people", options.people, "how many people the day has")
        ->check(CLI::Range(1, sandbox::kInventedPeopleMax));
    app.add_option("--scenario", options.scenario_file, "JSON file of more people and appointments");
    app.add_option("--calls", options.calls_file, "file to add every call to, one line of JSON each");
    app.add_option("--token-seconds", options.token_seconds, "how long a token lasts")
        ->check(CLI::Range(0, 86400));
    CLI11_PARSE(app, argc, argv);

    // Blocked before any thread begins, so that the main thread alone receives them.
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    const base::Done done = run(options, endings);
    if (!done) {
        std::cerr << "case-system-sandbox: " << done.error().message << '\n';
        return 1;
    }
    return 0;
}
