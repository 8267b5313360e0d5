#include "tests/integration/privacy/markers.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "shared/domain/person_key.h"
#include "tests/support/hub/hub_folder.h"

namespace tests {
namespace {

constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};

std::string lower(std::string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

std::string two(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

void Markers::add(const std::string& text) {
    all_.push_back(lower(text));
}

void Markers::add_birth(domain::Date born) {
    const unsigned day = static_cast<unsigned>(born.day());
    const unsigned month = static_cast<unsigned>(born.month());
    const std::string year = std::to_string(static_cast<int>(born.year()));
    const std::string word = kMonths[month - 1];
    for (const std::string separator : {"/", ".", "-"}) {
        add(two(day) + separator + two(month) + separator + year);
        add(std::to_string(day) + separator + std::to_string(month) + separator + year);
    }
    add(domain::to_text(born));
    add(year + two(month) + two(day));
    add(two(day) + two(month) + year);
    add(std::to_string(day) + " " + word);
    add(word + " " + std::to_string(day));
    add(std::to_string(day) + " " + word.substr(0, 3) + " " + year);
    // As a kiosk's question says it.
    add("\"day\":" + std::to_string(day) + ",\"month\":" + std::to_string(month));
    add("\"day\": " + std::to_string(day) + ", \"month\": " + std::to_string(month));
}

void Markers::add_find_keys(domain::Date born, const std::vector<std::string>& names) {
    for (const std::string& key : domain::person_keys(born, names)) add(key);
}

std::vector<std::string> Markers::found_in(std::string_view bytes) const {
    const std::string text = lower(bytes);
    std::vector<std::string> found;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(found),
                 [&text](const std::string& marker) { return text.find(marker) != std::string::npos; });
    return found;
}

std::vector<std::string> found_below(const std::string& folder, const Markers& markers) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().string();
        for (const std::string& marker : markers.found_in(name)) found.push_back(name + ": " + marker);
        if (!entry.is_regular_file()) continue;
        for (const std::string& marker : markers.found_in(support::file_bytes(entry.path())))
            found.push_back(name + ": " + marker);
    }
    return found;
}

}  // namespace tests
