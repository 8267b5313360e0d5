// Whole visits through the real window, by a finger that knows nothing but where things are drawn.

#include "tests/visits/visit.h"

namespace visits {
namespace {

TEST_F(Visit, ByTouchInEnglishEndsCheckedInOnTime) {
    walk("en", taps_to_confirm());
    tap("confirm.yes", "checked_in");
    EXPECT_EQ(painted().language, "en");
    const auto kept = arrivals();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().attendance, domain::Attendance::Yes);
    tap("done", "language");
}

TEST_F(Visit, ByTouchInUrduIsMirroredAndEndsCheckedInOnTime) {
    walk("ur", taps_to_confirm());
    const drive::Painted question = painted();
    EXPECT_EQ(question.language, "ur");
    const auto* const back = question.find("bar.back");
    const auto* const languages = question.find("bar.languages");
    ASSERT_TRUE(back != nullptr && languages != nullptr);
    EXPECT_GT(back->x, languages->x) << "the way back is where a reader of Urdu begins";
    tap("confirm.yes", "checked_in");
    const auto kept = arrivals();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().attendance, domain::Attendance::Yes);
}

TEST_F(Visit, ByKeysWithoutOneTouchEndsCheckedInOnTime) {
    keys({"Down", "Return"});  // English is the first language
    wait_for({"welcome"});
    keys({"Tab", "Return"});
    wait_for({"what_we_keep"});
    keys({"Tab", "Return"});
    wait_for({"day"});
    keys({"7", "Return"});
    wait_for({"month"});
    keys({"1", "1", "Return"});
    wait_for({"letter_or_year"});
    keys({"Tab", "Return"});
    wait_for({"letter"});
    keys({"r", "Return"});
    wait_for({"is_this_right"});
    keys({"Tab", "Return"});
    wait_for({"checked_in"});
    const auto kept = arrivals();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().attendance, domain::Attendance::Yes);
}

TEST_F(Visit, ByScannerWithOneScanAndOnePressEndsCheckedInOnTime) {
    const std::string slip = make_slip();
    EXPECT_EQ(wait_for({"language"}), "language");
    scan(slip);
    wait_for({"is_this_right"});
    tap("confirm.yes", "checked_in");
    const auto kept = arrivals();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().attendance, domain::Attendance::Yes);
    tap("done", "language");
}

TEST_F(Visit, ByScannerAfterHostileAndHalfReadCodesEndsCheckedInOnTime) {
    const std::string slip = make_slip();
    scan(std::string(10'000, 'A'));
    wait_for({"slip_not_read"});
    tap("without_slip", "what_we_keep");
    scan(slip.substr(0, 20));
    wait_for({"slip_not_read"});
    scan(slip);
    wait_for({"is_this_right"});
    tap("confirm.yes", "checked_in");
    EXPECT_EQ(arrivals().size(), 1U);
}

TEST_F(Visit, APowerCutAtAnyStepBeforeTheConfirmationLeavesNothingOfIt) {
    for (std::size_t step = 1; step <= taps_to_confirm(); ++step) {
        SCOPED_TRACE(step);
        walk("en", step);
        kill_kiosk();
        start_kiosk();
        ASSERT_FALSE(HasFailure());
        EXPECT_TRUE(arrivals().empty());
    }
    // Nothing of the seven beginnings is in the way of a whole visit.
    walk("pl", taps_to_confirm());
    tap("confirm.yes", "checked_in");
    EXPECT_EQ(arrivals().size(), 1U);
}

TEST_F(Visit, APowerCutAfterTheConfirmationIsRememberedAndRecordsNothingTwice) {
    walk("en", taps_to_confirm());
    tap("confirm.yes", "checked_in");
    kill_kiosk();
    start_kiosk();
    walk("en", taps_to_confirm() - 1);
    tap("letter.R", "already_in");
    EXPECT_EQ(arrivals().size(), 1U);
}

TEST_F(Visit, APowerCutWhileItIsWrittenDownRecordsOneArrivalAtMostAndTheNextVisitOne) {
    walk("en", taps_to_confirm());
    press("confirm.yes");  // and nobody waits for the answer
    kill_kiosk();
    start_kiosk();
    walk("en", taps_to_confirm() - 1);
    press("letter.R");
    const std::string screen = wait_for({"is_this_right", "already_in"});
    if (screen == "is_this_right") tap("confirm.yes", "checked_in");
    EXPECT_EQ(arrivals().size(), 1U);
}

TEST_F(Visit, StaffTakeTheKioskOutOfUseAndItStaysSoOverAPowerCutUntilTheyPutItBack) {
    set_staff_pin("204060");
    kill_kiosk();
    start_kiosk();
    open_staff_corner("204060");
    press("out_of_use");
    wait_for_staff_state("out_of_use = true");
    kill_kiosk();
    start_kiosk();
    EXPECT_EQ(label("title"), "This screen is not working");
    open_staff_corner("204060");
    EXPECT_EQ(label("state"), "This screen is out of use.");
    press("out_of_use");
    wait_for_staff_state("out_of_use = false");
    tap("bar.start_again", "language");
    walk("en", taps_to_confirm());
    tap("confirm.yes", "checked_in");
    EXPECT_EQ(arrivals().size(), 1U);
}

TEST_F(Visit, StaffStartTheProgramAgain) {
    set_staff_pin("204060");
    kill_kiosk();
    start_kiosk();
    open_staff_corner("204060");
    press("staff.restart");
    EXPECT_EQ(kiosk_ended(), 75) << "by which the service knows that it is to start it again\n"
                                 << kiosk_log();
    start_kiosk();
}

}  // namespace
}  // namespace visits
