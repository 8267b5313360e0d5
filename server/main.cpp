// hub-server: one a hub, run as a service (docs/operations.md).

#include <csignal>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "server/hub/hub_server.h"
#include "server/settings/settings.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/base/log.h"

namespace {

int refuse(const base::Error& error) {
    std::cerr << "hub-server does not start:\n" << error.message << '\n';
    return 1;
}

/// Blocks SIGINT and SIGTERM in this thread and all it starts, to be waited for.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return signals;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"The hub's record, kiosk door and way to the case system"};
    std::string path;
    app.add_option("--settings", path, "the hub's settings file (docs/settings.md)")->required();
    CLI11_PARSE(app, argc, argv);

    const sigset_t stop_signals = block_stop_signals();
    const auto settings = server::settings::read(path);
    if (!settings) return refuse(settings.error());
    const base::SystemClock clock;
    base::SystemEntropy entropy;
    const auto server = server::hub::HubServer::start(*settings, clock, entropy);
    if (!server) return refuse(server.error());
    std::cout << "listening on " << settings->listen_address << " port " << (*server)->kiosk_port()
              << std::endl;
    if ((*server)->reception_port() != 0) {
        std::cout << "reception at https://" << settings->names.front() << ':' << (*server)->reception_port()
                  << '/' << std::endl;
    }
    base::log::info("hub_server_started",
                    {{"port", (*server)->kiosk_port()}, {"reception_port", (*server)->reception_port()}});

    int caught = 0;
    sigwait(&stop_signals, &caught);
    base::log::info("hub_server_stopping");
    return 0;
}
