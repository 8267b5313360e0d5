// What a person decides of one appointment, beside what stands in board_test.cpp.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

std::string page_of(const char* appointment) {
    return std::string("/appointments/") + appointment;
}

TEST_F(Desk, KeepsWhoToldThePractitionerByTelephoneAndWhen) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string form = page_of(kAda) + "/told";
    sam.get(form);
    sam.post(form, {{"who", " "}, {"time", "14:05"}});
    EXPECT_TRUE(says(sam, "Enter who you spoke to"));
    sam.post(form, {{"who", "Jo <Duty>"}, {"time", "14:11"}});
    EXPECT_TRUE(says(sam, "still to come"));
    EXPECT_TRUE(says(sam, "Jo &lt;Duty&gt;")) << "what was typed is there still";
    sam.post(form, {{"who", "Jo Duty"}, {"time", "14:05"}});
    EXPECT_EQ(sam.path(), page_of(kAda));
    EXPECT_TRUE(says(sam, "Practitioner told by telephone at 14:05"));
    EXPECT_TRUE(says(sam, "Sam Reid: told Jo Duty"));
}

TEST_F(Desk, TheCallToThePractitionerMayHaveBeenOnAnEarlierDayAndNotBeforeTheStart) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    clock_.advance(19h);  // 09:10 of the day after
    const std::string form = page_of(kAda) + "/told";
    sam = sign_in_again("Sam Reid");
    sam.get(form);
    EXPECT_TRUE(says(sam, ">Today, 24 November 2026<"));
    EXPECT_TRUE(says(sam, "<option value=\"2026-11-23\">23 November 2026<"));
    EXPECT_FALSE(says(sam, "22 November 2026"));
    sam.post(form, {{"who", "Jo Duty"}, {"day", "2026-11-23"}, {"time", "12:09"}});
    EXPECT_TRUE(says(sam, "before the appointment began, at 12:10 on 23 November"));
    EXPECT_TRUE(says(sam, "<option value=\"2026-11-23\" selected>")) << "what was chosen is there still";
    sam.post(form, {{"who", "Jo Duty"}, {"day", "2026-11-24"}, {"time", "09:11"}});
    EXPECT_TRUE(says(sam, "still to come"));
    sam.post(form, {{"who", "Jo Duty"}, {"day", "2026-11-23"}, {"time", "14:05"}});
    EXPECT_EQ(sam.path(), page_of(kAda));
    EXPECT_TRUE(says(sam, "Practitioner told by telephone at 14:05 on 23 November"));
}

TEST_F(Desk, OfTwoWhoToldThePractitionerTheSecondIsToldSoEvenWithoutThePagesMark) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser alex = signed_in("Alex Poe", Role::Reception);
    const std::string form = page_of(kAda) + "/told";
    for (Browser* one : {&sam, &alex}) one->get(form);
    sam.post(form, {{"who", "Jo Duty"}, {"time", "14:05"}});
    EXPECT_EQ(sam.path(), page_of(kAda));
    EXPECT_FALSE(says(sam, "/told\"")) << "it is not offered twice";
    alex.post(form, {{"who", "Jo Duty"}, {"time", "14:07"}});
    EXPECT_TRUE(says(alex, "told already, by Sam Reid at 14:05"));
    alex.get(page_of(kAda));
    EXPECT_FALSE(says(alex, "14:07"));
}

TEST_F(Desk, SaysPlainlyThatSomebodyWasRecordedBefore) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kRosa));
    arrive(kRosa);
    const auto reply = sam.post(page_of(kRosa) + "/arrival", {{"time", "14:10"}, {"reason", "I saw them"}});
    EXPECT_EQ(reply.status, 400);
    EXPECT_TRUE(says(sam, "they are recorded as having come already, at 14:10"));
    EXPECT_FALSE(says(sam, "Sam Reid: ")) << "nothing was recorded twice";
}

TEST_F(Desk, OnlyNotesDidNotAttendWhileAKioskHasNotReportedAndSubmitsItAfterwards) {
    add_kiosk(std::nullopt);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kAda) + "/absence");
    EXPECT_TRUE(says(sam, "It will only be noted for now"));
    sam.post(page_of(kAda) + "/absence", {{"reason", "telephoned, no answer"}});
    EXPECT_TRUE(says(sam, "only noted for now"));
    EXPECT_TRUE(says(sam, "front-door"));
    sam.get(page_of(kAda) + "/submit");
    sam.post(page_of(kAda) + "/submit");
    EXPECT_TRUE(says(sam, "This was not done")) << "noted is not submitted";
    add_kiosk(clock_.now());
    sam.get(page_of(kAda) + "/submit");
    EXPECT_TRUE(says(sam, "The practitioner will read: telephoned, no answer"));
    sam.post(page_of(kAda) + "/submit");
    EXPECT_EQ(sam.path(), page_of(kAda));
    EXPECT_TRUE(says(sam, "Is being submitted."));
    EXPECT_TRUE(says(sam, "Sam Reid: reviewed at reception"));
}

