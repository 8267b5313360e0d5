#include <gtest/gtest.h>

#include "shared/protocol/sending.h"

namespace {

protocol::Sending sample() {
    return {{base::parse_instant("2026-11-22T14:07:00.5Z").value(), "6f2c8f6e-0d53-4a3e-9d2b-6a0e7a0c1b11",
             base::BootTime{81'234'567}},
            false};
}

TEST(SendingHeader, ReadsBackWhatItWrites) {
    protocol::Sending sending = sample();
    EXPECT_EQ(protocol::sending_from_header(protocol::to_header(sending)).value(), sending);
    sending.recorded_offline = true;
    EXPECT_EQ(protocol::sending_from_header(protocol::to_header(sending)).value(), sending);
}

TEST(SendingHeader, IsWrittenAsTheDocumentSays) {
    EXPECT_EQ(protocol::to_header(sample()),
              "wall=\"2026-11-22T14:07:00.500000Z\", boot_id=\"6f2c8f6e-0d53-4a3e-9d2b-6a0e7a0c1b11\", "
              "since_boot_us=81234567");
}

TEST(SendingHeader, CarriesAClockOf1970) {
    protocol::Sending sending = sample();
    sending.told.wall = base::Instant{};
    sending.told.since_boot = base::BootTime{0};
    EXPECT_EQ(protocol::sending_from_header(protocol::to_header(sending)).value(), sending);
}

TEST(SendingHeader, FitsItsLimit) {
    protocol::Sending sending = sample();
    sending.told.since_boot = base::BootTime::max();
    sending.recorded_offline = true;
    EXPECT_LE(protocol::to_header(sending).size(), protocol::kSendingHeaderBytesMax);
}

TEST(SendingHeader, AnythingElseIsRefused) {
    const std::string good = protocol::to_header(sample());
    const std::string boot = "6f2c8f6e-0d53-4a3e-9d2b-6a0e7a0c1b11";
    const std::string wall = "wall=\"2026-11-22T14:07:00Z\"";
    for (const std::string& text : {
             std::string(),
             std::string("x"),
             wall,
             good + " ",
             good + "1x",
             " " + good,
             good + ", recorded_offline, recorded_offline",
             good + ", other",
             wall + ", boot_id=\"me\", since_boot_us=1",
             wall + ", boot_id=\"" + boot + "\", since_boot_us=-1",
             wall + ", boot_id=\"" + boot + "\", since_boot_us=99999999999999999999",
             wall + ", boot_id=\"" + boot + "\", since_boot_us=",
             "wall=\"yesterday\", boot_id=\"" + boot + "\", since_boot_us=1",
             good + std::string(protocol::kSendingHeaderBytesMax, '0'),
         }) {
        EXPECT_FALSE(protocol::sending_from_header(text)) << text;
    }
}

}  // namespace
