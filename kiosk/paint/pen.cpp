#include "kiosk/paint/pen.h"

#include <algorithm>
#include <numbers>
#include <vector>

namespace kiosk::paint {
namespace {

constexpr float kField = 24;       // units a side
constexpr float kStroke = 2;       // units
constexpr float kThickestPx = 14;  // a large picture is drawn with finer lines for its size
constexpr float kToRadians = std::numbers::pi_v<float> / 180;

}  // namespace

Pen::Pen(ImDrawList& list, const Rect& box, Colour colour, Colour behind, bool turned_round)
    : list_(list),
      scale_(static_cast<float>(std::min(box.w, box.h)) / kField),
      thickness_(std::min(kStroke * scale_, std::max(kThickestPx, kStroke * scale_ / 2))),
      colour_(colour),
      behind_(behind),
      turned_round_(turned_round) {
    const float side = kField * scale_;
    origin_ = {static_cast<float>(box.x) + (static_cast<float>(box.w) - side) / 2,
               static_cast<float>(box.y) + (static_cast<float>(box.h) - side) / 2};
}

Pen Pen::eraser(float factor) const {
    Pen other = *this;
    other.colour_ = behind_;
    other.thickness_ = thickness_ * factor;
    return other;
}

ImVec2 Pen::at(ImVec2 unit) const {
    const float x = turned_round_ ? kField - unit.x : unit.x;
    return {origin_.x + x * scale_, origin_.y + unit.y * scale_};
}

void Pen::stroke(bool closed) const {
    // Round ends and corners: a dot at each point of the path.
    const std::vector<ImVec2> points(list_._Path.begin(), list_._Path.end());
    list_.PathStroke(packed(colour_), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness_);
    if (points.size() > 12) {
        list_.AddCircleFilled(points.front(), thickness_ / 2, packed(colour_));
        list_.AddCircleFilled(points.back(), thickness_ / 2, packed(colour_));
        return;
    }
    for (const ImVec2& point : points) list_.AddCircleFilled(point, thickness_ / 2, packed(colour_));
}

void Pen::line(std::initializer_list<ImVec2> points) const {
    for (const ImVec2& point : points) list_.PathLineTo(at(point));
    stroke(false);
}

void Pen::shape(std::initializer_list<ImVec2> points) const {
    for (const ImVec2& point : points) list_.PathLineTo(at(point));
    stroke(true);
}

void Pen::filled(std::initializer_list<ImVec2> points) const {
    for (const ImVec2& point : points) list_.PathLineTo(at(point));
    if (turned_round_) std::reverse(list_._Path.begin(), list_._Path.end());  // smoothing wants one winding
    list_.PathFillConvex(packed(colour_));
}

void Pen::circle(ImVec2 centre, float radius) const {
    list_.AddCircle(at(centre), radius * scale_, packed(colour_), 0, thickness_);
}

void Pen::dot(ImVec2 centre, float radius) const {
    list_.AddCircleFilled(at(centre), radius * scale_, packed(colour_));
}

void Pen::arc(ImVec2 centre, float radius, float from, float to) const {
    if (turned_round_) {
        const float turned_from = 180 - to;
        to = 180 - from;
        from = turned_from;
    }
    list_.PathArcTo(at(centre), radius * scale_, from * kToRadians, to * kToRadians, 32);
    stroke(false);
}

void Pen::box(ImVec2 from, ImVec2 to, float rounding) const {
    const ImVec2 a = at(from);
    const ImVec2 b = at(to);
    list_.AddRect({std::min(a.x, b.x), a.y}, {std::max(a.x, b.x), b.y}, packed(colour_), rounding * scale_,
                  ImDrawFlags_None, thickness_);
}

void Pen::curve(ImVec2 from, ImVec2 pull_a, ImVec2 pull_b, ImVec2 to) const {
    list_.PathLineTo(at(from));
    list_.PathBezierCubicCurveTo(at(pull_a), at(pull_b), at(to), 24);
    stroke(false);
}

}  // namespace kiosk::paint
