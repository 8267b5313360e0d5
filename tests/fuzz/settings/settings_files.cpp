#include "tests/fuzz/settings/settings_files.h"

#include <array>
#include <sstream>
#include <string>

#include "kiosk/app/limits.h"
#include "kiosk/settings/settings.h"
#include "kiosk/staff/state_file.h"
#include "server/settings/settings.h"
#include "shared/base/invariant.h"

namespace fuzz {
namespace {

constexpr std::string_view kFile = "any.toml:";

void check_refusal(const base::Error& error) {
    INVARIANT(error.kind == base::ErrorKind::InvalidInput, "settings are refused with InvalidInput");
    INVARIANT(!error.message.empty(), "a refusal says why");
    std::istringstream lines(error.message);
    for (std::string line; std::getline(lines, line);) {
        INVARIANT(line.size() > kFile.size() && line.starts_with(kFile), "each mistake names its file");
        for (const char c : line) INVARIANT(c >= ' ' && c <= '~', "a refusal is made of our own words");
    }
}

bool check_hub(std::string_view text) {
    const auto settings = server::settings::parse(text, "any.toml", "/etc/hub");
    if (!settings) check_refusal(settings.error());
    return settings.has_value();
}

bool check_kiosk(std::string_view text) {
    const auto settings = kiosk::settings::parse(std::string(text), "any.toml");
    if (!settings) {
        check_refusal(settings.error());
        return false;
    }
    INVARIANT(!settings->languages.empty(), "a kiosk has a language");
    INVARIANT(settings->panel.width_px > 0 && settings->panel.height_px > 0, "a panel has pixels");
    return true;
}

bool check_staff(std::string_view text) {
    const auto state = kiosk::staff::parse_state(text, "any.toml");
    if (!state) {
        check_refusal(state.error());
        return false;
    }
    INVARIANT(state->wrong_pins <= kiosk::app::kWrongPinsMax, "no more numbers are wrong than can be");
    const auto again = kiosk::staff::parse_state(kiosk::staff::to_text(*state), "any.toml");
    INVARIANT(again && *again == *state, "what is written is read again");
    return true;
}

constexpr std::array<SettingsFile, 3> kFiles{
    {{"hub", check_hub}, {"kiosk", check_kiosk}, {"staff", check_staff}}};

}  // namespace

std::span<const SettingsFile> settings_files() {
    return kFiles;
}

const SettingsFile* settings_file(std::string_view name) {
    for (const SettingsFile& file : kFiles)
        if (name == file.name) return &file;
    return nullptr;
}

}  // namespace fuzz
