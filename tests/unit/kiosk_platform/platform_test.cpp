#include <set>

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include "kiosk/platform/frames_due.h"
#include "kiosk/platform/keyboard.h"
#include "kiosk/platform/texture_shelf.h"

namespace {

using namespace kiosk::platform;

TEST(FramesDue, ThreeAfterAnEventAndThenNone) {
    FramesDue frames;
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(frames.due());
        frames.drawn();
    }
    EXPECT_FALSE(frames.due());
    frames.drawn();
    EXPECT_FALSE(frames.due());
    frames.something_happened();
    frames.drawn();
    frames.something_happened();
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(frames.due());
        frames.drawn();
    }
    EXPECT_FALSE(frames.due());
}

class TextureShelfTest : public testing::Test {
protected:
    static Coverage of(std::uint64_t key, int bytes) { return {key, bytes, 1, nullptr}; }

    unsigned made_ = 0;
    std::set<unsigned> alive_;
    TextureShelf shelf_{100,
                        [this](const Coverage&) {
                            alive_.insert(++made_);
                            return made_;
                        },
                        [this](unsigned texture) {
                            EXPECT_EQ(alive_.erase(texture), 1U);
                        }};
};

TEST_F(TextureShelfTest, MakesATextureOnce) {
    shelf_.begin_frame();
    const unsigned first = shelf_.texture_of(of(7, 10));
    shelf_.begin_frame();
    EXPECT_EQ(shelf_.texture_of(of(7, 10)), first);
    EXPECT_EQ(made_, 1U);
}

TEST_F(TextureShelfTest, KeepsExactlyItsBound) {
    shelf_.begin_frame();
    shelf_.texture_of(of(1, 60));
    shelf_.begin_frame();
    shelf_.texture_of(of(2, 40));
    shelf_.begin_frame();
    EXPECT_EQ(shelf_.bytes(), 100U);
    shelf_.texture_of(of(3, 1));
    shelf_.begin_frame();
    EXPECT_EQ(shelf_.bytes(), 41U);
    EXPECT_EQ(alive_, (std::set<unsigned>{2, 3}));
}

TEST_F(TextureShelfTest, NeverDropsWhatTheLastFrameShows) {
    shelf_.begin_frame();
    shelf_.texture_of(of(1, 90));
    shelf_.texture_of(of(2, 90));
    shelf_.begin_frame();
    EXPECT_EQ(shelf_.count(), 2U);
    shelf_.texture_of(of(2, 90));
    shelf_.begin_frame();
    EXPECT_EQ(shelf_.count(), 1U);
    EXPECT_EQ(shelf_.texture_of(of(2, 90)), 2U);
}

TEST(Keyboard, HasEveryKeyOfAKeypadAndANumberPad) {
    using kiosk::app::Key;
    using kiosk::app::KeyPressed;
    using kiosk::platform::key_of;
    EXPECT_EQ(key_of(GLFW_KEY_TAB, 0), (KeyPressed{Key::Next, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_TAB, GLFW_MOD_SHIFT), (KeyPressed{Key::Previous, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_ENTER, 0), (KeyPressed{Key::Select, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_KP_ENTER, GLFW_MOD_NUM_LOCK), (KeyPressed{Key::Select, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_ESCAPE, 0), (KeyPressed{Key::Back, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_F1, 0), (KeyPressed{Key::Help, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_KP_MULTIPLY, 0), (KeyPressed{Key::Listen, 0}));
    EXPECT_EQ(key_of(GLFW_KEY_7, 0), (KeyPressed{Key::Digit, '7'}));
    EXPECT_EQ(key_of(GLFW_KEY_KP_7, 0), (KeyPressed{Key::Digit, '7'}));
    EXPECT_EQ(key_of(GLFW_KEY_R, GLFW_MOD_SHIFT), (KeyPressed{Key::Letter, 'R'}));
}

TEST(Keyboard, TakesNothingThatIsMeantForTheSystem) {
    EXPECT_FALSE(kiosk::platform::key_of(GLFW_KEY_TAB, GLFW_MOD_ALT));
    EXPECT_FALSE(kiosk::platform::key_of(GLFW_KEY_F2, GLFW_MOD_CONTROL | GLFW_MOD_ALT));
    EXPECT_FALSE(kiosk::platform::key_of(GLFW_KEY_F12, 0));
    EXPECT_FALSE(kiosk::platform::key_of(GLFW_KEY_UNKNOWN, 0));
}

}  // namespace
