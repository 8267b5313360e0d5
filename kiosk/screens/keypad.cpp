#include "kiosk/screens/keypad.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace kiosk::screens {
namespace {

using Kind = KeyPress::Kind;
using Row = std::vector<const Node*>;

bool can_be_pressed(const Node& node) {
    return is_target(node) && node.enabled && node.press.has_value();
}

std::vector<const Node*> targets_of(const Screen& screen) {
    std::vector<const Node*> targets = nodes_of(screen);
    std::erase_if(targets, [](const Node* node) { return !can_be_pressed(*node); });
    return targets;
}

/// The targets as they stand under one another: rows of the body, then the bar, then the toggles.
std::vector<Row> rows_of(const Screen& screen) {
    std::vector<Row> rows;
    for (const Block& block : screen.body) {
        for (std::size_t i = 0; i < block.nodes.size(); ++i) {
            if (i % block.columns == 0) rows.emplace_back();
            if (can_be_pressed(block.nodes[i])) rows.back().push_back(&block.nodes[i]);
        }
    }
    rows.emplace_back();
    for (const auto* one : {&screen.back, &screen.start_again, &screen.help, &screen.languages}) {
        if (one->has_value() && can_be_pressed(**one)) rows.back().push_back(&**one);
    }
    rows.emplace_back();
    for (const Node& node : screen.toggles) {
        if (can_be_pressed(node)) rows.back().push_back(&node);
    }
    std::erase_if(rows, [](const Row& row) { return row.empty(); });
    return rows;
}

/// Whether this node's neighbours stand from the left to the right.
bool runs_to_the_right(const Screen& screen, const std::string& id) {
    if (screen.direction == Direction::LeftToRight) return true;
    return std::any_of(screen.body.begin(), screen.body.end(), [&](const Block& block) {
        return block.left_to_right && std::any_of(block.nodes.begin(), block.nodes.end(),
                                                  [&](const Node& node) { return node.id == id; });
    });
}

/// What somebody types to come to this target; empty where it has no sign.
std::string sign_of(const app::Press& press) {
    if (const auto* day = std::get_if<app::press::Day>(&press)) return std::to_string(day->day);
    if (const auto* month = std::get_if<app::press::Month>(&press)) return std::to_string(month->month);
    if (const auto* digit = std::get_if<app::press::Digit>(&press)) return std::to_string(digit->digit);
    if (const auto* letter = std::get_if<app::press::Letter>(&press)) return {letter->letter};
    return {};
}

template <class P>
std::optional<app::Press> press_of_kind(const Screen& screen) {
    for (const Node* node : targets_of(screen)) {
        if (std::holds_alternative<P>(*node->press)) return node->press;
    }
    return std::nullopt;
}

}  // namespace

std::optional<app::Press> Keypad::on(const KeyPress& key, const Screen& screen, base::BootTime now) {
    follow(screen);
    if (too_soon(key, now)) return std::nullopt;
    if (key.kind == Kind::Sign) return type(screen, key.sign);
    typed_.clear();
    switch (key.kind) {
        case Kind::Next:
            step(screen, 1);
            return std::nullopt;
        case Kind::Previous:
            step(screen, -1);
            return std::nullopt;
        case Kind::Left:
        case Kind::Right:
            step_sideways(screen, key.kind == Kind::Right);
            return std::nullopt;
        case Kind::Up:
            step_row(screen, -1);
            return std::nullopt;
        case Kind::Down:
            step_row(screen, 1);
            return std::nullopt;
        case Kind::Select:
            for (const Node* node : targets_of(screen)) {
                if (node->id == focused_) return node->press;
            }
            return std::nullopt;
        case Kind::Back:
            return press_of_kind<app::press::Back>(screen);
        case Kind::Help:
            return press_of_kind<app::press::Help>(screen);
        case Kind::Erase:
            return press_of_kind<app::press::Erase>(screen);
        case Kind::Sign:
            break;
    }
    return std::nullopt;
}

void Keypad::clear() {
    focused_.clear();
    typed_.clear();
}

bool Keypad::too_soon(const KeyPress& key, base::BootTime now) {
    const bool soon = last_ == key && now - last_at_ < kSameKeyPause;
    if (!soon) {
        last_ = key;
        last_at_ = now;
    }
    return soon;
}

void Keypad::follow(const Screen& screen) {
    const auto targets = targets_of(screen);
    const bool stays =
        screen.id == screen_ && std::any_of(targets.begin(), targets.end(),
                                            [this](const Node* node) { return node->id == focused_; });
    if (!stays) clear();
    screen_ = screen.id;
}

void Keypad::step(const Screen& screen, int by) {
    const auto targets = targets_of(screen);
    if (targets.empty()) return;
    const auto count = static_cast<int>(targets.size());
    const auto at = std::find_if(targets.begin(), targets.end(),
                                 [this](const Node* node) { return node->id == focused_; });
    // Without a focus Next comes to the first target and Previous to the last.
    const int from = at != targets.end() ? static_cast<int>(at - targets.begin()) : (by > 0 ? -1 : count);
    focused_ = targets[static_cast<std::size_t>((from + by + count) % count)]->id;
}

void Keypad::step_sideways(const Screen& screen, bool right) {
    step(screen, right == runs_to_the_right(screen, focused_) ? 1 : -1);
}

void Keypad::step_row(const Screen& screen, int by) {
    const auto rows = rows_of(screen);
    if (rows.empty()) return;
    const auto count = static_cast<int>(rows.size());
    int row = by > 0 ? -1 : count;
    std::size_t column = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows[i].size(); ++j) {
            if (rows[i][j]->id != focused_) continue;
            row = static_cast<int>(i);
            column = j;
        }
    }
    const Row& next = rows[static_cast<std::size_t>((row + by + count) % count)];
    focused_ = next[std::min(column, next.size() - 1)]->id;
}

std::optional<app::Press> Keypad::type(const Screen& screen, char sign) {
    const std::string one(1, sign);
    for (const Node* node : targets_of(screen)) {
        // A digit of a year is entered at once, as on any number pad: it leads nowhere by itself.
        if (std::holds_alternative<app::press::Digit>(*node->press) && sign_of(*node->press) == one) {
            focused_ = node->id;
            return node->press;
        }
    }
    if (focus_on_sign(screen, typed_ + one)) {
        typed_ += one;
    } else if (focus_on_sign(screen, one)) {
        typed_ = one;
    }
    return std::nullopt;
}

bool Keypad::focus_on_sign(const Screen& screen, const std::string& sign) {
    for (const Node* node : targets_of(screen)) {
        if (sign_of(*node->press) != sign) continue;
        focused_ = node->id;
        return true;
    }
    return false;
}

}  // namespace kiosk::screens
