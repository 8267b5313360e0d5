#include <gtest/gtest.h>

#include "shared/domain/date.h"

namespace domain {
namespace {

TEST(Months, AreReadInOneFormOnly) {
    EXPECT_EQ(to_text(parse_month("2026-11").value()), "2026-11");
    for (const char* wrong : {"", "2026", "2026-1", "2026-13", "2026-00", "2026-11-22", "26-11", "2026/11",
                              "2201-01", "1899-12", " 2026-11"}) {
        EXPECT_FALSE(parse_month(wrong)) << wrong;
    }
}

TEST(Months, HaveAFirstAndALastDay) {
    const Month february = parse_month("2028-02").value();
    EXPECT_EQ(to_text(first_day(february)), "2028-02-01");
    EXPECT_EQ(to_text(last_day(february)), "2028-02-29");
    EXPECT_EQ(month_of(last_day(february)), february);
}

}  // namespace
}  // namespace domain
