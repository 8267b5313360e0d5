#include <functional>
#include <set>

#include <gtest/gtest.h>
#include <imgui.h>

#include "kiosk/paint/cpu_raster.h"
#include "kiosk/paint/icons.h"
#include "tests/unit/kiosk_paint/sample_screens.h"

namespace {

using namespace kiosk;
using namespace kiosk::paint;

Colour at(const Pixels& pixels, int x, int y) {
    const std::size_t i =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) *
        4;
    return {pixels.rgba[i], pixels.rgba[i + 1], pixels.rgba[i + 2]};
}

std::unique_ptr<text::Shaper> shaper() {
    return text::Shaper::create().value();
}

const Panel kPanel = samples::panels()[0].panel;

TEST(Picture, IsTheSameBytesOnEveryRun) {
    const auto one = shaper();
    const auto other = shaper();
    picture_of(samples::days(), kPanel, *other);
    for (const screens::Screen& screen : {samples::confirm(), samples::letters()}) {
        EXPECT_EQ(picture_of(screen, kPanel, *one).rgba, picture_of(screen, kPanel, *other).rgba)
            << screen.id;
    }
}

TEST(Picture, ShowsThePageAndTheMainButtonInTheirColours) {
    const auto text = shaper();
    const Layout made = layout(samples::confirm(), kPanel, *text);
    const Rect yes = find(made, "confirm.yes")->rect;
    const Pixels pixels = picture_of(made);
    EXPECT_EQ(at(pixels, 5, 5), kWarm.page);
    EXPECT_EQ(at(pixels, 2, kPanel.height_px - 2), kWarm.band);
    EXPECT_EQ(at(pixels, yes.x + 30, yes.y + 10), kWarm.accent);
    const Pixels pressed = picture_of(made, {"confirm.yes", ""});
    EXPECT_EQ(at(pressed, yes.x + 30, yes.y + 10), kWarm.accent_pressed);
}

TEST(Picture, TheRingAroundTheControlInFocusIsWideAndOutsideIt) {
    const auto text = shaper();
    const Layout made = layout(samples::confirm(), kPanel, *text);
    const Rect no = find(made, "confirm.no")->rect;
    const Pixels pixels = picture_of(made, {"", "confirm.no"});
    int ring = 0;
    for (int y = no.y - kPanel.px(kGapMm); y < no.y; ++y)
        ring += at(pixels, no.x + no.w / 2, y) == kWarm.ring;
    EXPECT_GE(ring, 3);
    for (int x = no.x; x < no.right(); ++x) ASSERT_FALSE(at(pixels, x, no.y + 30) == kWarm.ring);
}

TEST(Picture, HasEveryWordThatTheScreenHas) {
    const auto text = shaper();
    screens::Screen screen = samples::success();
    const Layout with = layout(screen, kPanel, *text);
    for (const Placed& placed : with.nodes) {
        Layout without = with;
        for (Placed& other : without.nodes) {
            if (other.node.id == placed.node.id) other.picture = nullptr;
        }
        EXPECT_NE(picture_of(with).rgba, picture_of(without).rgba) << placed.node.id;
    }
}

/// One shape on an empty panel, drawn by the rasteriser alone.
Pixels drawn(const std::function<void(ImDrawList&)>& shape, int side) {
    Canvas canvas(nullptr);
    shape(canvas.begin(side, side));
    return rasterise(canvas.end());
}

TEST(Rasteriser, FillsABoxToItsEdgesAndNoFurther) {
    const Pixels pixels = drawn(
        [](ImDrawList& list) {
            list.AddRectFilled({3, 4}, {10, 12}, IM_COL32(1, 2, 3, 255));
        },
        20);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 20; ++x) {
            const bool inside = x >= 3 && x < 10 && y >= 4 && y < 12;
            ASSERT_EQ(at(pixels, x, y), (inside ? Colour{1, 2, 3} : kWarm.page)) << x << " " << y;
        }
    }
}

TEST(Rasteriser, TwoTrianglesThatShareAnEdgeCoverEachPixelOnce) {
    // Half transparent: a pixel painted twice, or not at all, would have another colour.
    const Pixels pixels = drawn(
        [](ImDrawList& list) {
            list.AddRectFilled({0, 0}, {37, 23}, IM_COL32(0, 0, 0, 128));
        },
        40);
    std::set<int> shades;
    for (int y = 0; y < 23; ++y) {
        for (int x = 0; x < 37; ++x) shades.insert(at(pixels, x, y).red);
    }
    EXPECT_EQ(shades.size(), 1U);
}

/// Not by colour alone (checklist C23, C29): the tick is a shape that is there or not.
TEST(Picture, AToggleThatIsOnHasATick) {
    screens::Screen screen = samples::confirm();
    screen.toggles = {*screen.help};
    screen.toggles[0].id = "toggle";
    screen.toggles[0].role = screens::Role::Toggle;
    const auto shaper = text::Shaper::create().value();
    const auto accent_beside_its_pictogram = [&](bool on) {
        screen.toggles[0].selected = on;
        const Layout made = layout(screen, kPanel, *shaper);
        const Pixels pixels = picture_of(made);
        const Rect icon = *find(made, "toggle")->icon;
        int count = 0;
        for (int y = icon.bottom() - made.panel.px(3); y < icon.bottom() + made.panel.px(1); ++y) {
            for (int x = icon.right(); x < icon.right() + made.panel.px(1.5F); ++x) {
                count += at(pixels, x, y) == kWarm.accent ? 1 : 0;
            }
        }
        return count;
    };
    EXPECT_EQ(accent_beside_its_pictogram(false), 0);
    EXPECT_GT(accent_beside_its_pictogram(true), 20);
}

TEST(Icons, EveryOneDrawsSomethingAndStaysInItsBox) {
    for (const std::string_view name : kIcons) {
        ASSERT_TRUE(is_icon(name)) << name;
        const Pixels pixels = drawn(
            [&](ImDrawList& list) {
                draw_icon(list, name, {20, 20, 60, 60}, kWarm.ink, kWarm.page, false);
            },
            100);
        int inked = 0;
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 100; ++x) {
                if (at(pixels, x, y) == kWarm.page) continue;
                ++inked;
                ASSERT_TRUE(x >= 20 && x < 80 && y >= 20 && y < 80) << name << " at " << x << ", " << y;
            }
        }
        EXPECT_GT(inked, 200) << name;
    }
}

TEST(Icons, AnArrowTurnsRoundWithTheLineAndAClockDoesNot) {
    const auto icon = [](std::string_view name, bool right_to_left) {
        return drawn(
            [&](ImDrawList& list) {
                draw_icon(list, name, {0, 0, 48, 48}, kWarm.ink, kWarm.page, right_to_left);
            },
            48);
    };
    EXPECT_NE(icon("back", true), icon("back", false));
    EXPECT_EQ(icon("clock", true), icon("clock", false));
}

}  // namespace
