#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/modes.h"
#include "kiosk/app/press.h"
#include "shared/languages/language.h"

namespace kiosk::screens {

/// What a node is. Paint draws by it, speech announces by it, tests check by it.
enum class Role {
    Title,    ///< the one heading of a screen
    Text,     ///< a paragraph
    Note,     ///< a quieter paragraph
    Success,  ///< a calm panel that says that something was recorded
    Measure,  ///< one row of a picture: a label, and where it stands on a scale of five
    Pattern,  ///< a label, bars of six colours under it, and a line along each edge of the glass
    Value,    ///< what the person has entered so far, with its label
    Button,   ///< something to press
    Choice,   ///< one of several answers to press
    Key,      ///< one cell of an entry grid: a day, a month, a letter, a digit
    Toggle,   ///< switches something on or off; `selected` while it is on
    Status,   ///< the small line that tells the state of things, such as "Offline"
};

enum class Emphasis { Primary, Secondary, Quiet };

/// Everything a person can see, hear or press is a node; labels are in the displayed language.
struct Node {
    std::string id;  ///< stable and unique within the screen, such as `confirm.yes`
    Role role = Role::Text;
    std::string label;     ///< shown and spoken
    std::string language;  ///< of the label, where it is not the screen's, such as a language's own name
    std::string quote;     ///< the end of the label, where only that is in `language`
    std::string icon;      ///< name of a pictogram (kiosk/paint/icons.h), or empty
    Emphasis emphasis = Emphasis::Secondary;
    bool enabled = true;
    bool selected = false;
    bool is_fact = false;             ///< stays where there are few words: a time, a room, what has changed
    bool is_private = false;          ///< spoken to a headset only, or aloud by the person's choice
    bool is_typed = false;            ///< what the person entered: never spoken aloud in the room
    unsigned then = 0, now = 0;       ///< of a Measure: 1 to 5, 0 for nothing; the label says the same
    std::optional<app::Press> press;  ///< what pressing it raises; only targets have one
    bool operator==(const Node&) const = default;
};

/// Whether it is there to be pressed: a Button, Choice, Key or Toggle.
bool is_target(const Node& node);

/// How the nodes of a block stand: one under the other, or in rows of `columns` equal cells.
struct Block {
    std::vector<Node> nodes;
    unsigned columns = 1;
    bool left_to_right = false;  ///< in every language, as digits and Latin letters run
    bool operator==(const Block&) const = default;
};

using languages::Direction;

/// One whole screen, in reading order: the body from the top down, then the status line, the bar at the foot,
/// whose places (back, start again, help, languages) are the same on every screen, and the strip of toggles,
/// which never moves either.
struct Screen {
    std::string id;        ///< such as `welcome`; also the name of its picture in tests
    std::string language;  ///< BCP 47, such as `en`
    Direction direction = Direction::LeftToRight;
    std::vector<Block> body;
    std::optional<Node> back, start_again, help, languages;
    std::array<std::string, 4> bar_words;  ///< of these four on any screen: the bar is as high as they need
    std::optional<Node> status;
    std::vector<Node> toggles;
    app::Modes modes;      ///< what it is shown in
    std::string sentence;  ///< id of the one text that says it all where there are few words; empty: as it is
    std::string picture;   ///< the pictogram of the whole screen, shown large in Easy Read
    bool operator==(const Screen&) const = default;
};

/// Every node, in reading order. They belong to the screen.
std::vector<const Node*> nodes_of(const Screen& screen);

}  // namespace kiosk::screens
