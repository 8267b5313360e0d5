// hub-kiosk: the touch client of one kiosk.

#include <cstdio>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>
#include <sys/resource.h>

#include "kiosk/face.h"
#include "kiosk/input/scanner_thread.h"
#include "kiosk/net/hmac.h"
#include "kiosk/paint/cpu_raster.h"
#include "kiosk/runtime/runtime.h"
#include "kiosk/runtime/survey_shelf.h"
#include "kiosk/screens/view.h"
#include "kiosk/screens/wall_card.h"
#include "kiosk/screens/words.h"
#include "kiosk/settings/settings.h"
#include "kiosk/staff/pin_file.h"
#include "kiosk/staff/state_file.h"
#include "kiosk/text/png.h"
#include "kiosk/text/shaper.h"
#include "kiosk/voice/clips.h"
#include "kiosk/voice/espeak.h"
#include "kiosk/voice/outputs.h"
#include "kiosk/voice/voice_thread.h"
#include "kiosk/voice/voices.h"
#include "shared/base/log.h"

namespace {

constexpr int kBadStart = 1;
/// Staff want a restart: whoever keeps the program running starts it again (docs/operations.md).
constexpr int kRestart = 75;

struct Arguments {
    std::string settings;
    std::string windowed;  ///< such as 540x960, or empty
    bool no_touch = false;
    bool send_again = false;
    bool show_refused = false;
    std::string wall_card;  ///< folder for it, or empty
    bool set_staff_pin = false;
    kiosk::Watching watching;
};

std::string journal_of(const kiosk::settings::Settings& settings) {
    return (std::filesystem::path(settings.journal) / "journal.db").string();
}

/// "1080x1920"; both at least 1.
base::Result<kiosk::platform::WindowOptions> window_options(const Arguments& arguments,
                                                            const kiosk::settings::PanelSettings& panel) {
    kiosk::platform::WindowOptions options;
    options.width_px = panel.width_px;
    options.height_px = panel.height_px;
    options.full_screen = panel.full_screen && arguments.windowed.empty();
    options.touch = !arguments.no_touch;
    options.show_pointer = !options.full_screen;
    if (!arguments.windowed.empty()) {
        char end = 0;
        const int read =
            std::sscanf(arguments.windowed.c_str(), "%5dx%5d%c", &options.width_px, &options.height_px, &end);
        if (read != 2 || options.width_px < 1 || options.height_px < 1) {
            return base::fail(base::ErrorKind::InvalidInput, "--windowed must be like 540x960");
        }
    }
    return options;
}

/// A window smaller than the panel shows the same panel, with larger pixels.
kiosk::paint::Panel panel_of(const kiosk::settings::PanelSettings& settings,
                             const kiosk::platform::Window& window) {
    kiosk::paint::Panel panel;
    panel.width_px = window.width_px();
    panel.height_px = window.height_px();
    const double wider = static_cast<double>(settings.width_px) / panel.width_px;
    const double higher = static_cast<double>(settings.height_px) / panel.height_px;
    panel.pitch_mm = static_cast<float>(settings.pitch_mm * std::max({1.0, std::min(wider, higher)}));
    panel.reading_mm = static_cast<float>(settings.distance_mm);
    if (settings.bottom_mm) panel.bottom_mm = static_cast<float>(*settings.bottom_mm);
    return panel;
}

base::Done send_again(const kiosk::settings::Settings& settings) {
    auto journal = TRY(kiosk::journal::Journal::open(journal_of(settings)));
    TRY_DONE(journal.send_again());
    return {};
}

/// Opaque ids and times: who it was stands in the hub's record only.
base::Done show_refused(const kiosk::settings::Settings& settings) {
    auto journal = TRY(kiosk::journal::Journal::open(journal_of(settings)));
    unsigned count = 0;
    for (const auto& kept : TRY(journal.unaccepted())) {
        if (kept.state != kiosk::journal::RecordState::NeedsPerson || !is_about_coming(kept.record)) continue;
        std::cout << ++count << ". " << kiosk::journal::to_word(kept.record.kind) << ' '
                  << kept.record.arrival.text() << " refused with " << kept.last_status << ": "
                  << kept.record.body << '\n';
    }
    std::cout << count << " refused. When each is seen to, say so with hubctl kiosk refused --seen " << count
              << '\n';
    return {};
}

/// What staff set in an earlier run. A damaged file must not stop a kiosk: then it begins in use.
kiosk::app::StaffState staff_state_of(const std::string& file) {
    auto state = kiosk::staff::read_state(file);
    if (state) return *state;
    base::log::error("staff_state_lost");
    std::cerr << "hub-kiosk: " << state.error().message << '\n';
    return {};
}

/// None when staff have no number here. A damaged file must not stop a kiosk either.
std::optional<std::string> pin_hash_of(const std::string& file) {
    auto hash = kiosk::staff::read_pin_file(file);
    if (hash) return *hash;
    base::log::error("staff_pin_lost");
    std::cerr << "hub-kiosk: " << hash.error().message << '\n';
    return std::nullopt;
}

base::Result<std::unique_ptr<kiosk::voice::SoundOutput>> output_of(
    const kiosk::settings::SoundSettings& sound) {
    using kiosk::settings::Listening;
    constexpr std::string_view kFile = "file:";
    const kiosk::voice::HeadsetSource headset{sound.listening == Listening::Headset,
                                              sound.listening == Listening::Jack ? sound.jack : ""};
    if (sound.device.starts_with(kFile)) {
        return kiosk::voice::file_output(sound.device.substr(kFile.size()), headset);
    }
    return kiosk::voice::alsa_output(sound.device, headset);
}

std::unique_ptr<kiosk::voice::Speech> no_speech(const base::Error& why) {
    base::log::warning("no_speech");
    std::cerr << "hub-kiosk: nothing is read aloud: " << why.message << '\n';
    return nullptr;
}

/// None where the kiosk cannot speak: it works without, and does not offer it.
std::unique_ptr<kiosk::voice::Speech> speech_of(const kiosk::settings::SoundSettings& sound,
                                                const std::vector<std::string>& languages,
                                                const kiosk::screens::AllWords& words) {
    if (sound.device == "none") return nullptr;
    auto voice = kiosk::voice::Espeak::start(sound.voice, sound.words_per_minute);
    if (!voice) {
        return no_speech(voice.error());
    }
    auto output = output_of(sound);
    if (!output) {
        return no_speech(output.error());
    }
    auto found = kiosk::voice::find_clips(sound.clips, languages, words);
    for (const std::string& fault : found.faults) std::cerr << "hub-kiosk: " << fault << '\n';
    auto voices = std::make_unique<kiosk::voice::ClippedVoice>(std::move(*voice), std::move(found.clips));
    auto speech = std::make_unique<kiosk::voice::VoiceThread>(std::move(voices), std::move(*output),
                                                              [] { kiosk::platform::Window::wake(); });
    speech->set_volume(sound.volume);
    return speech;
}

/// A sheet of A4 for each language, at 150 dots an inch.
base::Done print_wall_cards(const kiosk::settings::Settings& settings, const std::string& folder) {
    constexpr kiosk::paint::Panel kSheet{1240, 1754, 0.1694F, {}};
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    const auto shaper = TRY(kiosk::text::Shaper::create());
    const auto all = TRY(kiosk::screens::AllWords::built_in(settings.languages));
    for (const std::string& language : settings.languages) {
        using kiosk::screens::CanSpeak;
        const bool speaks = settings.sound.device != "none" && !kiosk::voice::voice_of(language).empty();
        const auto card = kiosk::screens::wall_card(all.in(language), speaks ? CanSpeak::Yes : CanSpeak::No);
        const auto pixels = kiosk::paint::picture_of(card, kSheet, *shaper);
        const auto file = std::filesystem::path(folder) / ("wall-card-" + language + ".png");
        TRY_DONE(kiosk::text::write_png(file.string(), pixels.width, pixels.height, pixels.rgba));
        std::cout << file.string() << '\n';
    }
    return {};
}

/// None where no scanner is set.
std::unique_ptr<kiosk::input::Scanner> scanner_of(const kiosk::settings::ScannerSettings& settings,
                                                  const base::Clock& clock) {
    constexpr std::string_view kRecorded = "recorded:";
    const std::string& device = settings.device;
    if (device.empty()) return nullptr;
    auto open = device.starts_with(kRecorded) ? kiosk::input::recorded_keys(device.substr(kRecorded.size()))
                                              : kiosk::input::evdev_keys(device);
    return std::make_unique<kiosk::input::ScannerThread>(kiosk::input::ScannerThread::Parts{
        std::move(open), clock, [] { kiosk::platform::Window::wake(); },
        [](const std::string& fault) {
            base::log::warning("no_scanner");
            std::cerr << "hub-kiosk: " + fault + "; it is looked for until it is there\n";
        }});
}

base::Result<bool> ended(base::Done done) {
    TRY_DONE(std::move(done));
    return false;
}

/// Whether staff want the program started again.
base::Result<bool> run(const Arguments& arguments) {
    const kiosk::settings::Settings settings = TRY(kiosk::settings::read(arguments.settings));
    if (arguments.set_staff_pin) return ended(kiosk::staff::ask_for_pin(settings.staff_pin));
    if (arguments.show_refused) return ended(show_refused(settings));
    if (!arguments.wall_card.empty()) return ended(print_wall_cards(settings, arguments.wall_card));
    if (arguments.send_again) return ended(send_again(settings));
    auto pin_hash = pin_hash_of(settings.staff_pin);
    const std::string staff_file = (std::filesystem::path(settings.journal) / "staff.toml").string();
    auto endpoint = TRY(kiosk::net::read_endpoint(
        {settings.server.url, settings.server.ca, settings.server.certificate, settings.server.key}));
    const auto words = TRY(kiosk::screens::AllWords::built_in(settings.languages));
    const auto shaper = TRY(kiosk::text::Shaper::create());
    const auto options = TRY(window_options(arguments, settings.panel));
    const auto window = TRY(kiosk::platform::Window::open(options));

    auto https = TRY(kiosk::net::Https::start(std::move(endpoint)));
    base::SystemClock clock;
    base::SystemEntropy entropy;
    const kiosk::net::Hmac keyed_hash;
    auto surveys = kiosk::runtime::load_surveys(
        settings.surveys, (std::filesystem::path(settings.journal) / "surveys").string());
    for (const std::string& fault : surveys.faults) std::cerr << "hub-kiosk: " << fault << '\n';
    kiosk::app::Model model;
    model.surveys = std::make_shared<const domain::Surveys>(std::move(surveys.surveys));
    model.waits = {settings.idle.before_warning, settings.idle.warning, settings.saver.after,
                   !settings.saver.still};
    model.languages = settings.languages;
    begin_with(model, staff_state_of(staff_file));
    model.has_staff_pin = pin_hash.has_value();
    model.version = HUB_VERSION;
    model.visit = kiosk::app::fresh_visit(model);
    const auto speech = speech_of(settings.sound, settings.languages, words);
    if (speech) {
        model.voices = kiosk::voice::spoken_of(settings.languages);
        model.sound_output = settings.sound.device;
    }
    model.headset = settings.sound.listening == kiosk::settings::Listening::Headset;
    const auto scanner = scanner_of(settings.scanner, clock);
    kiosk::runtime::Runtime runtime(
        {clock,
         entropy,
         keyed_hash,
         [&](const kiosk::app::Model& now) {
             return kiosk::screens::view(now, words.in(kiosk::app::language_of(now)));
         },
         journal_of(settings),
         {},
         std::move(https),
         [] { kiosk::platform::Window::wake(); },
         [](const std::string& fault) { std::cerr << "hub-kiosk: " << fault << '\n'; },
         model,
         speech.get(),
         [&](const kiosk::app::Model& now) -> const kiosk::screens::Words& {
             return words.in(kiosk::app::language_of(now));
         },
         settings.sound.volume,
         {std::move(pin_hash), staff_file},
         scanner.get()});
    kiosk::Face face(runtime, *window, *shaper, panel_of(settings.panel, *window), clock, arguments.watching);
    face.run([&] { base::log::info("first_frame", {{"since_boot_us", clock.boot_time().count()}}); });
    return runtime.restart_wanted();
}

}  // namespace

