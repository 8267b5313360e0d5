#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/languages/language.h"

/// The kiosk's one settings file (docs/kiosk-settings.md lists every setting).
namespace kiosk::settings {

struct Server {
    std::string url;          ///< `https://hub.example:8443`, without a slash at the end
    std::string ca;           ///< file: the hub's own authority
    std::string certificate;  ///< file: this kiosk's certificate
    std::string key;          ///< file: its private key
};

struct PanelSettings {
    int width_px = 1080;
    int height_px = 1920;
    double pitch_mm = 0.248;          ///< from one pixel to the next
    std::optional<double> bottom_mm;  ///< the panel's lower edge above the floor
    double distance_mm = 600;         ///< from a person's eye to the glass
    bool full_screen = true;
};

/// How long the kiosk waits for a person who does nothing.
struct IdleTimes {
    std::chrono::seconds before_warning{60};  ///< then it asks "Are you still there?"
    std::chrono::seconds warning{20};         ///< then it goes back to the start
};

/// Today's programme on a kiosk that nobody uses.
struct SaverSettings {
    std::chrono::seconds after{60};
    bool still = false;  ///< it does not turn its pages
};

/// Who hears what the kiosk says.
enum class Listening {
    Loudspeaker,  ///< the room
    Headset,      ///< one person: a handset that is always there
    Jack,         ///< the room, or one person while a headset is plugged in
};

struct SoundSettings {
    std::string device = "default";   ///< of ALSA; `none`; or `file:` and a path, for tests
    std::string voice = "espeak-ng";  ///< the program that speaks
    std::string clips;                ///< folder of recordings; it may be missing
    int words_per_minute = 150;
    int volume = 6;  ///< 1 to 10, with which each visit begins
    Listening listening = Listening::Jack;
    std::string jack = "hw:0";  ///< the sound card whose jack is looked at
};

/// What reads the codes of slips.
struct ScannerSettings {
    std::string device;  ///< a path below /dev/input; empty: none; or `recorded:` and a path, for tests
};

struct Settings {
    Server server;
    std::string journal;    ///< folder of the journal
    std::string surveys;    ///< folder of the hub's own surveys; empty: those of the program
    std::string staff_pin;  ///< file: the hash of the staff's number; without it the corner stays shut
    PanelSettings panel;
    /// Those a person may choose from, BCP 47; the first is spoken before anybody has chosen.
    std::vector<std::string> languages = languages::all_tags();
    IdleTimes idle;
    SaverSettings saver;
    SoundSettings sound;
    ScannerSettings scanner;
};

/// InvalidInput naming every mistake with its line. Relative paths are taken from the file's folder.
base::Result<Settings> read(const std::string& path);
base::Result<Settings> parse(const std::string& text, const std::string& path);

}  // namespace kiosk::settings
