// The languages that kiosks offer which are added from now on, and which texts wait for somebody to read
// them.

#include <algorithm>
#include <set>

#include "server/reception/rule_form.h"
#include "shared/languages/catalogue.h"
#include "shared/languages/language.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr std::string_view kSource = "en";

/// Who has read a language's texts.
std::string review_of(std::string_view tag) {
    if (tag == kSource) return "The texts were written in it.";
    const std::string reviewer = languages::reviewer(tag);
    return reviewer.empty() ? "Translated by a machine. Nobody has reviewed it yet."
                            : "Reviewed by " + reviewer + '.';
}

void fill(Words& words, const Visit& visit, const app::RuleSet& set) {
    const auto& chosen = is_typed(visit) ? visit.form.all("each_language") : set.languages;
    Words list(Words::type::list);
    for (const std::string& tag : languages::all_tags()) {
        const languages::Language* language = languages::find(tag);
        if (language == nullptr) continue;
        Words row;
        row.set("tag", tag);
        row.set("element", tag == kSource ? std::string("language") : "language-" + tag);
        row.set("name", std::string(language->name));
        row.set("own_name", std::string(language->own_name));
        row.set("review", review_of(tag));
        row.set("is_chosen", std::find(chosen.begin(), chosen.end(), tag) != chosen.end());
        list << row;
    }
    words.set("languages", list);
}

constexpr RuleForm kForm{"/settings/languages", "settings_languages.html", "Languages of new kiosks",
                         "language", fill};

}  // namespace

Reply languages_form(Office& office, Visit& visit) {
    return rule_sheet(office, visit, kForm);
}

Reply change_languages(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const auto& chosen = visit.form.all("each_language");
    const bool are_known = std::all_of(
        chosen.begin(), chosen.end(), [](const std::string& tag) { return languages::find(tag) != nullptr; });
    if (!are_known) wrong.say("language", "Choose among these languages.");
    const bool are_different = std::set<std::string>(chosen.begin(), chosen.end()).size() == chosen.size();
    if (are_known && !are_different) wrong.say("language", "Choose each language once.");
    if (wrong.any()) return change_rule(office, visit, kForm, {}, wrong);
    return change_rule(office, visit, kForm, app::LanguagesChange{chosen}, {});
}

}  // namespace server::reception
