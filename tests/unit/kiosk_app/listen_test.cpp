// Who asked for speech, who may hear it, and what waits for it (C09, C13, C20, C35, C54).

#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using kiosk::app::Mode;
using kiosk::app::Step;

class Listening : public testing::Test {
protected:
    Listening() {
        door.model.languages = {"en", "so"};
        door.model.voices = {"en"};
        door.model.visit.language = "en";
    }
    bool speech() const { return door.model.visit.modes.speech; }
    void speaks_for(std::chrono::seconds time) {
        for (std::chrono::seconds gone{0}; gone < time; gone += 1s) {
            door.jump(1s);
            door.happens(event::SpeechGoesOn{});
        }
    }
    support::FrontDoor door;
};

TEST_F(Listening, C20_BeginsWhenAHeadsetIsPluggedInAndEndsWhenItIsPulledOut) {
    door.happens(event::HeadsetIn{});
    EXPECT_TRUE(speech());
    EXPECT_TRUE(door.model.visit.first_touch) << "somebody is here";
    EXPECT_FALSE(door.model.visit.asking_aloud) << "only they hear it";
    door.happens(event::HeadsetOut{});
    EXPECT_FALSE(speech());
}

TEST_F(Listening, C09_InTheRoomAsksFirstAndLeavesPrivateWordsOutUnlessChosen) {
    door.touch();
    door.press(press::Toggle{Mode::Speech});
    EXPECT_TRUE(speech());
    EXPECT_TRUE(door.model.visit.asking_aloud);
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::Welcome) << "what is under the question cannot be meant";
    door.press(press::ReadAloud{false});
    EXPECT_FALSE(door.model.visit.asking_aloud);
    EXPECT_FALSE(door.model.visit.private_aloud);
    door.press(press::Toggle{Mode::Speech});
    door.press(press::Toggle{Mode::Speech});
    door.press(press::ReadAloud{true});
    EXPECT_TRUE(door.model.visit.private_aloud);
}

TEST_F(Listening, C09_BackFromTheQuestionIsRatherNot) {
    door.touch();
    door.press(press::Toggle{Mode::Speech});
    door.press(press::Back{});
    EXPECT_FALSE(speech());
    EXPECT_FALSE(door.model.visit.asking_aloud);
}

TEST_F(Listening, C09_TheChoiceEndsWithTheVisit) {
    door.walk_to_checked_in();
    door.press(press::Toggle{Mode::Speech});
    door.press(press::ReadAloud{true});
    door.press(press::Finish{});
    EXPECT_FALSE(door.model.visit.private_aloud);
    EXPECT_FALSE(speech());
}

TEST_F(Listening, C09_PullingTheHeadsetOutTakesThePermissionBack) {
    door.happens(event::HeadsetIn{});
    door.model.visit.private_aloud = true;
    door.happens(event::HeadsetOut{});
    EXPECT_FALSE(door.model.visit.private_aloud);
}

TEST_F(Listening, C13_IsNotThereInALanguageWithoutAVoice) {
    door.model.visit.language = "so";
    EXPECT_FALSE(kiosk::app::can_speak(door.model));
    door.touch();
    door.press(press::Toggle{Mode::Speech});
    EXPECT_FALSE(speech());
    door.happens(event::HeadsetIn{});
    EXPECT_FALSE(speech());
}

TEST_F(Listening, C13_EndsWhenSuchALanguageIsChosen) {
    door.happens(event::HeadsetIn{});
    door.press(press::Languages{});
    door.press(press::UseLanguage{1});
    EXPECT_FALSE(speech());
}

TEST_F(Listening, C35_NoTimeRunsOutWhileTheVoiceSpeaks) {
    door.walk_to_third_question();
    speaks_for(300s);
    EXPECT_FALSE(door.model.visit.still_there);
    door.wait(59s);
    EXPECT_FALSE(door.model.visit.still_there) << "the whole time begins when speech has ended";
    door.wait(2s);
    ASSERT_TRUE(door.model.visit.still_there);
    speaks_for(300s);
    EXPECT_TRUE(door.model.visit.still_there) << "nobody can answer before they have heard the question";
    EXPECT_EQ(door.step(), Step::LetterOrYear);
}

TEST_F(Listening, C34_TheIdleTimesDouble) {
    door.happens(event::HeadsetIn{});
    door.walk_to_third_question();
    door.wait(119s);
    EXPECT_FALSE(door.model.visit.still_there);
    door.wait(1s);
    ASSERT_TRUE(door.model.visit.still_there);
    EXPECT_EQ(door.model.visit.still_there->seconds_left, 40U);
}

TEST_F(Listening, C54_TheConfirmationStaysSixteenSecondsAfterSpeechHasEnded) {
    door.happens(event::HeadsetIn{});
    door.walk_to_checked_in();
    speaks_for(60s);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.wait(15s);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.wait(1s);
    EXPECT_EQ(door.step(), Step::Welcome);
}

}  // namespace
