// Closing the day and the paper list.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

TEST_F(Desk, ClosesTheDayWithWhatIsToDecideAndWhatIsToSubmit) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    arrive(kRosa);
    sam.get("/close-the-day");
    EXPECT_TRUE(says(sam, "Adelaide Invented"));
    EXPECT_TRUE(says(sam, "2 appointments of today not over yet"));
    EXPECT_FALSE(says(sam, "Rosa Invented")) << "her session goes on";
    clock_.advance(1h);
    sam.get("/close-the-day");
    sam.post("/come-back", {{"wanted", "/close-the-day"}, {"pin", kPin}});
    EXPECT_TRUE(says(sam, "Rosa Invented"));
    EXPECT_FALSE(says(sam, "Omar Invented"));
}

TEST_F(Desk, SubmitsWhatWasChosenAfterAReviewAndTellsTheSecondWhoTries) {
    arrive(kRosa);
    clock_.advance(1h);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser alex = signed_in("Alex Poe", Role::Reception);
    sam.get("/close-the-day");
    sam.post("/close-the-day/review");
    EXPECT_TRUE(says(sam, "Choose what is to be submitted."));
    sam.post("/close-the-day/review", {{"each_appointment", kRosa}, {"each_appointment", "no id"}});
    EXPECT_TRUE(says(sam, "Submit 1 record?"));
    EXPECT_TRUE(says(sam, "<strong>Arrived late</strong>"));
    EXPECT_TRUE(says(sam, "This is final."));
    alex.get("/close-the-day");
    alex.post("/close-the-day/review", {{"each_appointment", kRosa}});
    sam.post("/close-the-day/submit", {{"each_appointment", kRosa}});
    EXPECT_TRUE(says(sam, "1 record to be submitted"));
    alex.post("/close-the-day/submit", {{"each_appointment", kRosa}});
    EXPECT_TRUE(says(alex, "0 records to be submitted"));
    EXPECT_TRUE(says(alex, "submitted by somebody else"));
    alex.get(std::string("/appointments/") + kRosa);
    EXPECT_TRUE(says(alex, "Sam Reid: reviewed at reception"));
    EXPECT_FALSE(says(alex, "Alex Poe: reviewed"));
}

TEST_F(Desk, NeverSubmitsDidNotAttendThatNobodyHasConfirmed) {
    clock_.advance(4h);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/close-the-day");
    sam.post("/close-the-day/review", {{"each_appointment", kAda}});
    EXPECT_TRUE(says(sam, "Choose what is to be submitted."));
    sam.post("/close-the-day/submit", {{"each_appointment", kAda}});
    EXPECT_TRUE(says(sam, "0 records to be submitted"));
    sam.get(std::string("/appointments/") + kAda);
    EXPECT_FALSE(says(sam, "History"));
}

TEST_F(Desk, TakesAPaperListOfAnotherDayWithTheRealTimesOrNothingOfIt) {
    clock_.advance(19h);  // Tuesday morning
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string list = "/paper?day=2026-11-23";
    sam.get(list);
    EXPECT_TRUE(says(sam, "Paper list of 23 November 2026"));
    for (const char* name : {"Rosa Invented", "Omar Invented", "Adelaide Invented"})
        EXPECT_TRUE(says(sam, name));
    const auto filled = [](const char* rosa, const char* omar) {
        return std::vector<Browser::Field>{{"day", "2026-11-23"},
                                           {"each_appointment", kRosa},
                                           {"each_time", rosa},
                                           {"each_appointment", kOmar},
                                           {"each_time", omar}};
    };
    sam.post("/paper", filled("", ""));
    EXPECT_TRUE(says(sam, "Enter the time of at least one person."));
    sam.post("/paper", filled("14:01", "quarter to"));
    EXPECT_TRUE(says(sam, "Enter a time, such as 09:05, or nothing."));
    EXPECT_TRUE(says(sam, "quarter to"));
    EXPECT_TRUE(says(sam, "value=\"14:01\"")) << "what was right is there still";
    EXPECT_TRUE(says(sam, "Rosa Invented")) << "nothing of it was recorded";
    sam.post("/paper", filled("14:01", "15:20"));
    EXPECT_TRUE(says(sam, "Recorded from paper: 2"));
    EXPECT_FALSE(says(sam, "Rosa Invented"));
    EXPECT_TRUE(says(sam, "Adelaide Invented"));
    sam.get(std::string("/appointments/") + kRosa);
    EXPECT_TRUE(says(sam, "Arrived at 14:01 on 23 November"));
    EXPECT_TRUE(says(sam, "Sam Reid: from the paper list"));
}

TEST_F(Desk, APaperListWithOneThatCannotBeRecordsNothing) {
    clock_.advance(19h);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/paper?day=2026-11-23");
    sam.post("/paper", {{"day", "2026-11-23"},
                        {"each_appointment", kRosa},
                        {"each_time", "14:01"},
                        {"each_appointment", "7a0c2a1e-0000-4000-8000-00000000dead"},
                        {"each_time", "14:01"}});
    EXPECT_TRUE(says(sam, "The hub does not hold this"));
    sam.get("/paper?day=2026-11-23");
    EXPECT_TRUE(says(sam, "Rosa Invented"));
}

TEST_F(Desk, APaperListOfADayToComeIsTodays) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    for (const char* day : {"2026-11-24", "2020-01-01", "x", "%27%20OR%201=1"}) {
        sam.get(std::string("/paper?day=") + day);
        EXPECT_TRUE(says(sam, "Paper list of 23 November 2026")) << day;
    }
}

TEST_F(Desk, APaperEntryAndAKiosksArrivalBecomeOneAtTheEarlierTime) {
    arrive(kRosa);  // at 14:10
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/paper");
    sam.post("/paper", {{"day", "2026-11-23"}, {"each_appointment", kRosa}, {"each_time", "14:02"}});
    sam.get(std::string("/appointments/") + kRosa);
    EXPECT_TRUE(says(sam, "Arrived on time"));
    EXPECT_TRUE(says(sam, "Arrived at 14:10"));
    EXPECT_TRUE(says(sam, "Arrived at 14:02"));
}

TEST_F(Desk, APaperListSaysWhoWasRecordedBeforeAndRecordsTheOthers) {
    clock_.advance(1h);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/paper");
    clock_.advance(-30min);
    arrive(kRosa);  // meanwhile, at 14:40
    clock_.advance(30min);
    sam.post("/paper", {{"day", "2026-11-23"},
                        {"each_appointment", kRosa},
                        {"each_time", "14:45"},
                        {"each_appointment", kOmar},
                        {"each_time", "15:00"}});
    EXPECT_TRUE(says(sam, "Recorded from paper: 1. Recorded before, and left as they were: 1<"));
}

}  // namespace
}  // namespace tests
