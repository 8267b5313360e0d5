#include "kiosk/voice/utterance.h"

#include <string_view>

#include "kiosk/voice/voices.h"
#include "shared/languages/language.h"

namespace kiosk::voice {
namespace {

using screens::Node;
using screens::Role;

void erase_all(std::string& text, std::string_view piece) {
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at)) {
        text.erase(at, piece.size());
    }
}

/// The words around a label, by what the node is and how it stands; null: the label alone.
const char* frame_of(const Node& node) {
    if (!is_target(node)) return nullptr;
    if (!node.enabled) return "speech.unavailable";
    if (node.role == Role::Toggle) return node.selected ? "speech.on" : "speech.off";
    if (node.selected) return "speech.chosen";
    return node.role == Role::Key ? nullptr : "speech.button";
}

/// A Latin letter where others are written: its name is the English one, by the English voice.
bool is_foreign_letter(const std::string& text, const std::string& language) {
    const languages::Language* known = languages::find(language);
    const bool latin = text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
    return latin && known != nullptr && known->script != languages::Script::Latin;
}

Ears ears_of(const Node& node) {
    if (node.is_typed) return Ears::HeadsetOnly;
    return node.is_private ? Ears::ByChoice : Ears::Anybody;
}

/// A whole label in a language that is not the screen's.
Utterance foreign(const Node& node, const std::string& label) {
    Utterance said{node.id, heard(label), node.language, ears_of(node)};
    if (!voice_of(node.language).empty()) return said;
    const languages::Language* known = languages::find(node.language);
    if (known != nullptr) said.text = known->name;
    said.language = "en";
    return said;
}

Utterance in_displayed(const Node& node, const std::string& label, const screens::Screen& screen,
                       const screens::Words& words) {
    Utterance said{node.id, heard(label), screen.language, ears_of(node)};
    if (said.text.empty()) said.text = heard(words.text("speech.nothing_yet"));
    if (is_foreign_letter(said.text, screen.language)) said.language = "en";
    const char* frame = said.language == screen.language ? frame_of(node) : nullptr;
    if (frame != nullptr) said.text = heard(words.text(frame, {said.text}));
    return said;
}

/// The label without what it quotes.
std::string around_quote(const Node& node) {
    std::string label = node.label;
    erase_all(label, node.quote);
    return label;
}

}  // namespace

std::string heard(std::string label) {
    for (const std::string_view mark : {"\u2022", "\u2068", "\u2069", "\u200e", "\u200f", "_", "[", "]"}) {
        erase_all(label, mark);
    }
    for (char& letter : label) {
        if (letter == '\n') letter = ' ';
    }
    while (!label.empty() && label.back() == ' ') label.pop_back();
    return label;
}

std::vector<Utterance> utterances_of(const Node& node, const screens::Screen& screen,
                                     const screens::Words& words) {
    if (node.language.empty() || node.language == screen.language)
        return {in_displayed(node, node.label, screen, words)};
    if (node.quote.empty()) return {foreign(node, node.label)};
    return {in_displayed(node, around_quote(node), screen, words), foreign(node, node.quote)};
}

std::vector<Utterance> utterances_of(const screens::Screen& screen, const screens::Words& words) {
    std::vector<Utterance> all;
    for (const Node* node : nodes_of(screen)) {
        for (Utterance& one : utterances_of(*node, screen, words)) all.push_back(std::move(one));
    }
    return all;
}

bool may_hear(Listeners listeners, Ears ears) {
    switch (ears) {
        case Ears::Anybody:
            return true;
        case Ears::ByChoice:
            return listeners != Listeners::Room;
        case Ears::HeadsetOnly:
            return listeners == Listeners::Headset;
    }
    return false;
}

std::vector<Utterance> for_listeners(std::vector<Utterance> all, Listeners listeners,
                                     const screens::Words& words) {
    std::vector<Utterance> heard_by_them;
    bool told = false;
    for (Utterance& one : all) {
        if (may_hear(listeners, one.ears)) {
            heard_by_them.push_back(std::move(one));
        } else if (!told) {
            told = true;
            heard_by_them.push_back(
                {one.node, heard(words.text("speech.private")), words.language(), Ears::Anybody});
        }
    }
    return heard_by_them;
}

}  // namespace kiosk::voice