TEST_F(Desk, CorrectsATimeWithAReasonAndKeepsWhatStoodBefore) {
    arrive(kRosa);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string form = page_of(kRosa) + "/correct";
    sam.get(form);
    sam.post(form, {{"reason", "the bus ticket"}});
    EXPECT_TRUE(says(sam, "Choose what is to be corrected."));
    sam.post(form, {{"choice", "time"}, {"time", "14:00"}, {"reason", ""}});
    EXPECT_TRUE(says(sam, "Say why, in a few words."));
    sam.post(form, {{"choice", "time"}, {"time", "25:00"}, {"reason", "the bus ticket"}});
    EXPECT_TRUE(says(sam, "Enter a time, such as 09:05."));
    sam.get(page_of(kRosa));
    EXPECT_TRUE(says(sam, "Arrived late"));
    sam.get(form);
    sam.post(form, {{"choice", "time"}, {"time", "14:03"}, {"reason", "the bus ticket"}});
    EXPECT_EQ(sam.path(), page_of(kRosa));
    EXPECT_TRUE(says(sam, "Arrived on time"));
    EXPECT_TRUE(says(sam, "Arrived at 14:10"));
    EXPECT_TRUE(says(sam, "Time of arrival settled: at 14:03"));
    EXPECT_TRUE(says(sam, "Sam Reid: the bus ticket"));
}

TEST_F(Desk, TakesAnArrivalAndAnAbsenceBackAndSaysThatASessionHappenedAfterAll) {
    arrive(kRosa);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kRosa));
    sam.post(page_of(kRosa) + "/not-held", {{"choice", "logistics"}, {"reason", "the heating failed"}});
    EXPECT_TRUE(says(sam, "Session did not happen"));
    sam.post(page_of(kRosa) + "/correct", {{"choice", "held"}, {"reason", "in the kitchen"}});
    EXPECT_TRUE(says(sam, "Session happened after all"));
    sam.post(page_of(kRosa) + "/correct", {{"choice", "take_back"}, {"reason", "it was somebody else"}});
    EXPECT_TRUE(says(sam, "Should be here"));
    sam.get(page_of(kAda));
    sam.post(page_of(kAda) + "/absence", {{"reason", "not seen"}});
    sam.post(page_of(kAda) + "/correct", {{"choice", "withdraw"}, {"reason", "it was somebody else"}});
    EXPECT_TRUE(says(sam, "Did not attend taken back"));
    EXPECT_TRUE(says(sam, "Needs a decision"));
}

TEST_F(Desk, RefusesACorrectionOfWhatIsNotThereAndSaysWhy) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kRosa) + "/correct");
    for (const char* choice : {"take_back", "withdraw", "held"}) {
        sam.post(page_of(kRosa) + "/correct", {{"choice", choice}, {"reason", "by mistake"}});
        EXPECT_TRUE(says(sam, "This was not done")) << choice;
        EXPECT_TRUE(says(sam, "by mistake")) << choice;
    }
    sam.get(page_of(kRosa));
    EXPECT_FALSE(says(sam, "History"));
}

TEST_F(Desk, AScriptThatIsStoredStaysText) {
    const std::string script = "<script>alert(1)</script>";
    const std::string as_text = "&lt;script&gt;alert(1)&lt;/script&gt;";
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get(page_of(kAda));
    sam.post(page_of(kAda) + "/absence", {{"reason", script}});
    EXPECT_TRUE(says(sam, as_text));
    EXPECT_FALSE(says(sam, script));
    sam.get(page_of(kAda) + "/told");
    sam.post(page_of(kAda) + "/told", {{"who", script}, {"time", "14:00"}});
    EXPECT_FALSE(says(sam, script));
    sam.get(page_of(kAda) + "/person");
    sam.post(page_of(kAda) + "/complete", {{"reason", script}});
    EXPECT_FALSE(says(sam, script));
}

TEST_F(Desk, TheBoardCountsDownAndAMissedDeadlineStaysVisible) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    EXPECT_TRUE(says(sam, "Before 12:10 on 24 November, 22 hours left"));
    clock_.advance(11h);
    sam.get("/board");
    EXPECT_TRUE(says(sam, "12:10 on 23 November")) << "an earlier day's stays on the board";
    EXPECT_TRUE(says(sam, "<strong>11 hours left: before 12:10</strong>"));
    clock_.advance(8h);
    Browser next_day = sign_in_again("Sam Reid");
    EXPECT_TRUE(says(next_day, "<strong class=\"hub-late\">3 hours left: before 12:10</strong>"));
    clock_.advance(4h);
    next_day.get("/board");
    EXPECT_TRUE(says(next_day, "Overdue since 12:10"));
    next_day.post(std::string("/appointments/") + kAda + "/absence", {{"reason", "not seen"}});
    next_day.get("/board");
    EXPECT_FALSE(says(next_day, "Adelaide Invented")) << "it is decided";
}

TEST_F(Desk, ACallIsAnsweredWithTheFirstNameAndNoMore) {
    const std::string id = "7a0c2a1e-0000-4000-8000-000000000009";
    ASSERT_TRUE(write([&](server::app::Transaction& transaction) {
        server::app::Call call;
        call.id = id;
        call.kiosk = domain::KioskId("front-door");
        call.at = call.heard_at = clock_.now();
        return transaction.put(call);
    }));
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    sam.post("/calls/" + id + "/answer");
    std::optional<server::app::Call> call;
    ASSERT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
        call = TRY(view.call(id));
        return {};
    }));
    EXPECT_EQ(call->answered_by, "Sam");
}

}  // namespace
}  // namespace tests
