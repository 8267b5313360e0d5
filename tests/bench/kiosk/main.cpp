// kiosk-bench: what the kiosk's screens cost on this machine, without a window (scripts/bench).

#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "tests/bench/kiosk/frames.h"
#include "tests/bench/kiosk/soak.h"

int main(int argc, char** argv) {
    CLI::App app{"Measures the kiosk without a window"};
    app.require_subcommand(1);
    std::string json;
    app.add_option("--json", json, "file to add JSON Lines to");
    const auto* frames = app.add_subcommand("frames", "view and paint of the heaviest screens");
    auto* soak = app.add_subcommand("soak", "10,000 visits: does memory grow, do files stay open?");
    std::string settings;
    std::string journal;
    soak->add_option("--settings", settings, "a kiosk's settings file, of a hub that runs")->required();
    soak->add_option("--journal", journal, "a file that is not there yet")->required();
    CLI11_PARSE(app, argc, argv);
    bench::Figures figures(json);
    const base::Done done =
        *frames ? bench::measure_frames(figures) : bench::soak(settings, journal, figures);
    if (!done) std::cerr << "kiosk-bench: " << done.error().message << '\n';
    return done ? 0 : 1;
}
