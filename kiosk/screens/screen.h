#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/press.h"
#include "shared/languages/language.h"

namespace kiosk::screens {

/// What a node is. Paint draws by it, speech announces by it, tests check by it.
enum class Role {
    Title,    ///< the one heading of a screen
    Text,     ///< a paragraph
    Note,     ///< a quieter paragraph
    Success,  ///< a calm panel that says that something was recorded
    Value,    ///< what the person has entered so far, with its label
    Button,   ///< something to press
    Choice,   ///< one of several answers to press
    Key,      ///< one cell of an entry grid: a day, a month, a letter, a digit
    Status,   ///< the small line that tells the state of things, such as "Offline"
};

enum class Emphasis { Primary, Secondary, Quiet };

/// Everything a person can see, hear or press is a node; labels are in the displayed language.
struct Node {
    std::string id;  ///< stable and unique within the screen, such as `confirm.yes`
    Role role = Role::Text;
    std::string label;     ///< shown and spoken
    std::string language;  ///< of the label, where it is not the screen's, such as a language's own name
    std::string icon;      ///< name of a pictogram (kiosk/paint/icons.h), or empty
    Emphasis emphasis = Emphasis::Secondary;
    bool enabled = true;
    bool selected = false;
    bool is_private = false;          ///< spoken to a headset only
    std::optional<app::Press> press;  ///< what pressing it raises; only Button, Choice and Key have one
    bool operator==(const Node&) const = default;
};

/// How the nodes of a block stand: one under the other, or in rows of `columns` equal cells.
struct Block {
    std::vector<Node> nodes;
    unsigned columns = 1;
    bool left_to_right = false;  ///< in every language, as digits and Latin letters run
    bool operator==(const Block&) const = default;
};

using languages::Direction;

/// One whole screen, in reading order: the body from the top down, then the bar at the foot, whose places
/// (back, start again, help, languages) are the same on every screen.
struct Screen {
    std::string id;        ///< such as `welcome`; also the name of its picture in tests
    std::string language;  ///< BCP 47, such as `en`
    Direction direction = Direction::LeftToRight;
    std::vector<Block> body;
    std::optional<Node> back, start_again, help, languages;
    std::optional<Node> status;
    bool operator==(const Screen&) const = default;
};

}  // namespace kiosk::screens
