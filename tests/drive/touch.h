#pragma once

#include <string>

#include "shared/base/result.h"

namespace drive {

/// A finger on the real display: X input events, and pictures of what stands there.
class Touch {
public:
    /// Unavailable when there is no display.
    static base::Result<Touch> on_display();
    ~Touch();
    Touch(Touch&& other) noexcept;
    Touch& operator=(Touch&&) = delete;

    /// Presses and releases at a place of the screen, in pixels.
    void tap(int x, int y);
    /// Presses and releases a key by its X name, such as `Tab`, `Return`, `7`. False when there is no such
    /// key.
    bool key(const std::string& name);
    /// Writes the whole screen as a PNG.
    base::Done picture(const std::string& path);

private:
    explicit Touch(void* display) : display_(display) {}
    void* display_;
};

}  // namespace drive
