#include "kiosk/runtime/verdict.h"

#include <gtest/gtest.h>

namespace {

using kiosk::journal::RecordKind;
using kiosk::runtime::backoff;
using kiosk::runtime::Verdict;
using kiosk::runtime::verdict;

TEST(Verdict, SuccessIsAccepted) {
    EXPECT_EQ(verdict(RecordKind::Arrival, 200), Verdict::Accepted);
    EXPECT_EQ(verdict(RecordKind::Call, 204), Verdict::Accepted);
}

TEST(Verdict, OnlyWhatBlamesTheMessageIsForAPerson) {
    for (int status = 100; status < 600; ++status) {
        const bool blames = status == 400 || status == 410 || status == 413 || status == 414 ||
                            status == 415 || status == 422;
        const bool success = status >= 200 && status < 300;
        EXPECT_EQ(verdict(RecordKind::Arrival, status), success  ? Verdict::Accepted
                                                        : blames ? Verdict::NeedsPerson
                                                                 : Verdict::TryAgain)
            << status;
    }
}

TEST(Verdict, AnUndoOfAnArrivalTheServerDoesNotKnowIsForAPerson) {
    EXPECT_EQ(verdict(RecordKind::Undo, 404), Verdict::NeedsPerson);
    EXPECT_EQ(verdict(RecordKind::Reason, 404), Verdict::NeedsPerson);
    EXPECT_EQ(verdict(RecordKind::Arrival, 404), Verdict::TryAgain);
}

TEST(Backoff, DoublesToItsLimitWithinAQuarterMoreOrLess) {
    constexpr std::uint32_t kMiddle = 500;
    EXPECT_EQ(backoff(1, kMiddle), std::chrono::seconds{1});
    EXPECT_EQ(backoff(2, kMiddle), std::chrono::seconds{2});
    EXPECT_EQ(backoff(3, kMiddle), std::chrono::seconds{4});
    EXPECT_EQ(backoff(4'000'000'000, kMiddle), std::chrono::seconds{60});
    for (std::uint32_t chance = 0; chance < 5'000; chance += 7) {
        EXPECT_GE(backoff(4, chance), std::chrono::seconds{6});
        EXPECT_LE(backoff(4, chance), std::chrono::seconds{10});
    }
}

}  // namespace
