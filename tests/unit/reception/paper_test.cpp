// Letters for names, and the type in which a week fits on paper.

#include <string>

#include <gtest/gtest.h>

#include "server/reception/letters.h"
#include "server/reception/week_paper.h"

namespace server::reception {
namespace {

using namespace std::chrono_literals;

TEST(Letters, AreTheFirstOfTheFirstAndOfTheLastName) {
    EXPECT_EQ(letters_of("Rosa Invented"), "R. I.");
    EXPECT_EQ(letters_of("Łucja Maria Zmyślona"), "Ł. Z.");
    EXPECT_EQ(letters_of("Omar <b>Nobody</b>"), "O. b.");
    EXPECT_EQ(letters_of("اردو نام"), "ا. ن.");
    EXPECT_EQ(letters_of("Cher"), "C.");
    EXPECT_EQ(letters_of("Rosa Invented", 2), "Ro. I.");
    EXPECT_EQ(letters_of("Al Invented", 3), "Al. I.") << "never a letter of what comes after the name";
    EXPECT_EQ(letters_of(""), "");
    EXPECT_EQ(letters_of("42 !"), "");
}

TEST(Letters, BecomeMoreOnlyWhereTwoOfTheSameTimeHaveTheSame) {
    const base::Instant ten = base::parse_instant("2026-11-23T10:00:00Z").value();
    std::vector<Lettered> people{
        {ten, "Rosa Invented", "", false},      {ten, "Rita Imagined", "", false},
        {ten, "Omar Invented", "", false},      {ten + 1h, "Ruth Invented", "", false},
        {ten + 2h, "Anna Invented", "", false}, {ten + 2h, "Annabel Invented", "", false}};
    give_letters(people);
    EXPECT_EQ(people[0].letters, "Ro. I.");
    EXPECT_EQ(people[1].letters, "Ri. I.");
    EXPECT_EQ(people[2].letters, "O. I.");
    EXPECT_EQ(people[3].letters, "R. I.");
    EXPECT_EQ(people[4].letters, "Ann. I.");
    EXPECT_FALSE(people[0].alike || people[1].alike || people[2].alike || people[3].alike);
    EXPECT_TRUE(people[4].alike && people[5].alike) << "three letters are enough of a name";
}

std::vector<PaperDay> week(std::size_t days, std::size_t sessions, const std::string& title,
                           const std::string& details) {
    return {days, PaperDay(sessions, {"10:00–11:30 " + title, details})};
}

TEST(PaperWeek, IsInLargeTypeWhereLittleIsOn) {
    EXPECT_EQ(type_that_fits({}), 0U);
    EXPECT_EQ(type_that_fits(week(5, 3, "Cooking together", "Room 2")), 0U);
}

TEST(PaperWeek, BecomesSmallerTheMoreIsOnAndNeverLarger) {
    for (const std::size_t days : {5U, 6U, 7U}) {
        std::size_t before = 0;
        for (std::size_t sessions = 1; sessions <= 60; ++sessions) {
            const std::size_t type =
                type_that_fits(week(days, sessions, "Quiet hour", "Room 2")).value_or(kTypePoints.size());
            EXPECT_GE(type, before);
            before = type;
        }
        EXPECT_EQ(before, kTypePoints.size()) << "sixty a day fit in no type";
    }
}

TEST(PaperWeek, BreaksLinesBetweenWordsAndWithinLongOnes) {
    const std::string word(39, 'M');
    EXPECT_EQ(type_that_fits(week(7, 24, word, "Room 2")), std::nullopt);
    EXPECT_TRUE(type_that_fits(week(7, 4, word, word)));
}

}  // namespace
}  // namespace server::reception
