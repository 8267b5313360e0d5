// Every screen looks as it was accepted: in English, in the language that needs the most room, in Urdu, in
// Easy Read, and in large letters with high contrast. Drawn without a graphics card and with the fonts that
// the kiosk brings, so that it is the same to the eye on every machine.

#include <algorithm>
#include <cstdlib>
#include <set>

#include <gtest/gtest.h>

#include "shared/languages/language.h"
#include "tests/screens/golden/accepted.h"
#include "tests/screens/golden/near.h"
#include "tests/screens/golden/png_file.h"
#include "tests/screens/golden/sheet.h"

namespace golden {
void PrintTo(const Kind& kind, std::ostream* out);
void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
}
}  // namespace golden

namespace {

using golden::Accepted;
using golden::Kind;
using golden::Picture;

class Golden : public testing::TestWithParam<Kind> {};

void accept(const Kind& kind, const std::vector<Picture>& pictures) {
    EXPECT_TRUE(Accepted::replace(kind, pictures)) << "the pictures cannot be written";
    const std::string sheet = std::string("docs/pictures/") + kind.name + ".png";
    EXPECT_TRUE(golden::write_colours(sheet, golden::sheet_of(pictures))) << sheet << " cannot be written";
}

Picture picture_named(const std::string& name, const Kind& kind) {
    std::vector<Picture> all = golden::draw_all(kind);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Picture& one) { return one.name == name; });
    EXPECT_NE(found, all.end()) << name;
    return found == all.end() ? Picture{} : *found;
}

/// The picture at the top of README.md: five screens of a visit.
TEST(GoldenFront, FiveScreensOfAVisit) {
    if (std::getenv("HUB_ACCEPT_PICTURES") == nullptr) return;
    const Kind& english = golden::kKinds[0];
    const std::vector<Picture> visit{picture_named("language", english), picture_named("welcome", english),
                                     picture_named("is_this_right", english),
                                     picture_named("checked_in", english),
                                     picture_named("checked_in", golden::kKinds[2])};
    EXPECT_TRUE(golden::write_colours("docs/pictures/kiosk.png", golden::sheet_of(visit, {2, 5})));
}

TEST_P(Golden, EveryScreenLooksAsItWasAccepted) {
    const std::vector<Picture> pictures = golden::draw_all(GetParam());
    if (std::getenv("HUB_ACCEPT_PICTURES") != nullptr) return accept(GetParam(), pictures);
    const Accepted accepted = Accepted::read(GetParam());
    for (const Picture& picture : pictures) {
        if (accepted.has(picture)) continue;
        ADD_FAILURE() << picture.name << (accepted.knows(picture.name) ? " looks different" : " is new")
                      << ": look at " << accepted.leave_difference(picture)
                      << " and, if it is as it should be, run scripts/accept-pictures";
    }
    for (const std::string& name : accepted.without(pictures)) {
        ADD_FAILURE() << name << " is no screen any more: run scripts/accept-pictures";
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, Golden, testing::ValuesIn(golden::kKinds),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(Pictures, DifferByASinglePixelsColour) {
    kiosk::paint::Pixels pixels{2, 1, {1, 2, 3, 255, 4, 5, 6, 255}};
    const std::string before = golden::fingerprint(pixels);
    pixels.rgba[5] = 4;
    EXPECT_NE(golden::fingerprint(pixels), before);
}

TEST(Pictures, AreTheSameToTheEyeWhereAFewPixelsDifferByAStep) {
    const golden::Greys some{40, 40, std::vector<std::uint8_t>(1600, 1)};
    golden::Greys other = some;
    for (std::size_t i = 0; i < 16; ++i) other.levels[i * 7] = 2;
    EXPECT_TRUE(golden::are_near(some, other));
    other.levels[3] = 2;
    EXPECT_FALSE(golden::are_near(some, other)) << "one too many";
    other = some;
    other.levels[3] = 3;
    EXPECT_FALSE(golden::are_near(some, other)) << "two steps";
}

TEST(Pictures, AreNotTheSameWithAnotherColourOfAnArea) {
    const golden::Colours paper{{0xF7F3EA, 5000}, {0x0F4C4A, 900}, {0x123456, 30}};
    const auto areas = golden::areas_of(paper);
    EXPECT_EQ(golden::to_text(areas), "0f4c4a,f7f3ea");
    EXPECT_EQ(golden::areas_of_text(golden::to_text(areas)), areas);
    EXPECT_TRUE(golden::has_areas({{0xF7F3EA, 4990}, {0x0F4C4A, 500}, {0x123457, 40}}, areas));
    EXPECT_FALSE(golden::has_areas({{0xF7F3EB, 5000}, {0x0F4C4A, 900}}, areas)) << "by a single level";
    EXPECT_FALSE(golden::has_areas({{0xF7F3EA, 5000}}, areas)) << "one is gone";
    EXPECT_FALSE(golden::has_areas({{0xF7F3EA, 5000}, {0x0F4C4A, 900}, {0xFF0000, 1300}}, areas))
        << "a new one";
}

TEST(Longest, IsTheLanguageWhoseTextsTakeTheMostRoom) {
    const auto shaper = kiosk::text::Shaper::create().value();
    std::string longest;
    long most = 0;
    for (const std::string& tag : languages::all_tags()) {
        const long room = golden::room_of(tag, *shaper);
        if (room <= most) continue;
        most = room;
        longest = tag;
    }
    EXPECT_EQ(longest, golden::kKinds[1].language);
}

}  // namespace
