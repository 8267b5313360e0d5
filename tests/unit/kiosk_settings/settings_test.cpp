#include "kiosk/settings/settings.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;

constexpr char kLeast[] = "[server]\nurl = \"https://hub:8443/\"\n";

kiosk::settings::Settings good(const std::string& text) {
    auto settings = kiosk::settings::parse(text, "/etc/hub-kiosk/kiosk.toml");
    EXPECT_TRUE(settings) << settings.error().message;
    return settings.value_or(kiosk::settings::Settings{});
}

std::string refusal(const std::string& text) {
    const auto settings = kiosk::settings::parse(text, "kiosk.toml");
    EXPECT_FALSE(settings);
    return settings ? "" : settings.error().message;
}

TEST(KioskSettings, NeedNothingButTheServersAddress) {
    const auto settings = good(kLeast);
    EXPECT_EQ(settings.server.url, "https://hub:8443");
    EXPECT_EQ(settings.server.ca, "/etc/hub-kiosk/ca.pem");
    EXPECT_EQ(settings.journal, "/etc/hub-kiosk/journal");
    EXPECT_EQ(settings.panel.width_px, 1080);
    EXPECT_FALSE(settings.panel.bottom_mm);
    EXPECT_TRUE(settings.panel.full_screen);
    EXPECT_EQ(settings.idle.before_warning, std::chrono::seconds{60});
}

TEST(KioskSettings, AreReadWhereGiven) {
    const auto settings =
        good(std::string(kLeast) +
             "key = \"/secret/k.key\"\n[kiosk]\njournal = \"/var/j\"\n[panel]\npitch_mm = 0.18\n"
             "bottom_mm = 800\nfull_screen = false\n[idle]\nwarning_seconds = 30\n");
    EXPECT_EQ(settings.server.key, "/secret/k.key");
    EXPECT_EQ(settings.journal, "/var/j");
    EXPECT_DOUBLE_EQ(settings.panel.pitch_mm, 0.18);
    EXPECT_DOUBLE_EQ(settings.panel.bottom_mm.value_or(0), 800);
    EXPECT_FALSE(settings.panel.full_screen);
    EXPECT_EQ(settings.idle.warning, std::chrono::seconds{30});
}

TEST(KioskSettings, NameTheScanner) {
    EXPECT_EQ(good(kLeast).scanner.device, "");
    const std::string scanner = std::string(kLeast) + "[scanner]\ndevice = ";
    EXPECT_EQ(good(scanner + "\"/dev/input/by-id/usb-x-event-kbd\"\n").scanner.device,
              "/dev/input/by-id/usb-x-event-kbd");
    EXPECT_EQ(good(scanner + "\"recorded:/tmp/pipe\"\n").scanner.device, "recorded:/tmp/pipe");
    for (const char* wrong : {"\"/etc/passwd\"", "\"scanner\"", "\"recorded:pipe\"", "1"}) {
        EXPECT_THAT(refusal(scanner + wrong + "\n"), HasSubstr("scanner.device")) << wrong;
    }
}

TEST(KioskSettings, SayHowTheKioskSounds) {
    const auto settings =
        good(std::string(kLeast) + "[sound]\ndevice = \"none\"\nlistening = \"headset\"\nvolume = 10\n");
    EXPECT_EQ(settings.sound.device, "none");
    EXPECT_EQ(settings.sound.listening, kiosk::settings::Listening::Headset);
    EXPECT_EQ(settings.sound.volume, 10);
    EXPECT_EQ(good(kLeast).sound.listening, kiosk::settings::Listening::Jack);
    EXPECT_THAT(refusal(std::string(kLeast) + "[sound]\nvolume = 0\n"), HasSubstr("sound.volume"));
    EXPECT_THAT(refusal(std::string(kLeast) + "[sound]\nlistening = \"all\"\n"),
                HasSubstr("sound.listening"));
    EXPECT_THAT(refusal(std::string(kLeast) + "[sound]\ndevice = \"\"\n"), HasSubstr("sound.device"));
}

