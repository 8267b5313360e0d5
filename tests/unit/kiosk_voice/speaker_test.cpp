// Speech can be stopped, paused and repeated at once (C05, C06, C11; EN 301 549 5.1.3.4, 5.1.3.5).

#include "kiosk/voice/speaker.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/kiosk_voice/recording.h"

namespace {

using namespace kiosk::voice;

Utterance said(const std::string& node) {
    return {node, node, "en", Ears::Anybody};
}

class SpeakerTest : public testing::Test {
protected:
    void steps(int count) {
        for (int i = 0; i < count; ++i) speaker_.step();
    }
    void to_the_end() {
        while (speaker_.step()) {
        }
        for (int i = 0; i < 10; ++i) output_.pass_chunk();
    }
    /// How much is heard of the text of this number, in milliseconds, at whatever volume.
    long heard_ms_after(std::size_t from) const {
        return (static_cast<long>(output_.heard.size()) - static_cast<long>(from)) * 1000 / kSamplesPerSecond;
    }

    recording::Output output_;
    recording::Texts texts_;
    Speaker speaker_{texts_, output_};
};

TEST_F(SpeakerTest, SaysOneAfterTheOtherAndTellsWhichNodeItIsAt) {
    speaker_.say({said("title"), said("start")});
    EXPECT_TRUE(speaker_.is_speaking());
    steps(1);
    EXPECT_EQ(speaker_.node(), "title");
    steps(61);
    EXPECT_EQ(speaker_.node(), "start");
    to_the_end();
    EXPECT_EQ(texts_.spoken, (std::vector<std::string>{"en: title", "en: start"}));
    EXPECT_FALSE(speaker_.is_speaking());
    EXPECT_EQ(speaker_.node(), "");
    EXPECT_NEAR(static_cast<double>(output_.heard.size()), 2.4 * kSamplesPerSecond, 10.0);
}

TEST_F(SpeakerTest, C06_StopsWithinATenthOfASecond) {
    speaker_.say({said("title")});
    steps(10);
    const std::size_t asked = output_.heard.size();
    steps(1);  // the chunk that was under way when the wish came
    speaker_.stop();
    for (int i = 0; i < 50; ++i) {
        speaker_.step();
        output_.pass_chunk();
    }
    EXPECT_LE(heard_ms_after(asked), 100);
    EXPECT_FALSE(speaker_.is_speaking());
}

TEST_F(SpeakerTest, C06_NothingOfTheOldIsHeardOnceSomethingNewIsSaid) {
    speaker_.say({said("old")});
    steps(10);
    speaker_.set_volume(kVolumeMax);
    speaker_.say({said("new")});
    const std::size_t from = output_.heard.size();
    to_the_end();
    for (std::size_t i = from; i < output_.heard.size(); ++i) {
        ASSERT_TRUE(output_.heard[i] == 2000 || output_.heard[i] == 0) << "the old went on";
    }
}

TEST_F(SpeakerTest, C05_PausesAndGoesOnWhereItWas) {
    speaker_.say({said("title")});
    steps(10);
    speaker_.pause();
    EXPECT_TRUE(speaker_.is_paused());
    const std::size_t from = output_.heard.size();
    EXPECT_FALSE(speaker_.step());
    output_.pass_chunk();
    EXPECT_EQ(output_.heard.size(), from) << "silence";
    speaker_.go_on();
    to_the_end();
    EXPECT_EQ(texts_.spoken.size(), 1U) << "it does not begin anew";
    EXPECT_FALSE(speaker_.is_speaking());
}

TEST_F(SpeakerTest, C11_GetsLouderAndQuieterButNeverSilent) {
    const auto loudness = [&](int volume) {
        speaker_.set_volume(volume);
        speaker_.say({said("title")});
        steps(1);
        speaker_.step();
        for (int i = 0; i < 4; ++i) output_.pass_chunk();
        return output_.heard.back() / static_cast<int>(texts_.spoken.size());
    };
    int before = 0;
    for (int volume = 1; volume <= kVolumeMax; ++volume) {
        const int now = loudness(volume);
        EXPECT_GT(now, before) << volume;
        before = now;
    }
    EXPECT_EQ(before, 1000);
    EXPECT_GT(loudness(0), 0);
    EXPECT_EQ(loudness(99), 1000);
}

TEST_F(SpeakerTest, SaysThatItIsBrokenAndTriesAgainWhenAsked) {
    texts_.fails = true;
    speaker_.say({said("title"), said("start")});
    EXPECT_FALSE(speaker_.step());
    EXPECT_TRUE(speaker_.is_broken());
    EXPECT_FALSE(speaker_.is_speaking());
    texts_.fails = false;
    speaker_.say({said("title")});
    EXPECT_TRUE(speaker_.step());
    EXPECT_FALSE(speaker_.is_broken());
    output_.gone = true;
    EXPECT_FALSE(speaker_.step());
    EXPECT_TRUE(speaker_.is_broken());
    EXPECT_EQ(speaker_.node(), "");
}

}  // namespace
