#include "tests/support/kiosk/samples.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/view.h"
#include "shared/base/invariant.h"
#include "tests/support/kiosk/ways.h"

namespace support {

std::vector<std::string> voices() {
    std::vector<std::string> spoken = languages::all_tags();
    std::erase_if(spoken, [](const std::string& tag) { return tag == "so" || tag == "ckb"; });
    return spoken;
}

std::vector<Sample> samples(const kiosk::screens::Words& words, const kiosk::app::Modes& modes) {
    std::vector<Sample> all;
    const std::vector<std::string> spoken = voices();
    const bool voice_of_its_own = std::find(spoken.begin(), spoken.end(), words.language()) != spoken.end();
    for (const auto& ways :
         {ways_to_questions(), ways_to_endings(), ways_to_surveys(), ways_to_itinerary(), ways_to_staff()}) {
        for (const Way& way : ways) {
            FrontDoor door;
            door.model.languages = languages::all_tags();
            door.model.visit.language = words.language();
            if (voice_of_its_own) door.model.voices = voices();
            way.walk(door);
            if (!door.model.saver) door.model.visit.modes = modes;  // it comes where nobody has chosen any
            all.push_back({way.name, door.model, kiosk::screens::view(door.model, words)});
        }
    }
    return all;
}

kiosk::screens::Words words_of(const std::string& language) {
    auto words = kiosk::screens::Words::built_in(language);
    INVARIANT(words.has_value(), "the language is built in");
    return *std::move(words);
}

kiosk::screens::Words english() {
    return words_of("en");
}

}  // namespace support
