#include "server/figures/figure.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "server/figures/ending.h"

namespace server::figures {
namespace {

Figure with(unsigned met, unsigned missed) {
    Figure figure;
    for (unsigned i = 0; i < met; ++i) figure.items.push_back({});
    for (unsigned i = 0; i < missed; ++i) figure.items.push_back({{}, "", Verdict::Missed, Why::NotDone, ""});
    return figure;
}

TEST(Rates, AreRoundedHalfUpToATenth) {
    EXPECT_EQ(to_text({7, 8}), "87.5 %");
    EXPECT_EQ(to_text({1, 3}), "33.3 %");
    EXPECT_EQ(to_text({2, 3}), "66.7 %");
    EXPECT_EQ(to_text({1, 2000}), "0.1 %");
    EXPECT_EQ(to_text({0, 3}), "0.0 %");
    EXPECT_EQ(to_text({3, 3}), "100.0 %");
    EXPECT_EQ(to_text({0, 0}), "-");
}

TEST(Standings, AreByTheExactRateAndNotByTheRoundedOne) {
    EXPECT_EQ(with(90, 10).standing(), Standing::OnTarget);
    EXPECT_EQ(with(8999, 1001).standing(), Standing::BelowTarget);
    EXPECT_EQ(with(80, 20).standing(), Standing::BelowTarget);
    EXPECT_EQ(with(7999, 2001).standing(), Standing::BelowTrigger);
    EXPECT_EQ(with(0, 0).standing(), Standing::NothingToTell);
}

TEST(Definitions, NameEveryFigureOnce) {
    std::set<std::string_view> codes;
    for (const Definition& one : definitions()) {
        EXPECT_TRUE(codes.insert(one.code).second) << one.code;
        EXPECT_EQ(figure_with_code(one.code), one.id);
        EXPECT_EQ(definition(one.id).code, one.code);
    }
    EXPECT_EQ(codes.size(), static_cast<std::size_t>(FigureId::NonAttendance) + 1);
    EXPECT_FALSE(figure_with_code("KP7"));
}

TEST(EndReasons, OfTheTechnicalNoteAndOfTheCaseSystemAreKnown) {
    EXPECT_EQ(end_reason_of("USE"), EndReason::Died);
    EXPECT_EQ(end_reason_of("SER"), EndReason::SentenceRevoked);
    EXPECT_EQ(end_reason_of("EAR"), std::nullopt);
    EXPECT_EQ(end_reason_of(""), std::nullopt);
    EXPECT_EQ(end_reason_of("mis"), std::nullopt);
}

}  // namespace
}  // namespace server::figures
