#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/paint/canvas.h"
#include "kiosk/paint/pointer.h"
#include "kiosk/platform/window.h"
#include "kiosk/runtime/runtime.h"

namespace kiosk {

/// What tests and the demo look at; all off by default.
struct Watching {
    std::string screen_file;  ///< written anew whenever another screen has been drawn
    std::string pictures;     ///< folder for a PNG of each screen
};

/// Joins a runtime to its window: shows the present screen, turns contacts into presses, sleeps in between.
class Face {
public:
    Face(runtime::Runtime& runtime, platform::Window& window, text::Shaper& shaper, paint::Panel panel,
         const base::Clock& clock, Watching watching);

    /// Until the window is closed or staff want a restart. `on_first_frame` is called once, when the first
    /// frame has been shown.
    void run(const std::function<void()>& on_first_frame);

private:
    class WindowTextures final : public paint::Textures {
    public:
        explicit WindowTextures(platform::Window& window) : window_(window) {}
        void* texture_of(const text::Picture& picture) override;

    private:
        platform::Window& window_;
    };

    void lay_out_if_changed();
    void take(const std::vector<platform::Touch>& touches);
    void show_if_due();
    void tell_watchers();
    std::chrono::milliseconds sleep() const;

    runtime::Runtime& runtime_;
    platform::Window& window_;
    text::Shaper& shaper_;
    const paint::Panel panel_;
    const base::Clock& clock_;
    const Watching watching_;
    WindowTextures textures_;
    paint::Canvas canvas_;
    paint::Pointer pointer_;
    std::optional<screens::Screen> laid_out_;
    paint::Layout layout_;
    paint::Attention attention_;
    bool in_visit_ = false;
    bool untold_ = false;  ///< the watchers have not been told of this layout
    unsigned pictures_ = 0;
    std::string last_picture_;
};

}  // namespace kiosk
