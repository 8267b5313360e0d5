// kiosk-drive: touches the real window of a running kiosk, as a separate process with X input events, at
// places read from the tree the kiosk has painted. Used by scripts/demo --drive.

#include <chrono>
#include <iostream>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

#include "tests/drive/painted.h"
#include "tests/drive/touch.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookAgain{20};
constexpr std::chrono::milliseconds kLookClosely{1};  ///< where the time itself is what is asked for

int fail(const std::string& words) {
    std::cerr << "kiosk-drive: " << words << '\n';
    return 1;
}

/// The first painted screen that is one of those named (separated by commas).
base::Result<std::string> reached(const std::string& file, const std::string& screens, double seconds,
                                  std::chrono::milliseconds pause) {
    const auto until = Clock::now() + std::chrono::duration<double>(seconds);
    std::string last = "none";
    while (Clock::now() < until) {
        const auto painted = drive::read_painted(file);
        if (painted) {
            last = painted->screen;
            if ((',' + screens + ',').find(',' + last + ',') != std::string::npos) return last;
        }
        std::this_thread::sleep_for(pause);
    }
    return base::fail(base::ErrorKind::Unavailable, "waited " + std::to_string(static_cast<int>(seconds)) +
                                                        " s for " + screens + "; the screen is " + last);
}

int wait_for(const std::string& file, const std::string& screens, double seconds) {
    const auto screen = reached(file, screens, seconds, kLookAgain);
    if (!screen) return fail(screen.error().message);
    std::cout << *screen << '\n';
    return 0;
}

int tap(const std::string& file, const std::string& id) {
    const auto painted = drive::read_painted(file);
    if (!painted) return fail(painted.error().message);
    const drive::PaintedNode* node = painted->find(id);
    if (node == nullptr) return fail("there is no " + id + " on the screen " + painted->screen);
    auto touch = drive::Touch::on_display();
    if (!touch) return fail(touch.error().message);
    touch->tap(node->x + node->width / 2, node->y + node->height / 2);
    return 0;
}

/// Prints the milliseconds from the finger's leaving the node until one of the screens is painted.
int time_tap(const std::string& file, const std::string& id, const std::string& screens, double seconds) {
    if (const int failed = tap(file, id)) return failed;
    const auto began = Clock::now();
    const auto screen = reached(file, screens, seconds, kLookClosely);
    if (!screen) return fail(screen.error().message);
    std::cout << std::chrono::duration<double, std::milli>(Clock::now() - began).count() << '\n';
    return 0;
}

int picture(const std::string& path) {
    auto touch = drive::Touch::on_display();
    if (!touch) return fail(touch.error().message);
    const auto done = touch->picture(path);
    return done ? 0 : fail(done.error().message);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Touches a running kiosk's window"};
    app.require_subcommand(1);
    std::string file;
    app.add_option("--screen-file", file, "what hub-kiosk --screen-file writes");

    std::string target;
    auto* tap_command = app.add_subcommand("tap", "press and release in the middle of a node");
    tap_command->add_option("node", target)->required();

    std::string screens;
    double seconds = 10;
    auto* wait_command = app.add_subcommand("wait", "wait until one of these screens is painted");
    wait_command->add_option("screens", screens)->required();
    wait_command->add_option("--seconds", seconds);

    auto* time_command =
        app.add_subcommand("time", "tap, and print the milliseconds until a screen is painted");
    time_command->add_option("node", target)->required();
    time_command->add_option("screens", screens)->required();
    time_command->add_option("--seconds", seconds);

    std::string path;
    auto* picture_command = app.add_subcommand("picture", "write the display as a PNG");
    picture_command->add_option("file", path)->required();

    CLI11_PARSE(app, argc, argv);
    if (*tap_command) return tap(file, target);
    if (*time_command) return time_tap(file, target, screens, seconds);
    if (*wait_command) return wait_for(file, screens, seconds);
    return picture(path);
}
