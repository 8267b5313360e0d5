// hubctl: set-up, today, the outbox, people's decisions, checks (docs/operations.md).

#include <iostream>

#include "server/hubctl/words.h"

namespace {

int refuse(const base::Error& error) {
    std::cerr << "hubctl: " << error.message << '\n';
    return 1;
}

base::Result<server::settings::Settings> settings_for(const server::hubctl::Words& words) {
    const server::settings::Settings none;
    if (words.without_settings) return none;
    if (!words.settings.empty()) return server::settings::read(words.settings);
    return base::fail(base::ErrorKind::InvalidInput, "say which hub: hubctl --settings FILE ...");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Works on the hub's record, beside a running server or without it"};
    using namespace server::hubctl;
    Words words;
    Command chosen;
    app.add_option("--settings", words.settings, "the hub's settings file (docs/settings.md)");
    app.require_subcommand(1);
    app.add_subcommand("init", "make a new hub")->callback([&] { chosen = server::ctl::init; });
    app.add_subcommand("sync", "read the schedule now")->callback([&] { chosen = server::ctl::sync; });
    add_kiosk_commands(app, words, chosen);
    add_looking_commands(app, words, chosen);
    add_calendar_command(app, words, chosen);
    add_report_command(app, words, chosen);
    add_deciding_commands(app, words, chosen);
    add_slip_commands(app, words, chosen);
    add_itinerary_commands(app, words, chosen);
    add_account_commands(app, words, chosen);
    add_linked_user_commands(app, words, chosen);
    add_evidence_commands(app, words, chosen);
    add_extract_commands(app, words, chosen);
    add_rule_commands(app, words, chosen);
    CLI11_PARSE(app, argc, argv);

    const auto settings = settings_for(words);
    if (!settings) return refuse(settings.error());
    const base::SystemClock clock;
    base::SystemEntropy entropy;
    const auto done = chosen(Hub{*settings, clock, entropy, std::cout});
    return done ? 0 : refuse(done.error());
}
