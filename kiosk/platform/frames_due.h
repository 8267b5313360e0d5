#pragma once

namespace kiosk::platform {

/// Frames drawn after anything happened: one to show it, and two more so that both buffers of a
/// double-buffered window hold it whichever the system shows.
inline constexpr int kFramesAfterEvent = 3;

/// Decides whether to draw or to sleep: a few frames after an event and then none at all.
class FramesDue {
public:
    void something_happened() { left_ = kFramesAfterEvent; }
    bool due() const { return left_ > 0; }
    void drawn() {
        if (left_ > 0) --left_;
    }

private:
    int left_ = kFramesAfterEvent;  // a new window is empty
};

}  // namespace kiosk::platform
