// The itinerary from and to other programs' calendars, by the pages of reception.

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using server::app::Role;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

class Calendars : public Desk {
protected:
    std::vector<domain::Session> sessions() {
        std::vector<domain::Session> found;
        EXPECT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
            found = TRY(view.sessions_between(clock_.now() - 24h * 365, clock_.now() + 24h * 365));
            EXPECT_EQ(TRY(view.itinerary_changes_between(clock_.now() - 24h, clock_.now() + 24h)).size(),
                      found.size())
                << "each session that was added has a change that says who added it";
            return {};
        }));
        return found;
    }
    static support::HttpReply import(Browser& browser, const std::string& text,
                                     const std::string& kind = "none") {
        return browser.post("/week/import", {{"file_calendar", text}, {"kind", kind}});
    }
};

TEST_F(Calendars, AreTakenInOnceAndWhatTheHubGivesComesBackTheSame) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/import");
    EXPECT_TRUE(says(sam, "Days from today to 22 February 2027 count."));
    import(sam, text_of("tests/fuzz/corpus/ical/good_all_words.ics"));
    EXPECT_TRUE(
        says(sam, "Sessions added: 1. There already: 0. Events left out, cancelled or on other days: 1."))
        << sam.page();
    ASSERT_EQ(sessions().size(), 1U);
    EXPECT_EQ(sessions()[0].facilitator, "Łucja");
    const auto given = sam.get("/week/calendar.ics?day=2026-11-23");
    EXPECT_EQ(given.header("Content-Type"), "text/calendar; charset=utf-8");
    EXPECT_EQ(given.header("Content-Disposition"), "attachment; filename=\"week-of-2026-11-23.ics\"");
    EXPECT_NE(given.header("Content-Security-Policy"), "");
    sam.get("/week/import");
    import(sam, given.body);
    EXPECT_TRUE(says(sam, "Sessions added: 0. There already: 1."));
    EXPECT_EQ(sessions().size(), 1U);
}

TEST_F(Calendars, GiveAWeekOrAllFromThisWeekOn) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/import");
    import(sam, text_of("tests/fuzz/corpus/ical/good_monthly.ics"));
    ASSERT_EQ(sessions().size(), 3U);
    const auto events_in = [&](const char* path) {
        const std::string text = sam.get(path).body;
        std::size_t events = 0;
        for (std::size_t at = text.find("BEGIN:VEVENT"); at != text.npos;
             at = text.find("BEGIN:VEVENT", at + 1))
            ++events;
        return events;
    };
    EXPECT_EQ(events_in("/week/calendar.ics?day=2026-11-25"), 1U);
    EXPECT_EQ(events_in("/week/calendar.ics?day=2026-12-02"), 0U);
    EXPECT_EQ(events_in("/week/calendar.ics"), 3U);
}

TEST_F(Calendars, WithAFaultAreAnsweredEventByEventAndNothingIsSaved) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/import");
    for (const auto& entry : fs::directory_iterator("tests/data/ical")) {
        const auto reply = import(sam, text_of(entry.path()));
        EXPECT_EQ(reply.status, 400) << entry.path();
        // A browser sends UTF-8 alone: a form with anything else is none.
        if (entry.path().stem() == "06_not_utf8") {
            sam.get("/week/import");
        } else {
            EXPECT_TRUE(says(sam, "Nothing was imported")) << entry.path();
        }
        EXPECT_TRUE(sessions().empty()) << entry.path();
    }
}

TEST_F(Calendars, NameTheEventWithItsReasonAndKeepWhatWasPutIn) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/import");
    const std::string text = text_of("tests/data/ical/14_title_says_why_people_come.ics");
    import(sam, text, "family");
    EXPECT_TRUE(says(sam, "<title>Error: Import a calendar"));
    EXPECT_TRUE(says(sam, "Nothing was imported: 1 event is not possible."));
    EXPECT_TRUE(says(
        sam, "<strong>Event 1, “Drugs and alcohol group”</strong>: the title stands on a public screen"));
    EXPECT_TRUE(says(sam, "SUMMARY:Drugs and alcohol group")) << "what was put in is there still";
    EXPECT_TRUE(says(sam, "<option value=\"family\" selected>"));
    import(sam, "  \r\n");
    EXPECT_TRUE(says(sam, "Put in the text of a calendar file."));
}

TEST_F(Calendars, ThatWouldOverfillADayAddNothing) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/import");
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    for (std::size_t i = 0; i <= domain::kSessionsADayMax; ++i) {
        text += "BEGIN:VEVENT\r\nUID:" + std::to_string(i) +
                "\r\nDTSTART:20261125T100000\r\nDTEND:20261125T110000\r\nSUMMARY:Group " + std::to_string(i) +
                "\r\nLOCATION:Room 1\r\nEND:VEVENT\r\n";
    }
    import(sam, text + "END:VCALENDAR\r\n", "group");
    EXPECT_TRUE(says(sam, "Nothing was imported: the programme of 2026-11-25 is full")) << sam.page();
    EXPECT_TRUE(sessions().empty());
}

TEST_F(Calendars, AreForWhoeverReadsTheWeekAndTakenFromWhoeverChangesIt) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    EXPECT_EQ(cleo.get("/week/calendar.ics").status, 200);
    EXPECT_EQ(cleo.get("/week/import").status, 403);
    cleo.get("/week");
    EXPECT_FALSE(says(cleo, "Import a calendar"));
}

}  // namespace
}  // namespace tests
