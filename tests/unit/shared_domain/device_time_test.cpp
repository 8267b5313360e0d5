#include "shared/domain/device_time.h"

#include <limits>

#include <gtest/gtest.h>

namespace domain {
namespace {

using namespace std::chrono_literals;

const base::Instant kNow = base::parse_instant("2026-11-23T14:07:00Z").value();

DeviceTime device(base::Instant wall, std::string boot_id, base::BootTime since_boot) {
    return {wall, std::move(boot_id), since_boot};
}

TEST(TrueTime, OfAKioskThatWokeIn1970ComesFromItsBootTimeClock) {
    const DeviceTime noted = device(base::Instant{} + 90s, "boot-a", 90s);
    const DeviceTime told = device(base::Instant{} + 120s, "boot-a", 120s);
    EXPECT_EQ(true_time(noted, told, kNow, ClockState::Sure), (TrueTime{kNow - 30s, ClockState::Sure}));
}

TEST(TrueTime, IsNotMovedByAKioskClockSetInBetween) {
    const DeviceTime noted = device(kNow + 1h, "boot-a", 1000s);
    const DeviceTime told = device(kNow, "boot-a", 1060s);
    EXPECT_EQ(true_time(noted, told, kNow, ClockState::Sure), (TrueTime{kNow - 60s, ClockState::Sure}));
}

TEST(TrueTime, IsAsDoubtfulAsTheServersClock) {
    const DeviceTime noted = device(kNow, "boot-a", 10s);
    const DeviceTime told = device(kNow, "boot-a", 15s);
    EXPECT_EQ(true_time(noted, told, kNow, ClockState::Doubtful),
              (TrueTime{kNow - 5s, ClockState::Doubtful}));
}

TEST(TrueTime, IsDoubtfulAfterARestartAndKeepsTheDevicesWallTime) {
    const DeviceTime noted = device(kNow - 3h, "boot-a", 500s);
    const DeviceTime told = device(kNow, "boot-b", 20s);
    EXPECT_EQ(true_time(noted, told, kNow, ClockState::Sure), (TrueTime{kNow - 3h, ClockState::Doubtful}));
}

TEST(TrueTime, IsNeverAfterTheServersNow) {
    const DeviceTime noted = device(kNow + 3h, "boot-a", 500s);
    const DeviceTime told = device(kNow + 3h, "boot-b", 20s);
    EXPECT_EQ(true_time(noted, told, kNow, ClockState::Sure), (TrueTime{kNow, ClockState::Doubtful}));
}

TEST(TrueTime, IsDoubtfulWithoutABootIdOrWithABootTimeThatCannotBe) {
    const auto clock_of = [](const DeviceTime& noted, const DeviceTime& told) {
        return true_time(noted, told, kNow, ClockState::Sure).clock;
    };
    EXPECT_EQ(clock_of(device(kNow, "", 1s), device(kNow, "", 2s)), ClockState::Doubtful);
    EXPECT_EQ(clock_of(device(kNow, "a", 3s), device(kNow, "a", 2s)), ClockState::Doubtful);
    EXPECT_EQ(clock_of(device(kNow, "a", -3s), device(kNow, "a", 2s)), ClockState::Doubtful);
    EXPECT_EQ(clock_of(device(kNow, "a", 0s), device(kNow, "a", 24h * 400)), ClockState::Doubtful);
    EXPECT_EQ(clock_of(device(base::Instant::min(), "a", base::BootTime::min()),
                       device(base::Instant::max(), "a", base::BootTime::max())),
              ClockState::Doubtful);
    EXPECT_EQ(clock_of(device(kNow, "a", 2s), device(kNow, "a", 2s)), ClockState::Sure);
}

TEST(Skew, TellsHowFarADevicesClockIsAheadWhateverItShows) {
    EXPECT_EQ(skew(device(kNow + 61s, "a", 0s), kNow), 61s);
    EXPECT_EQ(skew(device(kNow - 1h, "a", 0s), kNow), -1h);
    EXPECT_LT(skew(device(base::Instant::min(), "a", 0s), kNow), -24h);
    EXPECT_GT(skew(device(base::Instant::max(), "a", 0s), -kNow.time_since_epoch() + base::Instant{}), 24h);
}

ServerClockEvidence kept_by_a_time_service() {
    ServerClockEvidence evidence;
    evidence.now = kNow;
    evidence.synchronised = true;
    return evidence;
}
ClockDifference seen(std::chrono::milliseconds ahead, std::chrono::microseconds ago = 0us) {
    return {ahead, kNow - ago};
}

TEST(ServerClock, IsSureOnlyWhenNothingSpeaksAgainstIt) {
    auto evidence = kept_by_a_time_service();
    EXPECT_EQ(judge(evidence), ClockState::Sure);
    evidence.synchronised = false;
    EXPECT_EQ(judge(evidence), ClockState::Doubtful);
    evidence = kept_by_a_time_service();
    evidence.last_event_at = kNow;
    EXPECT_EQ(judge(evidence), ClockState::Sure);
    evidence.last_event_at = kNow + 1us;
    EXPECT_EQ(judge(evidence), ClockState::Doubtful);
}

TEST(ServerClock, IsDoubtfulMoreThanAMinuteFromTheCaseSystems) {
    auto evidence = kept_by_a_time_service();
    for (const auto ahead : {60s, -60s}) {
        evidence.from_case_system = seen(ahead, 24h * 30);
        EXPECT_EQ(judge(evidence), ClockState::Sure);
    }
    for (const auto ahead : {60001ms, -60001ms, std::chrono::milliseconds::min()}) {
        evidence.from_case_system = seen(ahead);
        EXPECT_EQ(judge(evidence), ClockState::Doubtful);
    }
}

TEST(ServerClock, WithoutATimeServiceIsSureOnlyOnceTheCaseSystemsTimeWasSeenAndForAWhile) {
    ServerClockEvidence evidence;
    evidence.now = kNow;
    evidence.only_case_system = true;
    EXPECT_EQ(judge(evidence), ClockState::Doubtful) << "nobody has vouched for it yet";
    evidence.from_case_system = seen(1s);
    EXPECT_EQ(judge(evidence), ClockState::Sure);
    evidence.from_case_system = seen(1s, kCaseSystemVouchesFor);
    EXPECT_EQ(judge(evidence), ClockState::Sure);
    evidence.from_case_system = seen(1s, std::chrono::microseconds(kCaseSystemVouchesFor) + 1us);
    EXPECT_EQ(judge(evidence), ClockState::Doubtful);
    evidence.from_case_system = seen(1s, -1us);
    EXPECT_EQ(judge(evidence), ClockState::Doubtful) << "the clock was set back since";
}

}  // namespace
}  // namespace domain
