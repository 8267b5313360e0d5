#pragma once

#include <initializer_list>

#include <imgui.h>

#include "kiosk/paint/palette.h"
#include "kiosk/paint/panel.h"

namespace kiosk::paint {

inline ImU32 packed(Colour colour) {
    return IM_COL32(colour.red, colour.green, colour.blue, 255);
}

/// Draws pictograms on a field of 24 x 24 units with one stroke width and round ends, scaled into a box.
class Pen {
public:
    Pen(ImDrawList& list, const Rect& box, Colour colour, Colour behind, bool turned_round);

    void line(std::initializer_list<ImVec2> points) const;
    void shape(std::initializer_list<ImVec2> points) const;   ///< closed outline
    void filled(std::initializer_list<ImVec2> points) const;  ///< convex
    void circle(ImVec2 centre, float radius) const;
    void dot(ImVec2 centre, float radius) const;
    /// Part of a circle's outline; angles in degrees, 0 to the right, clockwise.
    void arc(ImVec2 centre, float radius, float from, float to) const;
    void box(ImVec2 from, ImVec2 to, float rounding) const;
    void curve(ImVec2 from, ImVec2 pull_a, ImVec2 pull_b, ImVec2 to) const;
    /// The same pen in the colour behind, `factor` times as thick: for gaps that keep lines apart.
    Pen eraser(float factor) const;

private:
    ImVec2 at(ImVec2 unit) const;
    void stroke(bool closed) const;

    ImDrawList& list_;
    ImVec2 origin_;
    float scale_;
    float thickness_;
    Colour colour_, behind_;
    bool turned_round_;
};

}  // namespace kiosk::paint
