#include "shared/domain/person_key.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace domain {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

PersonQuery query(unsigned day, unsigned month, std::optional<char> letter, std::optional<int> year) {
    return {{day, month}, letter, year};
}

TEST(FirstLetters, AreThoseOfEveryWordOfEveryName) {
    EXPECT_THAT(first_letters({"Ben", "Ashworth"}), ElementsAre('A', 'B'));
    EXPECT_THAT(first_letters({"Mary Ann", "Lloyd-George"}), ElementsAre('A', 'G', 'L', 'M'));
    EXPECT_THAT(first_letters({"sean", "O'Neil"}), ElementsAre('N', 'O', 'S'));
    EXPECT_THAT(first_letters({"O\u2019Neil"}), ElementsAre('N', 'O'));
}

TEST(FirstLetters, IgnoreAccents) {
    EXPECT_THAT(first_letters({"Łukasz"}), ElementsAre('L'));
    EXPECT_THAT(first_letters({"Özil"}), ElementsAre('O'));
    EXPECT_THAT(first_letters({"O\u0308zil"}), ElementsAre('O'));
    EXPECT_THAT(first_letters({"Élodie", "Šimić", "Þór", "İbrahim", "Đặng"}),
                ElementsAre('D', 'E', 'I', 'S', 'T'));
}

TEST(FirstLetters, OfOtherScriptsAreTransliterated) {
    EXPECT_THAT(first_letters({"محمد"}), ElementsAre('M'));
    EXPECT_THAT(first_letters({"سعيد"}), ElementsAre('S'));
    EXPECT_THAT(first_letters({"Иван"}), ElementsAre('I'));
    EXPECT_THAT(first_letters({"ਗੁਰਪ੍ਰੀਤ"}), ElementsAre('G'));
    EXPECT_THAT(first_letters({"李"}), ElementsAre('L'));
}

TEST(FirstLetters, OfNothingAndOfBrokenTextAreNone) {
    EXPECT_THAT(first_letters({}), ElementsAre());
    EXPECT_THAT(first_letters({"", " ", "123", "-"}), ElementsAre());
    EXPECT_THAT(first_letters({"\xff\xfe", "\xc5"}), ElementsAre());
    EXPECT_THAT(first_letters({"\xff\x42"}), ElementsAre('B'));
}

TEST(FirstLetters, CanBeAskedForByManyThreads) {
    std::vector<std::thread> threads;
    std::array<bool, 4> right{};
    for (bool& mine : right) {
        threads.emplace_back([&mine] {
            mine = true;
            for (int i = 0; i < 200; ++i) mine = mine && first_letters({"Łukasz", "سعيد"}).size() == 2;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_THAT(right, testing::Each(true));
}

TEST(PersonKeys, HoldEveryQueryThatFitsThePerson) {
    const Date born{std::chrono::year{1984} / 11 / 7};
    const std::vector<std::string> keys = person_keys(born, {"Łukasz", "O'Neil"});
    EXPECT_EQ(keys.size(), 7U);
    EXPECT_THAT(keys, Contains(query_key(query(7, 11, std::nullopt, 1984))));
    for (const char letter : {'L', 'O', 'N'}) {
        EXPECT_THAT(keys, Contains(query_key(query(7, 11, letter, std::nullopt))));
        EXPECT_THAT(keys, Contains(query_key(query(7, 11, letter, 1984))));
    }
    EXPECT_THAT(keys, testing::Not(Contains(query_key(query(11, 7, 'L', std::nullopt)))));
    EXPECT_THAT(keys, testing::Not(Contains(query_key(query(7, 11, 'L', 1985)))));
}

TEST(PersonKeys, HoldTheYearOfSomebodyWithoutAnyLatinLetter) {
    EXPECT_THAT(person_keys(std::chrono::year{1990} / 1 / 1, {"", ""}),
                UnorderedElementsAre(query_key(query(1, 1, std::nullopt, 1990))));
}

TEST(PersonQueries, AreCheckedPartByPart) {
    EXPECT_TRUE(check(query(29, 2, 'A', std::nullopt)));
    EXPECT_TRUE(check(query(31, 12, std::nullopt, 1900)));
    EXPECT_TRUE(check(query(1, 1, 'Z', 1984)));
    EXPECT_FALSE(check(query(30, 2, 'A', std::nullopt)));
    EXPECT_FALSE(check(query(31, 4, 'A', std::nullopt)));
    EXPECT_FALSE(check(query(0, 1, 'A', std::nullopt)));
    EXPECT_FALSE(check(query(1, 0, 'A', std::nullopt)));
    EXPECT_FALSE(check(query(1, 13, 'A', std::nullopt)));
    EXPECT_FALSE(check(query(1, 1, std::nullopt, std::nullopt)));
    EXPECT_FALSE(check(query(1, 1, 'a', std::nullopt)));
    EXPECT_FALSE(check(query(1, 1, std::nullopt, 1899)));
    EXPECT_FALSE(check(query(1, 1, std::nullopt, 2201)));
}

}  // namespace
}  // namespace domain
