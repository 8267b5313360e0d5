#pragma once

#include <span>
#include <string_view>

namespace fuzz {

/// A file that an installer writes by hand.
struct SettingsFile {
    const char* name;
    /// Whether the text was taken. Ends the program when what must hold for any text does not: a refusal is
    /// InvalidInput, and each of its lines says in which file the mistake is.
    bool (*check)(std::string_view text);
};

std::span<const SettingsFile> settings_files();
/// nullptr when there is none of this name.
const SettingsFile* settings_file(std::string_view name);

}  // namespace fuzz
