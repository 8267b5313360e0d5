#include "server/reception/language_words.h"

#include "server/app/language_tag.h"
#include "shared/languages/language.h"

namespace server::reception {

std::string language_of_person(const std::string& named) {
    if (named.empty()) return "Not recorded";
    const std::string spoken = languages::closest(app::language_tag(named), languages::all_tags());
    const languages::Language* known = languages::find(spoken);
    if (known == nullptr) return named + ": no kiosk speaks it";
    return std::string(known->name) + ": a kiosk that has it starts in it";
}

}  // namespace server::reception
