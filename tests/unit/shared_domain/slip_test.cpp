#include "shared/domain/slip.h"

#include <array>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/seeded_entropy.h"

namespace domain {
namespace {

constexpr SlipReading kVisitor{SlipVerdict::Good, SlipKind::Visitor};

std::string slip(std::uint32_t seed = 1, SlipKind kind = SlipKind::Visitor, std::string_view mark = "HERE") {
    support::SeededEntropy entropy(seed);
    std::array<std::byte, kSlipChanceCharacters> chance{};
    entropy.fill(chance);
    return new_slip(kind, mark, chance);
}

SlipVerdict verdict_on(std::string_view text, std::string_view mark = "HERE") {
    return read_slip(text, mark).verdict;
}

TEST(Slip, IsReadAsWhatItWasMade) {
    EXPECT_EQ(read_slip(slip(), "HERE"), kVisitor);
    EXPECT_EQ(read_slip(slip(1, SlipKind::Staff), "HERE"), (SlipReading{SlipVerdict::Good, SlipKind::Staff}));
    EXPECT_EQ(read_slip(slip(), ""), kVisitor) << "a kiosk that does not know its hub's mark yet";
}

TEST(Slip, IsMadeOfWhatAQrCodeHoldsDenselyAndAScannerTypesPlainly) {
    EXPECT_EQ(slip().size(), kSlipCharacters);
    EXPECT_EQ(slip().find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos);
}

TEST(Slip, IsAnotherOneEachTime) {
    std::set<std::string> all;
    for (std::uint32_t seed = 0; seed < 200; ++seed) all.insert(slip(seed));
    EXPECT_EQ(all.size(), 200U);
}

TEST(Slip, ReadOnlyInPartOrTwiceAtOnceIsDamaged) {
    const std::string whole = slip();
    for (std::size_t size = 3; size < whole.size(); ++size) {
        EXPECT_EQ(verdict_on(std::string_view(whole).substr(0, size)), SlipVerdict::Damaged) << size;
    }
    EXPECT_EQ(verdict_on(whole + whole), SlipVerdict::Damaged);
    EXPECT_EQ(verdict_on(whole + "0"), SlipVerdict::Damaged);
    EXPECT_EQ(verdict_on(std::string_view(whole).substr(4)), SlipVerdict::NotOurs) << "its beginning is lost";
}

TEST(Slip, WithOneWrongCharacterIsNeverGood) {
    const std::string whole = slip();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const char wrong : {'0', '7', 'A', 'Z', 'U', ' ', '\0', '\n', '\xC5'}) {
            std::string text = whole;
            if (text[i] == wrong) continue;
            text[i] = wrong;
            EXPECT_NE(verdict_on(text), SlipVerdict::Good) << i << ' ' << static_cast<int>(wrong);
        }
        if (i + 1 < whole.size() && whole[i] != whole[i + 1]) {
            std::string turned = whole;
            std::swap(turned[i], turned[i + 1]);
            EXPECT_NE(verdict_on(turned), SlipVerdict::Good) << i;
        }
    }
}

TEST(Slip, OfAnotherHubIsKnownAsSuch) {
    EXPECT_EQ(verdict_on(slip(1, SlipKind::Visitor, "REST"), "HERE"), SlipVerdict::AnotherHubs);
}

TEST(Slip, OfALaterVersionOrKindIsKnownAsSuch) {
    // Made by hand with their right checksums.
    EXPECT_EQ(verdict_on("HUB2VHEREAAAAAAAAAAAAAAAAAAAAAAAAAA1E319ZC"), SlipVerdict::UnknownVersion);
    EXPECT_EQ(verdict_on("HUB1XHEREAAAAAAAAAAAAAAAAAAAAAAAAAA32416SX"), SlipVerdict::UnknownVersion);
}

TEST(Slip, IsNothingElse) {
    for (const std::string& text :
         {std::string(), std::string("HU"), std::string("hub1v"), std::string("HTTPS://EXAMPLE.ORG"),
          std::string("5000159407236"), std::string(10'000, 'A'), std::string(10'000, '\x1B'),
          std::string("\0HUB", 4)}) {
        EXPECT_EQ(verdict_on(text), SlipVerdict::NotOurs);
    }
    EXPECT_EQ(verdict_on("HUB" + std::string(10'000, 'A')), SlipVerdict::Damaged);
}

TEST(Slip, HasTheMarkOfItsHub) {
    EXPECT_EQ(slip_mark(std::array{std::byte{0xFF}, std::byte{0xFF}, std::byte{0xFF}, std::byte{1}}), "ZZZZ");
    EXPECT_EQ(slip_mark(std::array{std::byte{0}, std::byte{0}, std::byte{1}}), "0001");
    EXPECT_TRUE(is_slip_mark("7QKT"));
    for (const char* none : {"", "7QK", "7QKT0", "7qkt", "7QKU"}) EXPECT_FALSE(is_slip_mark(none)) << none;
}

}  // namespace
}  // namespace domain
