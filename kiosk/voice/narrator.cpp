#include "kiosk/voice/narrator.h"

#include <algorithm>
#include <iterator>

namespace kiosk::voice {
namespace {

using screens::Node;
using screens::Screen;

const Node* find(const Screen& screen, const std::string& id) {
    for (const Node* node : nodes_of(screen)) {
        if (node->id == id) return node;
    }
    return nullptr;
}

std::vector<Utterance> said_of(const Node& node, const Screen& screen, bool typed,
                               const screens::Words& words) {
    std::vector<Utterance> said = utterances_of(node, screen, words);
    for (Utterance& one : said) {
        if (typed) one.ears = Ears::HeadsetOnly;
    }
    return said;
}

std::vector<std::string> texts(const std::vector<Utterance>& all) {
    std::vector<std::string> said;
    for (const Utterance& one : all) said.push_back(one.text);
    return said;
}

/// It counts down while it stands there; said once, with the whole screen.
bool counts_down(const Node& node) {
    return node.id == "seconds";
}

std::vector<Utterance> changed_since(const Screen& before, const Screen& now, const screens::Words& words) {
    std::vector<Utterance> changed;
    for (const Node* node : nodes_of(now)) {
        if (counts_down(*node)) continue;
        const Node* was = find(before, node->id);
        std::vector<Utterance> said = utterances_of(*node, now, words);
        if (was == nullptr || texts(utterances_of(*was, before, words)) != texts(said)) {
            std::move(said.begin(), said.end(), std::back_inserter(changed));
        }
    }
    return changed;
}

}  // namespace

std::optional<std::vector<Utterance>> Narrator::on(const Screen& screen, const At& at, Listeners listeners,
                                                   const screens::Words& words) {
    if (!screen.modes.speech) {
        const bool spoke = said_.has_value();
        *this = {};
        if (spoke) return std::vector<Utterance>{};
        return std::nullopt;
    }
    const bool another = !said_ || said_->id != screen.id || said_->language != screen.language;
    const bool moved = at.node != at_.node && !at.node.empty();
    std::vector<Utterance> all;
    if (another || listeners != listeners_) {
        all = utterances_of(screen, words);
    } else {
        all = changed_since(*said_, screen, words);
        const Node* node = moved ? find(screen, at.node) : nullptr;
        if (node != nullptr && all.empty()) all = said_of(*node, screen, at.typed, words);
    }
    said_ = screen;
    at_ = at;
    listeners_ = listeners;
    if (all.empty()) return std::nullopt;
    return for_listeners(std::move(all), listeners, words);
}

std::vector<Utterance> Narrator::again(const screens::Words& words) const {
    if (!said_) return {};
    const Node* node = find(*said_, at_.node);
    if (node == nullptr) return for_listeners(utterances_of(*said_, words), listeners_, words);
    return for_listeners(said_of(*node, *said_, at_.typed, words), listeners_, words);
}

}  // namespace kiosk::voice
