#include "kiosk/voice/voices.h"

#include <array>
#include <utility>

namespace kiosk::voice {
namespace {

/// `cmn` itself reads numbers in English; the pinyin voice does not.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kVoices{
    {{"en", "en-gb"},
     {"cy", "cy"},
     {"pl", "pl"},
     {"ro", "ro"},
     {"ur", "ur"},
     {"ar", "ar"},
     {"fa", "fa"},
     {"pa", "pa"},
     {"bn", "bn"},
     {"zh-Hans", "cmn-latn-pinyin"},
     {"pt", "pt"},
     {"es", "es"}}};

}  // namespace

std::string_view voice_of(std::string_view language) {
    for (const auto& [tag, voice] : kVoices) {
        if (tag == language) return voice;
    }
    return {};
}

std::vector<std::string> spoken_of(std::vector<std::string> languages) {
    std::erase_if(languages, [](const std::string& tag) { return voice_of(tag).empty(); });
    return languages;
}

}  // namespace kiosk::voice
