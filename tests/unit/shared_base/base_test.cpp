#include <gtest/gtest.h>

#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/base/instant.h"
#include "shared/base/log.h"
#include "shared/base/secret.h"
#include "shared/base/time_of_day.h"

namespace {

using base::parse_instant;

TEST(Instant, ReadsZuluOffsetsAndNanoseconds) {
    EXPECT_EQ(parse_instant("2026-10-02T09:02:00.123456789+01:00").value(),
              parse_instant("2026-10-02T08:02:00.123456Z").value());
    EXPECT_EQ(base::to_text(parse_instant("2026-10-02T09:02:00+01:00").value()), "2026-10-02T08:02:00Z");
    EXPECT_EQ(base::to_text(parse_instant("2026-10-02T23:30:00.5-01:00").value()),
              "2026-10-03T00:30:00.500000Z");
}

TEST(Instant, RefusesWhatIsNotADateTime) {
    for (const char* text :
         {"", "2026-10-02", "2026-02-30T10:00:00Z", "2026-10-02T24:00:00Z", "2026-10-02T10:60:00Z",
          "2026-10-02T10:00:00", "2026-10-02T10:00:00.Z", "2026-10-02T10:00:00.1234567890Z",
          "2026-10-02T10:00:00Z ", "+026-10-02T10:00:00Z", "1969-12-31T23:59:59Z", "2026-10-02T10:00:00+1:00",
          "2026-10-02 10:00:00Z"}) {
        EXPECT_FALSE(parse_instant(text)) << text;
    }
}

TEST(Entropy, MakesDistinctVersionFourIds) {
    base::SystemEntropy entropy;
    const std::string id = base::new_uuid(entropy);
    EXPECT_TRUE(base::is_uuid(id));
    EXPECT_EQ(id[14], '4');
    EXPECT_NE(id, base::new_uuid(entropy));
    EXPECT_FALSE(base::is_uuid("58963698-0f2e-4d6e-a072-0e2cf351f3bg"));
    EXPECT_FALSE(base::is_uuid("5896369800f2e-4d6e-a072-0e2cf351f3b2"));
}

TEST(Entropy, MakesIdsThatSortByTheTimeTheyWereMade) {
    base::SystemEntropy entropy;
    const auto noon = parse_instant("2026-11-21T12:00:00.123Z").value();
    const std::string id = base::new_uuid_at(entropy, noon);
    EXPECT_TRUE(base::is_uuid(id));
    EXPECT_EQ(id.substr(0, 15), "01a1fdfa-467b-7");
    EXPECT_NE(id, base::new_uuid_at(entropy, noon));
    EXPECT_LT(id, base::new_uuid_at(entropy, noon + std::chrono::milliseconds(1)));
    EXPECT_EQ(base::new_uuid_at(entropy, base::Instant{}).substr(0, 15), "00000000-0000-7");
}

TEST(Clock, BootTimeOnlyCountsOn) {
    const base::SystemClock clock;
    const auto before = clock.boot_time();
    EXPECT_GE(clock.boot_time(), before);
    EXPECT_EQ(clock.boot_id().size(), 36u);
}

std::string last_line;

TEST(Log, WritesEventAndFields) {
    base::log::set_sink([](std::string_view line) { last_line = line; });
    base::log::info("kiosk_seen", {{"kiosk", base::StrongId<struct K>("front")}, {"waiting", 3}});
    base::log::set_sink(nullptr);
    EXPECT_EQ(last_line, "kiosk_seen kiosk=front waiting=3");
}

TEST(Secret, KeepsItsBytesThroughCopies) {
    base::Secret secret("abc");
    const base::Secret copy = secret;
    secret = base::Secret("longer than before");
    EXPECT_EQ(copy.reveal_text(), "abc");
    EXPECT_EQ(secret.reveal_text(), "longer than before");
}

TEST(TimeOfDay, IsFourDigitsAroundAColon) {
    EXPECT_EQ(base::parse_time_of_day("00:00"), std::chrono::minutes{0});
    EXPECT_EQ(base::parse_time_of_day("23:59"), std::chrono::minutes{23 * 60 + 59});
    for (const char* text : {"", "24:00", "12:60", "9:30", "1x:30", "12:3x", "12-30", "12:300", "-1:30"}) {
        EXPECT_EQ(base::parse_time_of_day(text).error().kind, base::ErrorKind::InvalidInput) << text;
    }
}

}  // namespace
