// The number that opens the staff corner: what is on the disk, and what may be there.

#include "kiosk/staff/pin.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/staff/pin_file.h"
#include "kiosk/staff/state_file.h"
#include "kiosk/staff/whole_file.h"

namespace {

using namespace kiosk::staff;
using base::ErrorKind;
using base::Secret;

class StaffFile : public testing::Test {
protected:
    StaffFile()
        : folder_(std::filesystem::temp_directory_path() / ("kiosk-staff-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
    }
    ~StaffFile() override { std::filesystem::remove_all(folder_); }
    std::string path(const char* name) const { return (folder_ / name).string(); }

    std::filesystem::path folder_;
};

TEST(StaffPinHash, OpensToItsNumberAndToNoOther) {
    const auto hash = hash_pin(Secret("204060"), kLeastCost);
    ASSERT_TRUE(hash) << hash.error().message;
    EXPECT_TRUE(is_pin_hash(*hash)) << *hash;
    EXPECT_EQ(hash->find("204060"), std::string::npos);
    EXPECT_TRUE(is_pin(*hash, Secret("204060")));
    for (const char* other : {"204061", "20406", "2040600", "", "204060 "}) {
        EXPECT_FALSE(is_pin(*hash, Secret(other))) << other;
    }
    EXPECT_NE(*hash_pin(Secret("204060"), kLeastCost), *hash) << "salted";
}

TEST(StaffPinHash, CostsWhatItSays) {
    const auto hash = hash_pin(Secret("204060"));
    ASSERT_TRUE(hash) << hash.error().message;
    EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << *hash;
    EXPECT_TRUE(is_pin(*hash, Secret("204060")));
}

TEST(StaffPinHash, OthersAreNotTakenAndNoneMayStopTheKiosk) {
    const std::string good = hash_pin(Secret("204060"), kLeastCost).value();
    EXPECT_TRUE(is_pin_hash(good));
    EXPECT_FALSE(is_pin_hash(""));
    EXPECT_FALSE(is_pin_hash("204060"));
    EXPECT_FALSE(is_pin_hash(good + "\n"));
    EXPECT_FALSE(is_pin_hash(good + std::string(128, 'a')));
    const std::string rest = "$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA";
    EXPECT_TRUE(is_pin_hash("$argon2id$v=19$m=262144,t=10,p=1" + rest));
    EXPECT_FALSE(is_pin_hash("$argon2id$v=19$m=262145,t=10,p=1" + rest)) << "more memory than there is";
    EXPECT_FALSE(is_pin_hash("$argon2id$v=19$m=262144,t=11,p=1" + rest)) << "it would take too long";
    EXPECT_FALSE(is_pin_hash("$argon2id$v=19$m=4294967295,t=1,p=1" + rest));
    EXPECT_FALSE(is_pin_hash("$argon2id$v=19$m=8192,t=1,p=2" + rest));
    EXPECT_FALSE(is_pin_hash("$argon2i$v=19$m=8192,t=3,p=1" + rest));
    EXPECT_FALSE(is_pin("$argon2id$v=19$m=8192,t=1,p=1" + rest, Secret("204060")));
    for (std::size_t size = 0; size < good.size(); ++size) {
        EXPECT_FALSE(is_pin(good.substr(0, size), Secret("204060"))) << size;
    }
}

TEST(StaffPin, HasSixToTwelveDigitsThatAreNotTheFirstToBeGuessed) {
    for (const char* good : {"204060", "112233", "123457", "204060204060"}) {
        EXPECT_TRUE(check_new_pin(good)) << good;
    }
    for (const char* bad :
         {"", "20406", "2040602040601", "20406a", "204 60", "111111", "123456", "654321", "0123456789"}) {
        EXPECT_EQ(check_new_pin(bad).error().kind, ErrorKind::InvalidInput) << bad;
    }
}

TEST_F(StaffFile, OfThePinHoldsItsHashForTheOwnerOnlyAndCanBeReplaced) {
    EXPECT_EQ(read_pin_file(path("staff.pin")).value(), std::nullopt);
    const std::string first = hash_pin(Secret("204060"), kLeastCost).value();
    const std::string second = hash_pin(Secret("305070"), kLeastCost).value();
    ASSERT_TRUE(write_pin_file(path("staff.pin"), first));
    EXPECT_EQ(read_pin_file(path("staff.pin")).value(), first);
    ASSERT_TRUE(write_pin_file(path("staff.pin"), second));
    EXPECT_EQ(read_pin_file(path("staff.pin")).value(), second);
    struct stat found {};
    ASSERT_EQ(::stat(path("staff.pin").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(StaffFile, OfThePinWithAnythingElseIsRefused) {
    for (const std::string& text : {std::string(), std::string("204060\n"), std::string(5000, 'a')}) {
        std::ofstream(path("staff.pin")) << text;
        EXPECT_EQ(read_pin_file(path("staff.pin")).error().kind, ErrorKind::InvalidInput);
    }
}

TEST_F(StaffFile, OfTheStateComesBackAsItWasWritten) {
    EXPECT_EQ(read_state(path("staff.toml")).value(), kiosk::app::StaffState());
    kiosk::app::StaffState state;
    state.out_of_use = true;
    state.languages_off = {"ur", "zh-Hans"};
    state.wrong_pins = 5;
    ASSERT_TRUE(write_state(path("staff.toml"), state));
    EXPECT_EQ(read_state(path("staff.toml")).value(), state);
    ASSERT_TRUE(write_state(path("staff.toml"), {}));
    EXPECT_EQ(read_state(path("staff.toml")).value(), kiosk::app::StaffState());
}

TEST_F(StaffFile, OfTheStateIsReadStrictly) {
    for (const char* bad :
         {"out_of_use = 1", "wrong_pins = 6", "wrong_pins = -1", "languages_off = [\"u r\"]",
          "name = \"Ada\"", "out_of_use = true\nout_of_use = true", "\xff"}) {
        EXPECT_EQ(parse_state(bad, "staff.toml").error().kind, ErrorKind::InvalidInput) << bad;
    }
}

TEST_F(StaffFile, ThatCannotBeWrittenSaysSoAndLeavesWhatWasThere) {
    EXPECT_EQ(write_whole(path("no/such/folder"), "text").error().kind, ErrorKind::Unavailable);
}

TEST(StaffPin, IsNotTakenFromAnythingButATerminal) {
    // Tests have no terminal of their own: setsid() makes sure of it.
    if (::setsid() < 0 && ::access("/dev/tty", R_OK) == 0) GTEST_SKIP() << "there is a terminal";
    EXPECT_EQ(ask_for_pin("/nowhere").error().kind, ErrorKind::InvalidInput);
}

}  // namespace
