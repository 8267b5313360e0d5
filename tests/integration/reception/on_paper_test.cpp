// What is made for paper: the day sheet, the week, and what to do when something is away.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

class OnPaper : public Desk {
protected:
    /// So many sessions on each of these days from Monday on.
    void plan(int days, int sessions_a_day, const std::string& title, const std::string& room) {
        ASSERT_TRUE(write([&](server::app::Transaction& transaction) -> base::Done {
            for (int day = 0; day < days; ++day) {
                for (int i = 0; i < sessions_a_day; ++i) {
                    domain::Session session;
                    session.id = domain::SessionId(base::new_uuid(entropy_));
                    session.start = domain::at_london_time(
                        std::chrono::sys_days{2026y / 11 / 23} + std::chrono::days{day}, 8h + i * 30min);
                    session.end = session.start + 30min;
                    session.title = title;
                    session.room = room;
                    TRY_DONE(transaction.put(session));
                }
            }
            return {};
        }));
    }
};

TEST_F(OnPaper, TheDaySheetHasLettersAndTimesAndNoName) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    cleo.get("/day-sheet");
    EXPECT_TRUE(says(cleo, "Day sheet of Monday 23 November 2026"));
    EXPECT_TRUE(says(cleo, "3 appointments. Page printed at 14:10 on 23 November 2026."));
    for (const char* letters : {"<strong>R. I.</strong>", "<strong>O. I.</strong>", "<strong>A. I.</strong>"})
        EXPECT_TRUE(says(cleo, letters)) << letters;
    for (const char* telling :
         {"Invented", "Rosa", "Omar", "Adelaide", "Urdu", "step-free", "AB1234CD", "X10000"})
        EXPECT_FALSE(says(cleo, telling)) << telling;
    EXPECT_LT(cleo.page().find("12:10"), cleo.page().find("15:00")) << "by time";
    EXPECT_FALSE(says(cleo, "Enter a paper list</a>")) << "a caseworker records nothing";
    ASSERT_EQ(looks().size(), 3U) << "that somebody looked is kept";
    EXPECT_EQ(looks()[0].what, "day sheet of 2026-11-23");
}

TEST_F(OnPaper, TheDaySheetHasTheTimeOfWhoHasCome) {
    arrive(kRosa);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/day-sheet");
    EXPECT_TRUE(says(sam, "aria-label=\"Came\""));
    EXPECT_TRUE(says(sam, "14:10</td>"));
    EXPECT_TRUE(says(sam, "<a class=\"govuk-link hub-next\" href=\"/paper\">Enter a paper list</a>"));
}

TEST_F(OnPaper, TheDaySheetIsOfTodayOrOfADayThatTheHubHoldsAlready) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/day-sheet?day=2026-11-24");
    EXPECT_TRUE(says(sam, "Day sheet of Tuesday 24 November 2026"));
    EXPECT_TRUE(says(sam, "Nobody is expected here on this day."));
    for (const char* day : {"2026-11-22", "2026-12-08", "x", "%27%20OR%201=1"}) {
        sam.get(std::string("/day-sheet?day=") + day);
        EXPECT_TRUE(says(sam, "Day sheet of Monday 23 November 2026")) << day;
    }
}

TEST_F(OnPaper, WhatToDoWhenSomethingIsAwayIsThereForWhoeverIsAtTheDesk) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/when-away");
    for (const char* what :
         {"The server: these pages do not open", "The network:", "A kiosk:", "The case system:"})
        EXPECT_TRUE(says(sam, what)) << what;
}

TEST_F(OnPaper, TheWeekIsOnOnePageWithAColumnForEachDay) {
    plan(5, 2, "Cooking together", "Room 2");
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/print?day=2026-11-25");
    EXPECT_TRUE(says(sam, "What is on at Ardwick Green, week of 23 November 2026"));
    EXPECT_TRUE(says(sam, "hub-columns-5 hub-type-0"));
    EXPECT_TRUE(says(sam, "08:00–08:30"));
    EXPECT_TRUE(says(sam, "Cooking together"));
    EXPECT_TRUE(says(sam, "<br>Room 2</li>"));
    EXPECT_FALSE(says(sam, "Saturday"));
    sam.get("/week");
    EXPECT_TRUE(says(sam, "href=\"/week/print?day=2026-11-23\""));
}

TEST_F(OnPaper, TheFullestWeekIsOnOnePageInTheSmallestType) {
    plan(7, static_cast<int>(domain::kSessionsADayMax), "Quiet hour", "Room 2");
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/print");
    EXPECT_TRUE(says(sam, "hub-columns-7 hub-type-4"));
    EXPECT_FALSE(says(sam, "More is on than fits"));
}

TEST_F(OnPaper, AWeekThatDoesNotFitInTheSmallestTypeSaysSo) {
    plan(7, static_cast<int>(domain::kSessionsADayMax), std::string(40, 'M'), std::string(24, 'W'));
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week/print");
    EXPECT_TRUE(says(sam, "hub-overflows"));
    EXPECT_FALSE(says(sam, "hub-type-"));
    EXPECT_TRUE(says(sam, "More is on than fits on one page"));
}

}  // namespace
}  // namespace tests
