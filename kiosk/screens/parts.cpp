#include "kiosk/screens/parts.h"

#include <utility>

#include "kiosk/screens/toggles.h"
#include "shared/domain/calendar.h"

namespace kiosk::screens {
namespace {

Node words_node(std::string id, Role role, std::string label, std::string icon) {
    Node node;
    node.id = std::move(id);
    node.role = role;
    node.label = std::move(label);
    node.icon = std::move(icon);
    return node;
}

Node pressed_node(std::string id, Role role, std::string label, std::string icon, app::Press press) {
    Node node = words_node(std::move(id), role, std::move(label), std::move(icon));
    node.press = press;
    return node;
}

}  // namespace

std::string Scene::time(base::Instant instant) {
    return domain::london_time(instant);
}

Node title(std::string label) {
    return words_node("title", Role::Title, std::move(label), "");
}

Node text(std::string id, std::string label, std::string icon) {
    return words_node(std::move(id), Role::Text, std::move(label), std::move(icon));
}

Node fact(std::string id, std::string label, std::string icon) {
    Node node = text(std::move(id), std::move(label), std::move(icon));
    node.is_fact = true;
    return node;
}

Node note(std::string id, std::string label, std::string icon) {
    return words_node(std::move(id), Role::Note, std::move(label), std::move(icon));
}

Node success(std::string label) {
    Node node = words_node("success", Role::Success, std::move(label), "");
    node.is_private = true;
    return node;
}

Node value(std::string id, std::string label, std::string icon) {
    Node node = words_node(std::move(id), Role::Value, std::move(label), std::move(icon));
    node.is_private = true;
    node.is_typed = true;
    return node;
}

Node button(std::string id, std::string label, std::string icon, app::Press press, Emphasis emphasis) {
    Node node = pressed_node(std::move(id), Role::Button, std::move(label), std::move(icon), press);
    node.emphasis = emphasis;
    return node;
}

Node choice(std::string id, std::string label, std::string icon, app::Press press) {
    return pressed_node(std::move(id), Role::Choice, std::move(label), std::move(icon), press);
}

Node key(std::string id, std::string label, app::Press press, bool selected) {
    Node node = pressed_node(std::move(id), Role::Key, std::move(label), "", press);
    node.selected = selected;
    node.is_typed = selected;
    return node;
}

Block block(std::vector<Node> nodes) {
    Block made;
    made.nodes = std::move(nodes);
    return made;
}

Screen empty_screen(const Scene& scene, std::string id, Bar bar) {
    const Words& words = scene.words;
    Screen screen;
    screen.id = std::move(id);
    screen.language = words.language();
    screen.direction = words.direction();
    screen.modes = scene.visit().modes;
    screen.toggles = toggles(scene);
    const char* help = scene.visit().modes.short_words() ? "easy.help_me" : "bar.help";
    screen.bar_words = {words.text("bar.back"), words.text("bar.start_again"), words.text(help),
                        words.text("bar.languages")};
    screen.help = button("bar.help", words.text(help), "help", app::press::Help{});
    if (bar == Bar::WithBack || bar == Bar::Whole) {
        screen.back = button("bar.back", words.text("bar.back"), "back", app::press::Back{});
    }
    if (bar == Bar::WithStartAgain || bar == Bar::Whole) {
        screen.start_again =
            button("bar.start_again", words.text("bar.start_again"), "home", app::press::StartAgain{});
    }
    if (scene.model.languages.size() > 1 && !scene.visit().choosing_language) {
        screen.languages =
            button("bar.languages", words.text("bar.languages"), "globe", app::press::Languages{});
    }
    const char* offline = scene.visit().modes.short_words() ? "easy.offline" : "status.offline";
    if (scene.model.link == app::Link::Down && app::can_check_in(scene.model)) {
        screen.status = words_node("status", Role::Status, words.text(offline), "offline");
    }
    return screen;
}

Node next_key(const Scene& scene) {
    const char* ok = scene.visit().modes.short_words() ? "easy.ok" : "button.ok";
    return key("next", scene.words.text(ok), app::press::Continue{});
}

Node done(const Scene& scene) {
    // What is still to be offered comes after this screen.
    const bool more = !scene.visit().offers.empty() && scene.model.surveys;
    return button("done", scene.words.text(more ? "button.next" : "button.done"), more ? "forward" : "tick",
                  app::press::Finish{}, Emphasis::Primary);
}

std::string with_time(const Scene& scene, const std::string& id, const std::string& id_without_time) {
    const auto& at = scene.visit().checked_in_at;
    return at ? scene.words.text(id, {Scene::time(*at)}) : scene.words.text(id_without_time);
}

const char* late_time(const Scene& scene) {
    return scene.visit().modes.short_words() ? "easy.late_time" : "late.time";
}

void add_later(const Scene& scene, Block& words) {
    const auto& found = scene.visit().found;
    if (!found || found->later.empty()) return;
    const base::Instant start = found->later.front().start;
    const std::string id = scene.visit().modes.short_words() ? "easy.later" : "right.later";
    Node later = text("later", scene.words.text(id, {Scene::time(start)}), "calendar");
    later.is_private = true;
    words.nodes.push_back(std::move(later));
}

}  // namespace kiosk::screens
