#include <gtest/gtest.h>

#include "tests/support/fake_clock.h"
#include "tests/support/seeded_entropy.h"

namespace {

using namespace std::chrono_literals;

TEST(FakeClock, StandsStillUntilItIsMoved) {
    support::FakeClock clock{base::Instant{1000s}};
    EXPECT_EQ(clock.now(), clock.now());
    const base::BootTime before = clock.boot_time();
    clock.advance(5s);
    EXPECT_EQ(clock.now(), base::Instant{1005s});
    EXPECT_EQ(clock.boot_time(), before + 5s);
}

TEST(FakeClock, SettingTheWallClockLeavesTheBootClockAlone) {
    support::FakeClock clock{base::Instant{1000s}};
    const base::BootTime before = clock.boot_time();
    clock.set(base::Instant{0s});
    EXPECT_EQ(clock.boot_time(), before);
}

TEST(FakeClock, ARebootChangesTheBootIdAndStartsTheBootClockAgain) {
    support::FakeClock clock{base::Instant{1000s}};
    clock.reboot("other");
    EXPECT_EQ(clock.boot_id(), "other");
    EXPECT_EQ(clock.boot_time(), base::BootTime{0});
}

TEST(SeededEntropy, RepeatsItselfForTheSameSeedOnly) {
    support::SeededEntropy one{7};
    support::SeededEntropy same{7};
    support::SeededEntropy other{8};
    const std::string first = base::new_uuid(one);
    EXPECT_TRUE(base::is_uuid(first));
    EXPECT_EQ(first, base::new_uuid(same));
    EXPECT_NE(first, base::new_uuid(other));
    EXPECT_NE(first, base::new_uuid(one));
}

}  // namespace
