// hubctl itinerary export and import-ical: calendars as files, on a real record.

#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/ctl/commands.h"
#include "tests/support/fake_clock.h"
#include "tests/support/hub/hub_folder.h"

namespace {

using testing::HasSubstr;

class CalendarFiles : public testing::Test {
protected:
    server::ctl::Hub hub() { return {folder_.settings(), clock_, entropy_, out_}; }
    std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
    base::Done import(const std::string& path, const std::string& kind = "") {
        out_.str("");
        return import_calendar(hub(), {path, kind, "Sam"});
    }
    std::string list(const char* day) {
        out_.str("");
        EXPECT_TRUE(list_itinerary(hub(), domain::parse_date(day).value()));
        return out_.str();
    }

    base::SystemClock wall_;
    base::SystemEntropy entropy_;
    support::FakeClock clock_{base::parse_instant("2026-11-23T14:10:00Z").value()};
    support::HubFolder folder_{{}, wall_, entropy_};
    std::ostringstream out_;
};

TEST_F(CalendarFiles, AreTakenInOnceAndComeBackFromAnotherHub) {
    const std::string good = "tests/fuzz/corpus/ical/good_all_words.ics";
    ASSERT_TRUE(import(good));
    EXPECT_EQ(out_.str(),
              "Sessions added: 1. There already: 0. Events left out, cancelled or on other days: 1.\n");
    EXPECT_THAT(list("2026-11-23"), HasSubstr("Cooking together"));
    ASSERT_TRUE(import(good));
    EXPECT_THAT(out_.str(), HasSubstr("Sessions added: 0. There already: 1."));

    out_.str("");
    ASSERT_TRUE(export_calendar(hub(), file("out.ics")));
    EXPECT_THAT(out_.str(), HasSubstr("out.ics: 1.\n"));
    EXPECT_FALSE(export_calendar(hub(), file("out.ics"))) << "a file that is there is kept";
    ASSERT_TRUE(import(file("out.ics")));
    EXPECT_THAT(out_.str(), HasSubstr("Sessions added: 0. There already: 1."));
}

TEST_F(CalendarFiles, WithAFaultAreNamedEventByEventAndNothingIsTaken) {
    const auto done = import("tests/data/ical/20_second_of_two.ics");
    ASSERT_FALSE(done);
    EXPECT_EQ(
        done.error().message,
        "tests/data/ical/20_second_of_two.ics: the events above are not possible. Nothing was imported");
    EXPECT_EQ(out_.str(),
              "event 2: give the session a title of one line, at most 40 letters, such as \"Group B\"\n");
    const auto cut = import("tests/data/ical/02_cut_short.ics");
    ASSERT_FALSE(cut);
    EXPECT_THAT(cut.error().message, HasSubstr("it is cut short"));
    EXPECT_FALSE(import("tests/data/ical/nowhere.ics"));
    EXPECT_THAT(list("2026-11-23"), testing::Not(HasSubstr("Cooking")));
}

TEST_F(CalendarFiles, TakeTheKindThatWasGivenForAllThatDoNotSayIt) {
    const std::string path = "tests/data/ical/16_no_kind.ics";
    EXPECT_FALSE(import(path));
    EXPECT_FALSE(import(path, "party"));
    ASSERT_TRUE(import(path, "one_to_one"));
    EXPECT_THAT(list("2026-11-23"), HasSubstr("one_to_one"));
}

}  // namespace