TEST(KioskSettings, ThePanelHangsWhereEverythingIsWithinReach) {
    const auto with_bottom = [](const char* bottom_mm) {
        return std::string(kLeast) + "[panel]\nbottom_mm = " + bottom_mm + "\n";
    };
    for (const char* good_mm : {"0", "380", "900"}) good(with_bottom(good_mm));
    for (const char* bad_mm : {"1", "379", "901"}) {
        EXPECT_THAT(refusal(with_bottom(bad_mm)), HasSubstr("kiosk.toml:4: panel.bottom_mm"));
    }
}

TEST(KioskSettings, TheReadingDistanceIsSixHundredMillimetresUnlessSaid) {
    EXPECT_DOUBLE_EQ(good(kLeast).panel.distance_mm, 600);
    EXPECT_DOUBLE_EQ(good(std::string(kLeast) + "[panel]\ndistance_mm = 450\n").panel.distance_mm, 450);
    for (const char* bad_mm : {"399", "801"}) {
        EXPECT_THAT(refusal(std::string(kLeast) + "[panel]\ndistance_mm = " + bad_mm + "\n"),
                    HasSubstr("kiosk.toml:4: panel.distance_mm"));
    }
}

TEST(KioskSettings, AHubChoosesItsLanguages) {
    EXPECT_EQ(good(kLeast).languages, languages::all_tags());
    const auto settings = good(std::string(kLeast) + "[kiosk]\nlanguages = [\"ur\", \"en\"]\n");
    EXPECT_EQ(settings.languages, (std::vector<std::string>{"ur", "en"}));
    const std::string unknown = refusal(std::string(kLeast) + "[kiosk]\nlanguages = [\"en\", \"xx\"]\n");
    EXPECT_THAT(unknown, HasSubstr("kiosk.toml:4: kiosk.languages"));
    EXPECT_THAT(unknown, HasSubstr("xx is none"));
    EXPECT_THAT(refusal(std::string(kLeast) + "[kiosk]\nlanguages = [\"en\", \"en\"]\n"), HasSubstr("twice"));
    EXPECT_THAT(refusal(std::string(kLeast) + "[kiosk]\nlanguages = []\n"), HasSubstr("kiosk.languages"));
}

TEST(KioskSettings, EachMistakeIsToldWithItsLine) {
    const std::string words = refusal(
        "[server]\nurl = \"http://hub\"\n[panel]\nwidth_px = 10\npitsch_mm = 0.2\n[idle]\nwarning_seconds = "
        "5\n");
    EXPECT_THAT(words, HasSubstr("kiosk.toml:2: server.url"));
    EXPECT_THAT(words, HasSubstr("kiosk.toml:4: panel.width_px"));
    EXPECT_THAT(words, HasSubstr("kiosk.toml:5: "));
    EXPECT_THAT(words, HasSubstr("kiosk.toml:7: idle.warning_seconds"));
}

TEST(KioskSettings, AnAddressIsHttpsWithoutAPath) {
    for (const char* url :
         {"hub", "https://", "https://hub/path", "ftp://hub", "https://me@hub", "https://hub?x"}) {
        EXPECT_THAT(refusal("[server]\nurl = \"" + std::string(url) + "\"\n"), HasSubstr("server.url"))
            << url;
    }
}

TEST(KioskSettings, WithoutAnAddressAreRefused) {
    EXPECT_THAT(refusal(""), HasSubstr("server.url"));
}

TEST(KioskSettings, WhatIsNotTomlIsRefusedWithItsLine) {
    EXPECT_THAT(refusal("[server]\nurl = \n"), HasSubstr("kiosk.toml:2"));
}

TEST(KioskSettings, AreAllDocumented) {
    std::ifstream file("docs/kiosk-settings.md");
    std::ostringstream text;
    text << file.rdbuf();
    for (const char* key :
         {"url", "ca", "certificate", "key", "journal", "languages", "width_px", "height_px", "pitch_mm",
          "bottom_mm", "distance_mm", "full_screen", "before_warning_seconds", "warning_seconds"}) {
        EXPECT_THAT(text.str(), HasSubstr("`" + std::string(key) + "`"));
    }
}

}  // namespace
