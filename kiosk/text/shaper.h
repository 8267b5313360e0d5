#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "kiosk/text/fonts.h"
#include "kiosk/text/picture.h"
#include "shared/base/result.h"

namespace kiosk::text {

enum class Weight { Regular, SemiBold };
enum class Align { Start, Centre };  ///< Start: left, or right on a right-to-left screen

/// One text to draw, wrapped at words.
struct Line {
    std::string text;      ///< UTF-8; at most kMaxTextBytes, the rest is cut off at a letter's end
    std::string language;  ///< BCP 47: it decides between letter forms
    float cap_px = 20;     ///< height of a capital H in pixels (EN 301 549 5.1.4 measures text so)
    Weight weight = Weight::Regular;
    Align align = Align::Start;
    bool right_to_left = false;  ///< the direction of the screen around it
    int width_px = 0;            ///< wrap at this width; 0 keeps one line
};

inline constexpr std::size_t kMaxTextBytes = 4000;
/// Pictures kept for the next time they are shown: about thirty screens of text at 1080x1920.
inline constexpr std::size_t kPictureCacheBytes = 8u << 20;

/// Size of a text's own box in whole pixels, before anything is drawn.
struct Extent {
    int width = 0, height = 0;
    int lines = 0;
    int unknown = 0;  ///< letters that no font of the list has: must be 0 for every text of the catalogue
    bool broken_word = false;  ///< a word was wider than `width_px` and had to be broken
};

/// Turns any script into pictures by Pango and Cairo. Without hints and with fractional glyph positions, so
/// that the same fonts give the same bytes on every run. Used by one thread.
class Shaper {
public:
    /// NotFound when a core font is not there.
    static base::Result<std::unique_ptr<Shaper>> create(const FontList& fonts = default_fonts(),
                                                        std::size_t cache_bytes = kPictureCacheBytes);
    ~Shaper();
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;

    Extent measure(const Line& line);
    /// Never null; empty (0x0) for a text without ink.
    std::shared_ptr<const Picture> picture(const Line& line);

    /// Drops every kept picture: nothing of a visit stays in memory here.
    void forget();
    std::size_t cached_bytes() const;
    std::size_t cached_pictures() const;

private:
    struct Parts;
    explicit Shaper(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk::text
