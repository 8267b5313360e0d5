// A person's voice in place of the program's, where there is a recording.

#include "kiosk/voice/clips.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sndfile.h>
#include <unistd.h>

#include "kiosk/voice/utterance.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk::voice;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Says everything in ten samples, and remembers what.
class Recorder final : public Synthesis {
public:
    explicit Recorder(std::vector<std::string>& said) : said_(said) {}
    base::Result<Samples> speak(const std::string& text, const std::string&) override {
        said_.push_back(text);
        return Samples(10);
    }

private:
    std::vector<std::string>& said_;
};

class Clips : public testing::Test {
protected:
    Clips() { std::filesystem::remove_all(folder_); }
    ~Clips() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& name) const {
        const auto path = folder_ / name;
        std::filesystem::create_directories(path.parent_path());
        return path.string();
    }
    void record(const std::string& name, std::size_t samples, int rate = kSamplesPerSecond,
                int channels = 1) const {
        SF_INFO info{};
        info.samplerate = rate;
        info.channels = channels;
        info.format = SF_FORMAT_OGG | SF_FORMAT_VORBIS;
        SNDFILE* sound = sf_open(file(name).c_str(), SFM_WRITE, &info);
        ASSERT_NE(sound, nullptr);
        const Samples silence(samples * static_cast<std::size_t>(channels));
        sf_writef_short(sound, silence.data(), static_cast<sf_count_t>(samples));
        sf_close(sound);
    }
    FoundClips find() const {
        const std::vector<std::string> languages{"en", "pl", "zh-Hans"};
        return find_clips(folder_.string(), languages, kiosk::screens::AllWords::built_in(languages).value());
    }
    /// The number of samples that are heard of a text.
    std::size_t hear(const std::string& text, const std::string& language = "en") {
        ClippedVoice voice(std::make_unique<Recorder>(said_), find().clips);
        return voice.speak(text, language).value().size();
    }
    static std::string words(const std::string& id, const std::string& language = "en") {
        return support::words_of(language).text(id);
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("hub-clips-" + std::to_string(::getpid()));
    std::vector<std::string> said_;
};

TEST_F(Clips, AreHeardInPlaceOfTheVoice) {
    record("en/welcome.title.ogg", 4000);
    EXPECT_THAT(find().faults, IsEmpty());
    EXPECT_EQ(hear(words("welcome.title")), 4000U);
    EXPECT_THAT(said_, IsEmpty());
}

TEST_F(Clips, AreOfOneLanguageOnly) {
    record("en/welcome.title.ogg", 4000);
    EXPECT_EQ(hear(words("welcome.title"), "pl"), 10U);
    EXPECT_EQ(hear(words("welcome.title", "pl"), "pl"), 10U);
}

TEST_F(Clips, AreFollowedByTheVoiceWhereMoreIsSaid) {
    for (const char* language : {"en", "pl", "zh-Hans"}) {
        said_.clear();
        record(std::string(language) + "/welcome.start.ogg", 3000);
        const auto all = support::words_of(language);
        const std::string whole = heard(all.text("speech.button", {all.text("welcome.start")}));
        EXPECT_EQ(hear(whole, language), 3010U) << whole;
        ASSERT_EQ(said_.size(), 1U);
        EXPECT_FALSE(said_[0].starts_with(' '));
        EXPECT_TRUE(whole.ends_with(said_[0])) << said_[0];
    }
}

TEST_F(Clips, AreNotTakenForALongerTextThatBeginsWithTheSameWords) {
    record("en/welcome.start.ogg", 3000);
    EXPECT_EQ(hear(words("welcome.start") + " later"), 10U);
    EXPECT_THAT(said_, ElementsAre(words("welcome.start") + " later"));
}

TEST_F(Clips, OfAWrongKindAreNamedAndTheVoiceReads) {
    record("en/welcome.title.ogg", 4000, 44'100);
    record("en/welcome.start.ogg", 4000, kSamplesPerSecond, 2);
    record("en/welcome.nothing.ogg", 4000);
    record("en/itinerary.when.ogg", 4000);
    record("en/welcome.text.ogg", kUtteranceSamplesMax + 1);
    std::ofstream(file("en/welcome.note.ogg")) << std::string(5000, 'x');
    std::ofstream(file("en/welcome.person.ogg")) << "";
    const FoundClips found = find();
    EXPECT_THAT(found.clips, IsEmpty());
    ASSERT_EQ(found.faults.size(), 7U);
    const auto fault = [&](const std::string& id) {
        for (const std::string& one : found.faults) {
            if (one.find(id) != std::string::npos) return one;
        }
        return std::string();
    };
    EXPECT_THAT(fault("welcome.title"), HasSubstr("22,050"));
    EXPECT_THAT(fault("welcome.start"), HasSubstr("one channel"));
    EXPECT_THAT(fault("welcome.nothing"), HasSubstr("no text"));
    EXPECT_THAT(fault("itinerary.when"), HasSubstr("places to fill"));
    EXPECT_THAT(fault("welcome.text"), HasSubstr("a minute"));
    EXPECT_THAT(fault("welcome.note"), HasSubstr("no Ogg file"));
    EXPECT_THAT(fault("welcome.person"), HasSubstr("no Ogg file"));
}

TEST_F(Clips, ThatIsDamagedLaterIsReadByTheVoice) {
    record("en/welcome.title.ogg", 4000);
    const auto clips = find().clips;
    std::filesystem::resize_file(clips.at(0).file, 20);
    ClippedVoice voice(std::make_unique<Recorder>(said_), clips);
    EXPECT_EQ(voice.speak(words("welcome.title"), "en").value().size(), 10U);
}

TEST_F(Clips, AreNoneWhereThereIsNoFolder) {
    const FoundClips found = find();
    EXPECT_THAT(found.clips, IsEmpty());
    EXPECT_THAT(found.faults, IsEmpty());
}

}  // namespace
