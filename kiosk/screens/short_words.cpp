#include "kiosk/screens/short_words.h"

#include <utility>

namespace kiosk::screens {
namespace {

/// Whether the node is said by the screen's one sentence, or only explains.
bool gives_way(const Node& node, bool to_a_sentence) {
    if (node.is_private || node.is_fact) return false;
    return node.role == Role::Note || (to_a_sentence && node.role == Role::Text);
}

}  // namespace

Screen in_short_words(Screen screen, const Words& words) {
    const bool one_sentence = !screen.sentence.empty() && words.has(screen.sentence);
    for (Block& block : screen.body) {
        std::erase_if(block.nodes, [&](const Node& node) { return gives_way(node, one_sentence); });
        for (Node& node : block.nodes) {
            if (node.role == Role::Title && !node.is_private && one_sentence) {
                node.label = words.text(screen.sentence);
            }
            if (!is_target(node)) continue;
            const bool help = node.press && std::holds_alternative<app::press::Help>(*node.press);
            const std::string shorter = help ? "easy.help_me" : "easy." + node.id;
            if (words.has(shorter)) node.label = words.text(shorter);
        }
    }
    return screen;
}

}  // namespace kiosk::screens
