#include "kiosk/platform/window.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <thread>

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <imgui.h>
#include <link.h>

#include "kiosk/paint/cpu_raster.h"

namespace {

using namespace kiosk;
using namespace std::chrono_literals;

constexpr paint::Panel kPanel{540, 960, 0.496F, {}};

class WindowTextures final : public paint::Textures {
public:
    explicit WindowTextures(platform::Window& window) : window_(window) {}
    void* texture_of(const text::Picture& picture) override {
        return window_.texture_of({picture.id, picture.width, picture.height, picture.coverage.data()});
    }

private:
    platform::Window& window_;
};

screens::Screen screen() {
    screens::Screen made;
    made.id = "window";
    made.language = "en";
    screens::Node title;
    title.id = "title";
    title.role = screens::Role::Title;
    title.label = "Welcome";
    screens::Node start;
    start.id = "start";
    start.role = screens::Role::Button;
    start.label = "Check in";
    start.icon = "forward";
    start.emphasis = screens::Emphasis::Primary;
    start.press = app::press::Start{};
    made.body = {{{title}}, {{start}}};
    return made;
}

/// Whatever the graphics driver has loaded by now stays loaded when its window goes. What such a library
/// keeps for its next use is in sight of LeakSanitizer only as long as the library's variables are there;
/// once it is unloaded it counts as lost.
void keep_the_driver_loaded() {
    dl_iterate_phdr(
        [](dl_phdr_info* library, std::size_t, void*) {
            dlopen(library->dlpi_name, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
            return 0;
        },
        nullptr);
}

class WindowTest : public testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("DISPLAY") == nullptr) GTEST_SKIP() << "no display: scripts/test starts one";
        platform::WindowOptions options;
        options.width_px = kPanel.width_px;
        options.height_px = kPanel.height_px;
        auto opened = platform::Window::open(options);
        ASSERT_TRUE(opened.has_value()) << opened.error().message;
        window_ = std::move(opened).value();
        keep_the_driver_loaded();
    }

    void show_until_still() {
        WindowTextures textures(*window_);
        paint::Canvas canvas(window_->white());
        for (int frame = 0; window_->frame_due() && frame < 100; ++frame) {
            window_->wait(0ms);
            window_->show(canvas.paint(layout_, {}, textures), kBackground);
        }
    }

    static constexpr platform::Background kBackground{paint::kWarm.page.red, paint::kWarm.page.green,
                                                      paint::kWarm.page.blue};
    std::unique_ptr<text::Shaper> shaper_ = text::Shaper::create().value();
    paint::Layout layout_ = paint::layout(screen(), kPanel, *shaper_);
    std::unique_ptr<platform::Window> window_;
};

TEST_F(WindowTest, ShowsWhatTheRasteriserDraws) {
    WindowTextures textures(*window_);
    paint::Canvas canvas(window_->white());
    const platform::Shot shot = window_->shot(canvas.paint(layout_, {"start", ""}, textures), kBackground);
    const paint::Pixels expected = paint::picture_of(layout_, {"start", ""});
    ASSERT_EQ(shot.width, expected.width);
    ASSERT_EQ(shot.height, expected.height);
    std::size_t different = 0;
    for (std::size_t i = 0; i < shot.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c)
            most = std::max(most, std::abs(shot.rgba[i + c] - expected.rgba[i + c]));
        different += most > 24;
    }
    // Smoothed edges may differ between a graphics card and the rasteriser; words and areas may not.
    EXPECT_LT(different, shot.rgba.size() / 4 / 500);
}

TEST_F(WindowTest, FallsStillAfterAFewFramesAndDrawsAgainWhenAsked) {
    show_until_still();
    EXPECT_FALSE(window_->frame_due());
    window_->repaint();
    EXPECT_TRUE(window_->frame_due());
}

TEST_F(WindowTest, AnotherThreadEndsTheSleep) {
    show_until_still();
    std::thread other([] { platform::Window::wake(); });
    window_->wait(platform::kLongestSleep);  // returns at the latest after that; the join shows no hang
    other.join();
    EXPECT_FALSE(window_->closing());
}

/// Takes the display away and gives it back.
class NoDisplay {
public:
    NoDisplay() {
        if (const char* display = std::getenv("DISPLAY")) display_ = display;
        unsetenv("DISPLAY");
    }
    ~NoDisplay() {
        if (display_) setenv("DISPLAY", display_->c_str(), 1);
    }
    NoDisplay(const NoDisplay&) = delete;
    NoDisplay& operator=(const NoDisplay&) = delete;

private:
    std::optional<std::string> display_;
};

TEST(Window, WithoutADisplaySaysWhatToDo) {
    const NoDisplay none;
    const auto opened = platform::Window::open({});
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().kind, base::ErrorKind::Unavailable);
    EXPECT_NE(opened.error().message.find("X session"), std::string::npos);
}

}  // namespace
