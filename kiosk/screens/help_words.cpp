#include "kiosk/screens/help_words.h"

namespace kiosk::screens {
namespace {

/// The text `id_who` with the name, or `id` where nobody said who it is.
std::string named(const Words& words, const std::string& who, const char* id_who, const char* id) {
    return who.empty() ? words.text(id) : words.text(id_who, {who});
}

Node nobody(const Words& words) {
    return text("nobody", words.text("help.nobody", {std::to_string(app::kHelpExpected.count())}), "desk");
}

Block in_few_words(const Scene& scene, app::HelpWord word) {
    const Words& words = scene.words;
    switch (word) {
        case app::HelpWord::WillCome:
            return block({title(named(words, scene.model.help_from, "easy.help_who", "easy.help"))});
        case app::HelpWord::OnTheWay:
            return block({title(
                named(words, scene.visit().call->who, "easy.help_who_on_the_way", "easy.help_on_the_way"))});
        case app::HelpWord::GoToDesk:
        case app::HelpWord::NobodyCame:
            break;
    }
    return block({title(words.text("easy.reception"))});
}

}  // namespace

Block help_words(const Scene& scene) {
    const Words& words = scene.words;
    const app::HelpWord word = app::help_word(scene.model);
    if (scene.visit().modes.short_words()) return in_few_words(scene, word);
    switch (word) {
        case app::HelpWord::WillCome:
            return block({title(named(words, scene.model.help_from, "help.who", "help.title")),
                          text("text", words.text("help.text"), "help"), nobody(words)});
        case app::HelpWord::OnTheWay:
            return block(
                {title(named(words, scene.visit().call->who, "help.who_on_the_way", "help.on_the_way")),
                 nobody(words)});
        case app::HelpWord::GoToDesk:
            return block(
                {title(words.text("help.go_title")), text("text", words.text("help.go_text"), "desk")});
        case app::HelpWord::NobodyCame:
            break;
    }
    return block({title(words.text("help.go_title")), text("text", words.text("help.overdue"), "desk")});
}

}  // namespace kiosk::screens
