#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/ctl/commands.h"
#include "tests/support/fake_clock.h"
#include "tests/support/seeded_entropy.h"

namespace {

using testing::HasSubstr;
using testing::Not;

class CalendarCommand : public testing::Test {
protected:
    server::ctl::Hub hub() { return {settings_, clock_, entropy_, out_}; }
    std::string month(const char* text) {
        EXPECT_TRUE(list_month(hub(), domain::parse_month(text).value()));
        return out_.str();
    }

    server::settings::Settings settings_;
    support::FakeClock clock_{base::parse_instant("2026-11-27T12:00:00Z").value()};
    support::SeededEntropy entropy_{1};
    std::ostringstream out_;
};

TEST_F(CalendarCommand, NumbersTheBusinessDaysAndSaysWhyOthersAreNone) {
    domain::CalendarChanges changes;
    changes.closed = {domain::parse_date("2026-12-24").value()};
    settings_.calendar = domain::Calendar(std::move(changes));
    const std::string text = month("2026-12");
    EXPECT_THAT(text, HasSubstr("2026-12-01  Tuesday    business day 1\n"));
    EXPECT_THAT(text, HasSubstr("2026-12-24  Thursday   business day 18; the hub is shut\n"));
    EXPECT_THAT(text, HasSubstr("2026-12-25  Friday     bank holiday: Christmas Day\n"));
    EXPECT_THAT(text, HasSubstr("2026-12-26  Saturday   weekend\n"));
    EXPECT_THAT(text, HasSubstr("2026-12-28  Monday     bank holiday: Boxing Day (substitute day)\n"));
    EXPECT_THAT(text, HasSubstr("2026-12-31  Thursday   business day 21\n"));
    EXPECT_THAT(text, HasSubstr("21 business days.\n"));
    EXPECT_THAT(text, HasSubstr("The figures of 2026-11 stand still from 2026-12-22, business day 16.\n"));
    EXPECT_THAT(text, Not(HasSubstr("2026-11-30")));
    EXPECT_THAT(text, Not(HasSubstr("2027-01-01")));
}

TEST_F(CalendarCommand, SaysWhenAMonthLiesBeyondThePublishedLists) {
    EXPECT_THAT(month("2028-01"), HasSubstr("Bank holidays are known as published until 2027-12-31"));
}

TEST_F(CalendarCommand, ComparesAPublishedListWithWhatTheHubGoesBy) {
    domain::CalendarChanges changes;
    changes.added = {domain::parse_date("2026-07-01").value()};
    changes.removed = {domain::parse_date("2027-05-03").value()};
    settings_.calendar = domain::Calendar(std::move(changes));
    ASSERT_TRUE(check_bank_holidays(hub(), "tests/fuzz/corpus/bank_holidays_file/good_2.json"));
    EXPECT_EQ(out_.str(),
              "2027-05-03  Early May bank holiday: is listed, and the hub does not keep it\n"
              "2026-07-01  Bank holiday (added by the hub): is kept by the hub, and is not listed\n"
              "A list of 16 bank holidays from 2026 to 2027; 2 day(s) differ from what the hub goes by.\n"
              "Name it as bank_holidays_file in the hub's settings to go by it.\n");
}

TEST_F(CalendarCommand, SaysWhatIsWrongWithAListAndWhere) {
    const auto checked = check_bank_holidays(hub(), "tests/fuzz/corpus/bank_holidays_file/bad_date.json");
    ASSERT_FALSE(checked);
    EXPECT_THAT(checked.error().message,
                HasSubstr("bad_date.json: the field england-and-wales.events[3].date"));
}

}  // namespace
