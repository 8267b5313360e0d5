#include "kiosk/journal/journal.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

namespace {

using kiosk::journal::Journal;
using kiosk::journal::KeptRecord;
using kiosk::journal::Options;
using kiosk::journal::Record;
using kiosk::journal::RecordKind;
using kiosk::journal::RecordState;

const base::Instant kNow = base::parse_instant("2026-11-22T14:00:00Z").value();

Record record(int number, RecordKind kind = RecordKind::Arrival) {
    const std::string tail = std::to_string(100'000'000'000 + number);
    return {"00000000-0000-4000-8000-" + tail, kind, domain::ArrivalId("a" + tail), "{\"n\":" + tail + "}"};
}

std::vector<KeptRecord> waiting(Journal& journal) {
    auto records = journal.unaccepted().value();
    std::erase_if(records, [](const KeptRecord& kept) { return kept.state != RecordState::Waiting; });
    return records;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

class JournalTest : public testing::Test {
protected:
    JournalTest() {
        folder_ = std::filesystem::temp_directory_path() /
                  (std::string("kiosk-journal-") + std::to_string(::getpid()) + '-' +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
    }
    ~JournalTest() override { std::filesystem::remove_all(folder_); }

    std::string path() const { return (folder_ / "journal.db").string(); }
    Journal open(const Options& options = {}) const {
        auto journal = Journal::open(path(), options);
        EXPECT_TRUE(journal) << journal.error().message;
        return std::move(journal).value();
    }
    void sql(const std::string& statement) const {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database);
        sqlite3_close(database);
    }
    base::Error refusal() const {
        auto journal = Journal::open(path());
        EXPECT_FALSE(journal);
        return journal ? base::Error{} : journal.error();
    }

    std::filesystem::path folder_;
};

TEST_F(JournalTest, KeepsARecordOverARestart) {
    ASSERT_TRUE(open().append(record(1), kNow));
    Journal again = open();
    const auto waits = waiting(again);
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_EQ(waits[0].record, record(1));
    EXPECT_EQ(waits[0].state, RecordState::Waiting);
    EXPECT_FALSE(waits[0].told_saved_here);
}

TEST_F(JournalTest, GivesWhatWaitsInTheOrderItWasWritten) {
    Journal journal = open();
    for (const int number : {5, 3, 9}) ASSERT_TRUE(journal.append(record(number), kNow));
    ASSERT_TRUE(journal.accepted(record(3).key, kNow));
    const auto waits = waiting(journal);
    ASSERT_EQ(waits.size(), 2U);
    EXPECT_EQ(waits[0].record, record(5));
    EXPECT_EQ(waits[1].record, record(9));
}

TEST_F(JournalTest, TheSameActTwiceIsOneRecord) {
    Journal journal = open();
    ASSERT_TRUE(journal.append(record(1), kNow));
    ASSERT_TRUE(journal.append(record(1), kNow));
    EXPECT_EQ(journal.all().value().size(), 1U);
}

TEST_F(JournalTest, AnotherActUnderTheSameKeyIsAConflict) {
    Journal journal = open();
    ASSERT_TRUE(journal.append(record(1), kNow));
    Record other = record(1);
    other.body = "{}";
    const auto done = journal.append(other, kNow);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, base::ErrorKind::Conflict);
    EXPECT_EQ(journal.all().value().at(0).record, record(1));
}

TEST_F(JournalTest, WhatIsRefusedForGoodStaysAndIsCounted) {
    Journal journal = open();
    ASSERT_TRUE(journal.append(record(1), kNow));
    ASSERT_TRUE(journal.append(record(2), kNow));
    ASSERT_TRUE(journal.needs_person(record(1).key, 422));
    EXPECT_EQ(journal.unaccepted().value().size(), 2U);
    EXPECT_EQ(waiting(journal).size(), 1U);
    const KeptRecord kept = journal.all().value().at(0);
    EXPECT_EQ(kept.state, RecordState::NeedsPerson);
    EXPECT_EQ(kept.last_status, 422);
    ASSERT_TRUE(journal.send_again());
    EXPECT_EQ(waiting(journal).size(), 2U);
}

TEST_F(JournalTest, AnAcceptedRecordStaysAccepted) {
    Journal journal = open();
    ASSERT_TRUE(journal.append(record(1), kNow));
    ASSERT_TRUE(journal.accepted(record(1).key, kNow));
    ASSERT_TRUE(journal.needs_person(record(1).key, 422));
    ASSERT_TRUE(journal.send_again());
    EXPECT_EQ(journal.unaccepted().value().size(), 0U);
}

TEST_F(JournalTest, RemembersThatThePersonWasToldSavedHere) {
    ASSERT_TRUE(open().append(record(1), kNow));
    ASSERT_TRUE(open().told_saved_here(record(1).key));
    EXPECT_TRUE(open().unaccepted().value().at(0).told_saved_here);
}

TEST_F(JournalTest, CountsTriesThatMayPass) {
    Journal journal = open();
    ASSERT_TRUE(journal.append(record(1), kNow));
    ASSERT_TRUE(journal.tried(record(1).key, 503));
    ASSERT_TRUE(journal.tried(record(1).key, 409));
    const KeptRecord kept = journal.unaccepted().value().at(0);
    EXPECT_EQ(kept.tries, 2U);
    EXPECT_EQ(kept.last_status, 409);
}

TEST_F(JournalTest, AnUnknownKeyIsNotFound) {
    Journal journal = open();
    EXPECT_EQ(journal.accepted("none", kNow).error().kind, base::ErrorKind::NotFound);
    EXPECT_EQ(journal.told_saved_here("none").error().kind, base::ErrorKind::NotFound);
}

TEST_F(JournalTest, OnlyRecordsAcceptedLongAgoAreTidiedAway) {
    Journal journal = open();
    for (const int number : {1, 2, 3, 4}) ASSERT_TRUE(journal.append(record(number), kNow));
    ASSERT_TRUE(journal.accepted(record(1).key, kNow));
    ASSERT_TRUE(journal.accepted(record(2).key, kNow + std::chrono::microseconds{1}));
    ASSERT_TRUE(journal.needs_person(record(3).key, 400));
    ASSERT_TRUE(journal.tidy(kNow + kiosk::journal::kAcceptedKept + std::chrono::microseconds{1}));
    const auto left = journal.all().value();
    ASSERT_EQ(left.size(), 3U);
    EXPECT_EQ(left[0].record, record(2));
    EXPECT_EQ(left[1].record, record(3));
    EXPECT_EQ(left[2].record, record(4));
}

TEST_F(JournalTest, TheFileItselfRefusesToDropOrRewriteWhatWaits) {
    ASSERT_TRUE(open().append(record(1), kNow));
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(database, "DELETE FROM record", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(database, "UPDATE record SET body = '{}'", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    EXPECT_EQ(open().unaccepted().value().at(0).record, record(1));
}

TEST_F(JournalTest, ASecondKioskOnTheSameJournalIsRefused) {
    const Journal first = open();
    const base::Error error = refusal();
    EXPECT_EQ(error.kind, base::ErrorKind::Unavailable);
    EXPECT_THAT(error.message, testing::HasSubstr("another hub-kiosk"));
}

TEST_F(JournalTest, AFullDiskRefusesTheActAndKeepsWhatIsThere) {
    Options options;
    options.pages_max = 12;
    unsigned written = 0;
    constexpr int kMany = 1000;
    {
        Journal journal = open(options);
        for (int number = 0; number < kMany; ++number) {
            Record large = record(number);
            large.body = std::string(1000, 'x');
            const auto done = journal.append(large, kNow);
            if (!done) {
                EXPECT_EQ(done.error().kind, base::ErrorKind::Unavailable);
                break;
            }
            ++written;
        }
        ASSERT_GT(written, 5U);
        ASSERT_LT(written, static_cast<unsigned>(kMany));
        EXPECT_EQ(journal.unaccepted().value().size(), written);
        EXPECT_EQ(journal.try_write().error().kind, base::ErrorKind::Unavailable);
        ASSERT_TRUE(journal.accepted(record(0).key, kNow));
    }
    EXPECT_EQ(open().all().value().size(), written);
}

TEST_F(JournalTest, TryingToWriteLeavesNothingBehind) {
    Journal journal = open();
    ASSERT_TRUE(journal.try_write());
    EXPECT_TRUE(journal.all().value().empty());
}

TEST_F(JournalTest, AnUnwritableFolderIsToldInASentence) {
    write(folder_, "a file where the folder should be");
    const base::Error error = refusal();
    EXPECT_EQ(error.kind, base::ErrorKind::Unavailable);
    EXPECT_THAT(error.message, testing::HasSubstr(path()));
}

TEST_F(JournalTest, AJournalOfANewerProgramIsRefusedAndLeftAlone) {
    ASSERT_TRUE(open().append(record(1), kNow));
    sql("PRAGMA user_version = 99");
    const std::string before = bytes_of(path());
    const base::Error error = refusal();
    EXPECT_EQ(error.kind, base::ErrorKind::Corrupt);
    EXPECT_THAT(error.message, testing::HasSubstr("newer"));
    EXPECT_EQ(bytes_of(path()), before);
}

TEST_F(JournalTest, AnotherProgramsDatabaseIsRefusedAndLeftAlone) {
    std::filesystem::create_directories(folder_);
    sql("CREATE TABLE other (a); INSERT INTO other VALUES (1)");
    const std::string before = bytes_of(path());
    EXPECT_THAT(refusal().message, testing::HasSubstr("not a kiosk's journal"));
    EXPECT_EQ(bytes_of(path()), before);
}

TEST_F(JournalTest, GarbageIsRefusedAndLeftAlone) {
    std::filesystem::create_directories(folder_);
    const std::string garbage(20'000, 'g');
    write(path(), garbage);
    EXPECT_EQ(refusal().kind, base::ErrorKind::Corrupt);
    EXPECT_EQ(bytes_of(path()), garbage);
}

TEST_F(JournalTest, ADamagedJournalIsRefusedAndLeftAlone) {
    {
        Journal journal = open();
        for (int number = 0; number < 200; ++number) ASSERT_TRUE(journal.append(record(number), kNow));
    }
    std::string bytes = bytes_of(path());
    constexpr std::size_t kPage = 4096;
    ASSERT_GT(bytes.size(), 6 * kPage);
    for (std::size_t at = 2 * kPage; at < 4 * kPage; ++at) bytes[at] = '\x5a';
    write(path(), bytes);
    EXPECT_EQ(refusal().kind, base::ErrorKind::Corrupt);
    EXPECT_EQ(bytes_of(path()), bytes);
}

TEST_F(JournalTest, ATruncatedJournalIsRefusedAndLeftAlone) {
    {
        Journal journal = open();
        for (int number = 0; number < 200; ++number) ASSERT_TRUE(journal.append(record(number), kNow));
    }
    const std::string bytes = bytes_of(path()).substr(0, 3 * 4096 + 17);
    write(path(), bytes);
    EXPECT_EQ(refusal().kind, base::ErrorKind::Corrupt);
    EXPECT_EQ(bytes_of(path()), bytes);
}

}  // namespace
