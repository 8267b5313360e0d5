#include "kiosk/settings/settings.h"

#include <algorithm>
#include <filesystem>

#include "shared/settings/document.h"

namespace kiosk::settings {
namespace {

using ::settings::Document;
using ::settings::Table;

std::string read_url(Table& table, std::string_view key) {
    constexpr std::string_view kScheme = "https://";
    std::string text = table.text(key);
    while (!text.empty() && text.back() == '/') text.pop_back();
    if (text.empty()) return text;
    const bool plain = text.starts_with(kScheme) && text.size() > kScheme.size() &&
                       text.find_first_of("/?#@ ", kScheme.size()) == std::string::npos;
    if (!plain) table.refuse(key, "must be like \"https://hub.example:8443\", without a path");
    return text;
}

std::string read_path(Table& table, std::string_view key, const std::filesystem::path& folder,
                      const std::string& fallback) {
    const std::filesystem::path given = table.text_or(key, fallback);
    if (given.empty()) table.refuse(key, "must not be empty");
    return given.is_absolute() ? given.string() : (folder / given).lexically_normal().string();
}

Server read_server(Table table, const std::filesystem::path& folder) {
    Server server;
    server.url = read_url(table, "url");
    server.ca = read_path(table, "ca", folder, "ca.pem");
    server.certificate = read_path(table, "certificate", folder, "kiosk.pem");
    server.key = read_path(table, "key", folder, "kiosk.key");
    return server;
}

/// A panel that hangs between these has every control within reach, also of somebody who sits: that is what
/// is tested (EN 301 549 8.3.2; checklist C56).
constexpr double kLowestBottomMm = 380;
constexpr double kHighestBottomMm = 900;

std::optional<double> read_bottom(Table& table) {
    const double bottom_mm = table.number_or("bottom_mm", 0, 0, 2000);
    if (bottom_mm == 0) return std::nullopt;
    if (bottom_mm < kLowestBottomMm || bottom_mm > kHighestBottomMm) {
        table.refuse("bottom_mm",
                     "must be 0 (not known) or between 380 and 900: from elsewhere not everything is within "
                     "reach of a wheelchair, so hang the panel there");
    }
    return bottom_mm;
}

PanelSettings read_panel(Table table) {
    PanelSettings panel;
    panel.width_px = static_cast<int>(table.integer_or("width_px", panel.width_px, 480, 8192));
    panel.height_px = static_cast<int>(table.integer_or("height_px", panel.height_px, 480, 8192));
    panel.pitch_mm = table.number_or("pitch_mm", panel.pitch_mm, 0.05, 1.0);
    panel.bottom_mm = read_bottom(table);
    panel.distance_mm = table.number_or("distance_mm", panel.distance_mm, 400, 800);
    panel.full_screen = table.flag_or("full_screen", panel.full_screen);
    return panel;
}

IdleTimes read_idle(Table table) {
    IdleTimes idle;
    idle.before_warning = std::chrono::seconds{
        table.integer_or("before_warning_seconds", idle.before_warning.count(), 45, 600)};
    idle.warning = std::chrono::seconds{table.integer_or("warning_seconds", idle.warning.count(), 20, 120)};
    return idle;
}

SaverSettings read_saver(Table table) {
    SaverSettings saver;
    saver.after = std::chrono::seconds{table.integer_or("after_seconds", saver.after.count(), 20, 3600)};
    saver.still = table.flag_or("still", saver.still);
    return saver;
}

SoundSettings read_sound(Table table, const std::filesystem::path& folder) {
    SoundSettings sound;
    sound.device = table.text_or("device", sound.device);
    if (sound.device.empty()) table.refuse("device", "must name a device of ALSA, or be \"none\"");
    sound.voice = table.text_or("voice", sound.voice);
    sound.clips = read_path(table, "clips", folder, "voice");
    sound.words_per_minute =
        static_cast<int>(table.integer_or("words_per_minute", sound.words_per_minute, 80, 300));
    sound.volume = static_cast<int>(table.integer_or("volume", sound.volume, 1, 10));
    sound.jack = table.text_or("jack", sound.jack);
    const std::string listening = table.text_or("listening", "jack");
    if (listening == "loudspeaker") {
        sound.listening = Listening::Loudspeaker;
    } else if (listening == "headset") {
        sound.listening = Listening::Headset;
    } else if (listening != "jack") {
        table.refuse("listening", "must be \"loudspeaker\", \"headset\" or \"jack\"");
    }
    return sound;
}

ScannerSettings read_scanner(Table table) {
    ScannerSettings scanner;
    scanner.device = table.text_or("device", scanner.device);
    const bool known = scanner.device.empty() || scanner.device.starts_with("/dev/input/") ||
                       scanner.device.starts_with("recorded:/");
    if (!known) {
        table.refuse(
            "device",
            "must be a device such as \"/dev/input/by-id/usb-SCANNER-event-kbd\", or empty for none");
    }
    return scanner;
}

std::vector<std::string> read_languages(Table& table) {
    constexpr std::string_view kKey = "languages";
    std::vector<std::string> tags = table.texts_or(kKey, ::languages::all_tags());
    if (tags.empty()) table.refuse(kKey, "must name a language at least");
    std::string known;
    for (const std::string& tag : ::languages::all_tags()) known += (known.empty() ? "" : ", ") + tag;
    for (auto one = tags.begin(); one != tags.end(); ++one) {
        if (::languages::find(*one) == nullptr) {
            table.refuse(kKey, "must name languages of the kiosk, and " + *one + " is none: " + known);
        }
        if (std::find(tags.begin(), one, *one) != one) table.refuse(kKey, "names " + *one + " twice");
    }
    return tags;
}

base::Result<Settings> read_from(Document document, const std::string& path) {
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    Table& root = document.root();
    Settings settings;
    settings.server = read_server(root.table("server"), folder);
    Table kiosk = root.table("kiosk");
    settings.journal = read_path(kiosk, "journal", folder, "journal");
    settings.surveys = kiosk.text_or("surveys", "");
    if (!settings.surveys.empty()) settings.surveys = read_path(kiosk, "surveys", folder, "");
    settings.staff_pin = read_path(kiosk, "staff_pin", folder, "staff.pin");
    settings.languages = read_languages(kiosk);
    settings.panel = read_panel(root.table("panel"));
    settings.idle = read_idle(root.table("idle"));
    settings.saver = read_saver(root.table("saver"));
    settings.sound = read_sound(root.table("sound"), folder);
    settings.scanner = read_scanner(root.table("scanner"));
    TRY_DONE(document.finish());
    return settings;
}

}  // namespace

base::Result<Settings> read(const std::string& path) {
    return parse(TRY(::settings::read_file(path)), path);
}

base::Result<Settings> parse(const std::string& text, const std::string& path) {
    return read_from(TRY(Document::parse(text, path)), path);
}

}  // namespace kiosk::settings
