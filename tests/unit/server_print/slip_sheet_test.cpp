#include "server/print/slip_sheet.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/domain/slip.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/slip_sheet/read_sheet.h"

namespace {

using testing::HasSubstr;

constexpr domain::Date kLastDay{std::chrono::year{2027}, std::chrono::month{2}, std::chrono::day{21}};

TEST(SlipSheet, IsReadByAReaderThatIsNotOurs) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        support::SeededEntropy entropy(seed);
        std::array<std::byte, domain::kSlipChanceCharacters> chance{};
        entropy.fill(chance);
        const std::string token = domain::new_slip(domain::SlipKind::Visitor, "7QKT", chance);
        EXPECT_EQ(support::read_sheet(server::print::slip_sheet(token, kLastDay)), token) << "seed " << seed;
    }
}

TEST(SlipSheet, SaysUntilWhenAndNothingOfWhoOrWhy) {
    const std::string sheet = server::print::slip_sheet("HUB1V", kLastDay);
    EXPECT_THAT(sheet, HasSubstr("Good until 21 February 2027"));
    EXPECT_THAT(sheet, testing::Not(HasSubstr("HUB1V"))) << "in the code, and not to be read over a shoulder";
    for (const char* word : {"robation", "ffend", "ppointment", "CRN", "name"}) {
        EXPECT_THAT(sheet, testing::Not(HasSubstr(word)));
    }
}

TEST(BadgeSheet, IsReadByAReaderThatIsNotOurs) {
    const std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    const std::string token = domain::new_slip(domain::SlipKind::Staff, "7QKT", chance);
    const std::string sheet = server::print::badge_sheet(token);
    EXPECT_EQ(support::read_sheet(sheet), token);
    EXPECT_THAT(sheet, HasSubstr("Staff badge"));
}

}  // namespace
