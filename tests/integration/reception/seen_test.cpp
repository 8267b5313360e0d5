// Nobody decides or submits something else than the page has shown them.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

std::string page_of(const char* appointment) {
    return std::string("/appointments/") + appointment;
}

TEST_F(Desk, WhatWasRecordedSinceThePageWasOpenedIsShownBeforeAnythingIsDone) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kRosa));
    const std::string seen = hidden(sam, "seen");
    arrive(kRosa);
    sam.post(page_of(kRosa) + "/arrival", {{"time", "14:02"}, {"reason", "at the desk"}, {"seen", seen}});
    EXPECT_TRUE(says(sam, "something else was recorded since you opened the page"));
    EXPECT_TRUE(says(sam, "Arrived at 14:10"));
    EXPECT_FALSE(says(sam, "Arrived at 14:02"));
    EXPECT_NE(hidden(sam, "seen"), seen) << "the next press is about what stands there now";
}

TEST_F(Desk, OfTwoWhoSayWhyASessionDidNotHappenTheSecondIsTold) {
    arrive(kRosa);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser alex = signed_in("Alex Poe", Role::Reception);
    for (Browser* one : {&sam, &alex}) one->get(page_of(kRosa));
    sam.post(page_of(kRosa) + "/not-held",
             {{"choice", "logistics"}, {"reason", "no heating"}, {"seen", hidden(sam, "seen")}});
    EXPECT_TRUE(says(sam, "Session did not happen"));
    alex.post(page_of(kRosa) + "/not-held",
              {{"choice", "person_unacceptable"}, {"reason", "left"}, {"seen", hidden(alex, "seen")}});
    EXPECT_TRUE(says(alex, "This was not done"));
    alex.get(page_of(kRosa));
    EXPECT_FALSE(says(alex, "Alex Poe: ")) << "only the first stands in the history";
}

TEST_F(Desk, DidNotAttendThatWasSaidToBeOnlyNotedIsNotMadeFinal) {
    add_kiosk(std::nullopt);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string form = page_of(kAda) + "/absence";
    sam.get(form);
    ASSERT_EQ(hidden(sam, "only_noted"), "yes");
    add_kiosk(clock_.now());
    sam.post(form, {{"reason", "no answer"}, {"only_noted", "yes"}, {"seen", hidden(sam, "seen")}});
    EXPECT_TRUE(says(sam, "it would be submitted now"));
    EXPECT_TRUE(says(sam, "It will be submitted to the case system now, and that is final."));
    EXPECT_EQ(hidden(sam, "only_noted"), "(none)");
    sam.post(form, {{"reason", "no answer"}, {"seen", hidden(sam, "seen")}});
    EXPECT_EQ(sam.path(), page_of(kAda));
    EXPECT_TRUE(says(sam, "Is being submitted."));
}

TEST_F(Desk, AReviewSaysThatTheSessionDidNotHappenAndSubmitsNothingThatHasChangedSince) {
    arrive(kRosa);
    clock_.advance(1h);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser alex = signed_in("Alex Poe", Role::Reception);
    sam.get("/close-the-day");
    sam.post("/close-the-day/review", {{"each_appointment", kRosa}});
    EXPECT_FALSE(says(sam, "The session did not happen"));
    const std::string seen = hidden(sam, "each_seen");
    alex.get(page_of(kRosa));
    alex.post(page_of(kRosa) + "/not-held", {{"choice", "person_unacceptable"}, {"reason", "left"}});
    sam.post("/close-the-day/submit", {{"each_appointment", kRosa}, {"each_seen", seen}});
    EXPECT_TRUE(says(sam, "0 records to be submitted"));
    EXPECT_TRUE(says(sam, "something else was recorded"));
    sam.get("/close-the-day");
    sam.post("/close-the-day/review", {{"each_appointment", kRosa}});
    EXPECT_TRUE(says(sam, "The session did not happen</strong>: the person, for an unacceptable reason"));
    sam.post("/close-the-day/submit", {{"each_appointment", kRosa}, {"each_seen", hidden(sam, "each_seen")}});
    EXPECT_TRUE(says(sam, "1 record to be submitted"));
}

TEST_F(Desk, OffersNoTimeOfArrivalThatNobodyHasSaid) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kRosa));
    EXPECT_EQ(hidden(sam, "time\" type=\"text"), "14:10") << "she may stand there now";
    sam.get(page_of(kAda));
    EXPECT_EQ(hidden(sam, "time\" type=\"text"), "") << "her appointment is over";
}

}  // namespace
}  // namespace tests
