#pragma once

#include <array>

namespace kiosk::app {

/// A way to make every screen easier for one person. Each is switched by one press, whatever the screen, and
/// is forgotten with the visit.
enum class Mode {
    LargeText,     ///< capitals of 0.7 degrees at the panel's viewing distance, and the short words
    HighContrast,  ///< light on dark
    EasyRead,      ///< a picture and one short sentence a screen
    Calm,          ///< nothing moves by itself
    Speech,        ///< the screen is read aloud
};

inline constexpr std::array kAllModes{Mode::LargeText, Mode::HighContrast, Mode::EasyRead, Mode::Calm,
                                      Mode::Speech};

/// Which modes are on.
struct Modes {
    bool large_text = false;
    bool high_contrast = false;
    bool easy_read = false;
    bool calm = false;
    bool speech = false;

    bool has(Mode mode) const;
    void toggle(Mode mode);
    /// Large letters leave room for few words, so both of these come with the short ones.
    bool short_words() const { return easy_read || large_text; }
    /// Who reads so, or listens, needs longer: every wait for the person is twice as long (checklist C34,
    /// C54).
    bool takes_longer() const { return easy_read || large_text || speech; }
    bool operator==(const Modes&) const = default;
};

}  // namespace kiosk::app