int main(int argc, char** argv) {
    // What is in memory belongs to the people of the day: no core file.
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);

    CLI::App app{"The check-in kiosk of a well-being hub", "hub-kiosk"};
    Arguments arguments;
    app.add_option("--settings", arguments.settings, "the kiosk's settings file (docs/kiosk-settings.md)")
        ->required();
    app.add_option("--windowed", arguments.windowed,
                   "a window of that size, such as 540x960, instead of the whole panel");
    app.add_flag(
        "--send-again", arguments.send_again,
        "put records that the server refused back in line, and end: whatever was wrong has been mended");
    app.add_flag("--show-refused", arguments.show_refused,
                 "print the records that the server refused for good, and end");
    app.add_option("--wall-card", arguments.wall_card,
                   "write a card for the wall beside the kiosk into this folder, one a language, and end");
    app.add_flag("--set-staff-pin", arguments.set_staff_pin,
                 "ask twice for the number that opens the staff corner, keep its hash, and end");
    app.add_option("--screen-file", arguments.watching.screen_file,
                   "for tests: write what is drawn to this file");
    app.add_option("--pictures", arguments.watching.pictures, "for tests: a folder for a PNG of each screen");
    app.add_flag("--no-touch", arguments.no_touch, "for tests: touches do nothing");
    app.set_version_flag("--version", HUB_VERSION);
    CLI11_PARSE(app, argc, argv);

    const base::Result<bool> restart = run(arguments);
    if (restart) return *restart ? kRestart : 0;
    std::cerr << "hub-kiosk: " << restart.error().message << '\n';
    return kBadStart;
}
