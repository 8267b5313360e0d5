// The disk that loses what was not synced: it must lose, and it must not lose what was synced.

#include "tests/support/lossy/lossy_vfs.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include "tests/support/lossy/lossy_disk.h"

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSeeds = 200;

TEST(LossyFile, WhatWasSyncedIsThereAfterEveryCut) {
    support::LossyFile file;
    file.write(0, "one");
    file.sync();
    file.write(3, "two");
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        support::Chance chance(seed);
        EXPECT_EQ(file.after_power_cut(chance).substr(0, 3), "one") << "seed " << seed;
    }
}

TEST(LossyFile, WhatWasNotSyncedIsSometimesThereSometimesNotAndSometimesInPart) {
    support::LossyFile file;
    file.write(0, std::string(4 * support::LossyFile::kSectorBytes, 'x'));
    int none = 0;
    int all = 0;
    int part = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        support::Chance chance(seed);
        const std::string content = file.after_power_cut(chance);
        const auto written = static_cast<std::size_t>(std::count(content.begin(), content.end(), 'x'));
        if (written == 0)
            ++none;
        else if (written == 4 * support::LossyFile::kSectorBytes)
            ++all;
        else
            ++part;
    }
    EXPECT_GT(none, 0);
    EXPECT_GT(all, 0);
    EXPECT_GT(part, 0);
}

TEST(LossyFolder, AFileWhoseNameWasNotSyncedMayBeGoneAndARemovedOneMayBeBack) {
    support::LossyFolder folder;
    folder.found("old", "content");
    folder.removed("old");
    folder.created("new");
    int old_back = 0;
    int new_there = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        support::Chance chance(seed);
        const auto disk = folder.after_power_cut(chance);
        if (disk.at("old")) ++old_back;
        if (disk.at("new")) ++new_there;
    }
    EXPECT_GT(old_back, 0);
    EXPECT_LT(old_back, static_cast<int>(kSeeds));
    EXPECT_GT(new_there, 0);
    EXPECT_LT(new_there, static_cast<int>(kSeeds));
    folder.sync_names();
    support::Chance chance(1);
    const auto disk = folder.after_power_cut(chance);
    EXPECT_FALSE(disk.at("old"));
    EXPECT_TRUE(disk.at("new"));
}

class LossyVfsTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = fs::temp_directory_path() / "lossy-XXXXXX";
        folder_ = mkdtemp(name.data());
    }
    void TearDown() override { fs::remove_all(folder_); }

    sqlite3* open(const char* synchronous) {
        sqlite3* database = nullptr;
        const std::string path = folder_ / "small.db";
        EXPECT_EQ(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                  disk_.name().c_str()),
                  SQLITE_OK);
        const std::string setup = std::string("PRAGMA journal_mode=WAL; PRAGMA synchronous=") + synchronous +
                                  "; CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY)";
        sqlite3_exec(database, setup.c_str(), nullptr, nullptr, nullptr);
        return database;
    }

    /// Rows that were acknowledged but are not there after a cut at a random moment.
    int lost(const char* synchronous, std::uint64_t seed) {
        sqlite3* database = open(synchronous);
        disk_.settle();
        sqlite3_exec(database, "DELETE FROM entry", nullptr, nullptr, nullptr);
        disk_.settle();
        disk_.cut_after(1 + seed % 97);
        int acknowledged = 0;
        while (acknowledged < 200 && sqlite3_exec(database, "INSERT INTO entry DEFAULT VALUES", nullptr,
                                                  nullptr, nullptr) == SQLITE_OK)
            ++acknowledged;
        sqlite3_close(database);
        disk_.cut_now();
        disk_.restart(seed);
        database = open(synchronous);
        int found = 0;
        const auto read = [](void* out, int, char** values, char**) {
            *static_cast<int*>(out) = std::atoi(values[0]);
            return 0;
        };
        sqlite3_exec(database, "SELECT count(*) FROM entry", read, &found, nullptr);
        sqlite3_close(database);
        return acknowledged - found;
    }

    fs::path folder_;
    support::LossyVfs disk_{"lossy-test"};
};

TEST_F(LossyVfsTest, LosesNothingThatSqliteSyncedBeforeItAnswered) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) EXPECT_LE(lost("FULL", seed), 0) << "seed " << seed;
}

TEST_F(LossyVfsTest, LosesRowsWhenSqliteDoesNotSync) {
    int seeds_with_loss = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        if (lost("OFF", seed) > 0) ++seeds_with_loss;
    }
    EXPECT_GT(seeds_with_loss, static_cast<int>(kSeeds) / 10);
}

TEST_F(LossyVfsTest, GivesTheSameFilesForTheSameSeed) {
    const auto run = [this] {
        fs::remove_all(folder_);
        fs::create_directory(folder_);
        lost("FULL", 7);
        std::ifstream in(folder_ / "small.db", std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const std::string first = run();
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(first, run());
}

}  // namespace
