#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/app/key.h"
#include "kiosk/platform/texture_shelf.h"
#include "shared/base/result.h"

struct ImDrawData;

namespace kiosk::platform {

struct WindowOptions {
    std::string title = "Check in";
    int width_px = 1080, height_px = 1920;  ///< ignored when full_screen: the panel's own size is used
    bool full_screen = false;
    bool touch = true;          ///< false: fingers and mice do nothing
    bool show_pointer = false;  ///< an arrow where the mouse is; a touch panel has none
};

/// A finger (or the mouse's left button) on the glass, in pixels from the window's upper left corner. GLFW
/// knows one pointer only: the system turns the first contact into it, so `finger` is always 0.
struct Touch {
    enum class Kind { Down, Move, Up, Cancel };
    Kind kind = Kind::Down;
    float x = 0, y = 0;
    int finger = 0;
};

struct Background {
    std::uint8_t red = 0, green = 0, blue = 0;
};

/// Red, green, blue, alpha; row after row from the top.
struct Shot {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The kiosk wakes at least this often, to look at the clock (and never draws because of it).
inline constexpr std::chrono::milliseconds kLongestSleep{1000};

/// More keys than that between two frames are no person's: the later ones are dropped.
inline constexpr std::size_t kKeysMax = 32;

/// The one window: GLFW, OpenGL 3.3, and Dear ImGui's renderer (not its widgets). Used by one thread, but for
/// wake().
class Window {
public:
    /// Unavailable when there is no display or no OpenGL 3.3.
    static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    int width_px() const;
    int height_px() const;

    /// Sleeps until something happens, wake() is called, or the time is over (kLongestSleep at most); returns
    /// at once while frames are due. What fingers did, in order.
    std::vector<Touch> wait(std::chrono::milliseconds at_most);
    /// Ends a wait() from any thread.
    static void wake();
    /// The keys that went down since the last call, in order; at most kKeysMax are kept.
    std::vector<app::KeyPressed> take_keys();
    /// Whether somebody asked the window to close.
    bool closing() const;

    /// Something on the screen has changed: a few frames are due. Touches and the window's own needs do this
    /// too.
    void repaint();
    bool frame_due() const;

    /// ImTextureID of a white pixel, and of a picture; good for the frame that is being made.
    void* white() const;
    void* texture_of(const Coverage& coverage);
    /// Draws over the background and shows it. Counts as one of the frames due.
    void show(ImDrawData& frame, Background background);
    /// Draws the same once more, unseen, and reads it back: what a person sees, for pictures and tests.
    Shot shot(ImDrawData& frame, Background background);

private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk::platform
