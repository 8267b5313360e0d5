// The real espeak-ng (C13; EN 301 549 5.1.3.14).

#include "kiosk/voice/espeak.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/voice/child.h"
#include "kiosk/voice/outputs.h"
#include "kiosk/voice/speaker.h"
#include "kiosk/voice/utterance.h"
#include "kiosk/voice/voices.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/programme.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk::voice;
using namespace std::chrono_literals;

/// What is said in every language as it is written: the names of the services to telephone, the Latin initial
/// by which a person is greeted, who comes, a language by its own name, and what staff wrote of a session.
const std::vector<std::string>& names() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made;
        for (const domain::Session& one : support::a_week().sessions) {
            for (const std::string& name : {one.title, one.room, one.was_room, one.facilitator}) {
                if (!name.empty()) made.push_back(name);
            }
        }
        for (const char* name : {"NHS", "Samaritans", "Samantha", "Polski", "R"}) made.emplace_back(name);
        return made;
    }();
    return all;
}

/// Without names().
std::string without_names(std::string text) {
    for (const std::string& name : names()) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
            const auto is_letter = [&](std::size_t place) {
                return place < text.size() && std::isalpha(static_cast<unsigned char>(text[place])) != 0;
            };
            const bool whole = !is_letter(at + name.size()) && (at == 0 || !is_letter(at - 1));
            if (whole) text.erase(at, name.size());
        }
    }
    return text;
}

TEST(EspeakNg, C13_ReadsNoTextInAnotherLanguage) {
    for (const std::string& language : spoken_of(languages::all_tags())) {
        const auto words = support::words_of(language);
        std::string all;
        std::vector<std::string> seen;
        for (const auto& sample : support::samples(words)) {
            for (const Utterance& one : utterances_of(sample.screen, words)) {
                // What somebody has typed is in whatever language they write.
                if (one.language != language || one.ears == Ears::HeadsetOnly) continue;
                if (std::find(seen.begin(), seen.end(), one.text) != seen.end()) continue;
                seen.push_back(one.text);
                all += without_names(one.text) + "\n";
            }
        }
        const auto sounds = run_child(
            {"espeak-ng", "-v", std::string(voice_of(language)), "-b", "1", "--stdin", "-q", "--ipa"}, all,
            {60s, 4'000'000});
        ASSERT_TRUE(sounds) << sounds.error().message;
        EXPECT_GT(sounds->size(), 1000U) << language;
        if (language == "en") continue;
        std::istringstream lines(*sounds);
        for (std::string line; std::getline(lines, line);) {
            EXPECT_EQ(line.find("(en"), std::string::npos) << language << ": " << line;
        }
    }
}

TEST(EspeakNg, SpeaksEveryLanguageThatIsOffered) {
    const auto espeak = Espeak::start("espeak-ng", kRateOrdinary);
    ASSERT_TRUE(espeak) << espeak.error().message;
    for (const std::string& language : spoken_of(languages::all_tags())) {
        const auto samples = (*espeak)->speak(support::words_of(language).text("welcome.title"), language);
        ASSERT_TRUE(samples) << language << ": " << samples.error().message;
        EXPECT_GT(samples->size(), kSamplesPerSecond / 4) << language;
        EXPECT_TRUE(std::any_of(samples->begin(), samples->end(), [](auto one) { return one > 1000; }));
    }
}

TEST(EspeakNg, HasNoVoiceForSoraniAndSomali) {
    EXPECT_EQ(spoken_of({"en", "ckb", "so", "ur"}), (std::vector<std::string>{"en", "ur"}));
    const auto espeak = Espeak::start("espeak-ng", kRateOrdinary);
    ASSERT_TRUE(espeak);
    EXPECT_FALSE((*espeak)->speak("Soo dhawoow", "so"));
}

TEST(EspeakNg, SpeaksIntoAFileThroughTheWholeChain) {
    const auto path = std::filesystem::path(testing::TempDir()) / "spoken.wav";
    {
        const auto espeak = Espeak::start("espeak-ng", kRateOrdinary);
        ASSERT_TRUE(espeak);
        const auto output = file_output(path.string(), {});
        ASSERT_TRUE(output);
        Speaker speaker(**espeak, **output);
        speaker.say({{"title", "Welcome", "en", Ears::Anybody}, {"start", "Check in", "en", Ears::Anybody}});
        while (speaker.step()) {
        }
        EXPECT_FALSE(speaker.is_broken());
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const auto samples = samples_of_wav(bytes.str());
    ASSERT_TRUE(samples);
    EXPECT_GT(samples->size(), kSamplesPerSecond);
    std::filesystem::remove(path);
}

TEST(EspeakNg, WhereItIsMissingThatIsSaid) {
    const auto espeak = Espeak::start("no-such-voice", kRateOrdinary);
    ASSERT_FALSE(espeak);
    EXPECT_THAT(espeak.error().message, testing::HasSubstr("no-such-voice"));
}

TEST(SoundCard, ThatIsNotThereIsSaidByName) {
    const auto output = alsa_output("hw:CARD=none_of_that_name", {});
    ASSERT_FALSE(output);
    EXPECT_EQ(output.error().kind, base::ErrorKind::Unavailable);
    EXPECT_THAT(output.error().message, testing::HasSubstr("none_of_that_name"));
}

TEST(SoundCard, OfNothingTakesSound) {
    const auto output = alsa_output("null", {true, ""});
    ASSERT_TRUE(output) << output.error().message;
    EXPECT_TRUE((*output)->has_headset());
    EXPECT_TRUE((*output)->play(Samples(kChunkSamples)));
    (*output)->drop();
    EXPECT_TRUE((*output)->play(Samples(kChunkSamples))) << "after a stop it goes on";
}

TEST(Child, ThatHangsIsEnded) {
    const auto output = run_child({"sleep", "60"}, "", {50ms, 100});
    ASSERT_FALSE(output);
    EXPECT_EQ(output.error().kind, base::ErrorKind::Unavailable);
}

TEST(Child, ThatNeverStopsWritingIsEnded) {
    EXPECT_FALSE(run_child({"yes"}, "", {5s, 100'000}));
}

TEST(Child, ThatReadsNothingDoesNoHarm) {
    EXPECT_TRUE(run_child({"true"}, std::string(1'000'000, 'x'), {5s, 100}));
    EXPECT_FALSE(run_child({"false"}, "x", {5s, 100}));
}

TEST(Child, GetsItsTextWholeHoweverLong) {
    const std::string text(500'000, 'x');
    const auto output = run_child({"cat"}, text, {10s, 1'000'000});
    ASSERT_TRUE(output);
    EXPECT_EQ(*output, text);
}

TEST(Wav, ComesBackAsItWas) {
    const Samples samples{0, 1, -1, 32767, -32768};
    EXPECT_EQ(samples_of_wav(wav_of(samples)).value(), samples);
}

TEST(Wav, OfAnyOtherKindIsRefused) {
    EXPECT_FALSE(samples_of_wav(""));
    EXPECT_FALSE(samples_of_wav(std::string(1000, 'x')));
    const std::string good = wav_of(Samples(10));
    for (std::size_t at : {0U, 8U, 20U, 22U, 24U, 34U, 36U}) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] + 1);
        EXPECT_FALSE(samples_of_wav(bad)) << at;
    }
    EXPECT_FALSE(samples_of_wav(good.substr(0, 43)));
}

}  // namespace
