#include "server/ctl/commands.h"
#include "server/ctl/table.h"
#include "shared/languages/catalogue.h"
#include "shared/languages/language.h"

namespace server::ctl {
namespace {

constexpr std::string_view kSource = "en";

std::string state_of(std::string_view tag) {
    if (tag == kSource) return "written in it";
    const std::string reviewer = languages::reviewer(tag);
    return reviewer.empty() ? "MACHINE DRAFT, not reviewed" : "reviewed by " + reviewer;
}

}  // namespace

base::Done list_languages(const Hub& hub) {
    Table table({"language", "tag", "texts"});
    for (const std::string& tag : languages::all_tags()) {
        const languages::Language* language = languages::find(tag);
        if (language != nullptr) table.add({std::string(language->name), tag, state_of(tag)});
    }
    table.print(hub.out);
    return {};
}

}  // namespace server::ctl
