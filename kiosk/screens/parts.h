#pragma once

#include <string>
#include <vector>

#include "kiosk/app/model.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"

/// What the screens are put together from.
namespace kiosk::screens {

/// What one screen is made of: the model it shows and the words it says.
struct Scene {
    const app::Model& model;
    const Words& words;

    const app::Visit& visit() const { return model.visit; }
    /// The London time of day, `14:07`.
    static std::string time(base::Instant instant);
};

Node title(std::string label);
Node text(std::string id, std::string label, std::string icon = "");
/// A text that stays where there are few words.
Node fact(std::string id, std::string label, std::string icon);
Node note(std::string id, std::string label, std::string icon = "");
Node success(std::string label);
/// What was typed, or what belongs to one person: never said aloud in the room.
Node value(std::string id, std::string label, std::string icon = "");
Node button(std::string id, std::string label, std::string icon, app::Press press,
            Emphasis emphasis = Emphasis::Secondary);
Node choice(std::string id, std::string label, std::string icon, app::Press press);
Node key(std::string id, std::string label, app::Press press, bool selected = false);

Block block(std::vector<Node> nodes);

enum class Bar {
    HelpOnly,
    WithBack,
    WithStartAgain,
    Whole,
};
/// An empty screen with its bar (help and, where there are several, languages are always there) and, while
/// the server is away, its status line.
Screen empty_screen(const Scene& scene, std::string id, Bar bar);

/// "OK" as the last cell of a narrow grid: on with what is chosen already.
Node next_key(const Scene& scene);
/// "Done", which ends the visit.
Node done(const Scene& scene);
/// A text with a time, or another where the time is not known.
std::string with_time(const Scene& scene, const std::string& id, const std::string& id_without_time);
/// The id of the text with the time a person came late.
const char* late_time(const Scene& scene);
/// That a later appointment today needs a check-in of its own; adds nothing when there is none.
void add_later(const Scene& scene, Block& words);

}  // namespace kiosk::screens
