// What is refused at the door, with nothing changed.

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/crypto/bytes.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"
#include "tests/unit/server_store/raw_database.h"

namespace {

namespace fs = std::filesystem;
namespace sample = support::sample;
using base::ErrorKind;
using server::store::Options;
using server::store::Role;
using support::RawDatabase;
using support::StoreFolder;

/// Not root, who may read and write anywhere.
class AsNobody {
public:
    AsNobody() : self_(geteuid()) {
        if (self_ == 0) {
            EXPECT_EQ(seteuid(kNobody), 0);
        }
    }
    ~AsNobody() {
        if (self_ == 0) {
            EXPECT_EQ(seteuid(self_), 0);
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    const uid_t self_;
};

class OpeningTest : public testing::Test {
protected:
    void fill(int events = 5) {
        auto store = folder_.open().value();
        ASSERT_TRUE(store->write_and_wait([&](server::app::Transaction& changes) -> base::Done {
            TRY_DONE(changes.put(sample::person("Nazir")));
            for (int i = 0; i < events; ++i)
                TRY_DONE(changes.append(sample::event("e" + std::to_string(i), "Nazir")));
            return {};
        }));
    }
    /// Opens, expects a refusal of this kind, and that not a byte changed. Returns the sentence.
    std::string refused(ErrorKind kind) {
        const std::string before = StoreFolder::bytes(folder_.database());
        const auto store = folder_.open();
        EXPECT_FALSE(store);
        EXPECT_EQ(StoreFolder::bytes(folder_.database()), before) << "something was overwritten";
        if (store) return {};
        EXPECT_EQ(store.error().kind, kind) << store.error().message;
        return store.error().message;
    }
    void overwrite(std::size_t offset, std::string_view bytes) {
        std::fstream file(folder_.database(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(offset));
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    StoreFolder folder_;
};

TEST_F(OpeningTest, AMissingDatabaseIsNotMadeUnasked) {
    fs::remove(folder_.database());
    const auto store = folder_.open();
    EXPECT_EQ(store.error().kind, ErrorKind::NotFound);
    EXPECT_NE(store.error().message.find("hubctl init"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder_.database()));
}

TEST_F(OpeningTest, AnExistingDatabaseIsNotReplacedByANewOne) {
    fill();
    const std::string before = StoreFolder::bytes(folder_.database());
    EXPECT_EQ(server::store::SqliteStore::create(folder_.path(), folder_.vault()).error().kind,
              ErrorKind::Conflict);
    EXPECT_EQ(StoreFolder::bytes(folder_.database()), before);
}

TEST_F(OpeningTest, ANewDatabaseMayBeReadByItsOwnerOnly) {
    struct stat status {};
    ASSERT_EQ(stat(folder_.database().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(OpeningTest, ASecondServerIsRefusedAndAToolIsNot) {
    const auto first = folder_.open();
    ASSERT_TRUE(first);
    const auto second = folder_.open();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Conflict);
    EXPECT_NE(second.error().message.find("another hub-server"), std::string::npos);
    EXPECT_TRUE(folder_.open({.role = Role::Tool}));
}

TEST_F(OpeningTest, AServerMayFollowOneThatEnded) {
    { ASSERT_TRUE(folder_.open()); }
    EXPECT_TRUE(folder_.open());
}

TEST_F(OpeningTest, ANewerDatabaseIsRefused) {
    fill();
    { ASSERT_TRUE(RawDatabase(folder_.database()).run("PRAGMA user_version = 999")); }
    EXPECT_NE(refused(ErrorKind::Corrupt).find("newer version"), std::string::npos);
}

TEST_F(OpeningTest, ADatabaseWhoseTablesAreNotThoseOfItsVersionIsRefused) {
    fill();
    { ASSERT_TRUE(RawDatabase(folder_.database()).run("ALTER TABLE kiosk_health DROP COLUMN refused_at")); }
    EXPECT_NE(refused(ErrorKind::Corrupt).find("not those of its version"), std::string::npos);
}

TEST_F(OpeningTest, ANewerDatabaseIsRefusedWhenOnlyItsLogSaysSo) {
    fill();
    const fs::path log = folder_.database() + "-wal";
    {
        RawDatabase raw(folder_.database());
        ASSERT_TRUE(raw.run("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 999"));
        const std::string log_bytes = StoreFolder::bytes(log);
        const std::string file_bytes = StoreFolder::bytes(folder_.database());
        ASSERT_FALSE(log_bytes.empty());
        fs::create_directory(fs::path(folder_.path()) / "kept");
        std::ofstream(fs::path(folder_.path()) / "kept" / "db", std::ios::binary) << file_bytes;
        std::ofstream(fs::path(folder_.path()) / "kept" / "wal", std::ios::binary) << log_bytes;
    }
    fs::copy_file(fs::path(folder_.path()) / "kept" / "db", folder_.database(),
                  fs::copy_options::overwrite_existing);
    fs::copy_file(fs::path(folder_.path()) / "kept" / "wal", log, fs::copy_options::overwrite_existing);
    EXPECT_NE(refused(ErrorKind::Corrupt).find("newer version"), std::string::npos);
    EXPECT_EQ(StoreFolder::bytes(log), StoreFolder::bytes(fs::path(folder_.path()) / "kept" / "wal"));
}

TEST_F(OpeningTest, AnotherProgramsDatabaseIsRefused) {
    fs::remove(folder_.database());
    { ASSERT_TRUE(RawDatabase(folder_.database()).run("CREATE TABLE recipe (name TEXT)")); }
    EXPECT_NE(refused(ErrorKind::Corrupt).find("not a hub's"), std::string::npos);
}

TEST_F(OpeningTest, AnEmptyFileIsRefused) {
    std::ofstream(folder_.database(), std::ios::trunc).close();
    EXPECT_NE(refused(ErrorKind::Corrupt).find("empty"), std::string::npos);
}

TEST_F(OpeningTest, GarbageIsRefused) {
    for (const std::size_t size : {1, 99, 100, 5000}) {
        std::ofstream(folder_.database(), std::ios::trunc) << std::string(size, '?');
        EXPECT_NE(refused(ErrorKind::Corrupt).find("no database"), std::string::npos) << size << " bytes";
    }
}

TEST_F(OpeningTest, ATruncatedDatabaseIsRefusedWhereverItWasCut) {
    fill();
    const auto whole = fs::file_size(folder_.database());
    const std::string bytes = StoreFolder::bytes(folder_.database());
    for (auto size = whole - 1; size > 4096; size -= std::min(size, whole / 13)) {
        fs::resize_file(folder_.database(), size);
        EXPECT_NE(refused(ErrorKind::Corrupt).find("cut short"), std::string::npos) << size << " bytes";
        std::ofstream(folder_.database(), std::ios::binary) << bytes;
    }
}

TEST_F(OpeningTest, ADamagedPageIsRefused) {
    fill();
    const std::string bytes = StoreFolder::bytes(folder_.database());
    constexpr std::size_t kPageBytes = 4096;
    std::size_t refusals = 0;
    const std::size_t pages = bytes.size() / kPageBytes;
    for (std::size_t page = 1; page < pages; ++page) {
        overwrite(page * kPageBytes, std::string(64, '\xff'));
        EXPECT_FALSE(refused(ErrorKind::Corrupt).empty()) << "page " << page;
        ++refusals;
        std::ofstream(folder_.database(), std::ios::binary) << bytes;
    }
    EXPECT_GT(refusals, 10u);
    EXPECT_TRUE(folder_.open()) << "the file without damage opens";
}

TEST_F(OpeningTest, AnotherHubsKeyIsRefused) {
    fill();
    base::SystemEntropy entropy;
    server::crypto::HubVault other(
        base::Secret(std::string_view(std::string(server::crypto::kKeyBytes, 'x'))), entropy);
    const std::string before = StoreFolder::bytes(folder_.database());
    const auto store = server::store::SqliteStore::open(folder_.path(), other);
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().message.find("hub's key"), std::string::npos);
    EXPECT_EQ(StoreFolder::bytes(folder_.database()), before);
}

TEST_F(OpeningTest, AFolderThatCannotBeWrittenIsRefused) {
    fill();
    ASSERT_EQ(chmod(folder_.database().c_str(), 0444), 0);
    ASSERT_EQ(chmod((folder_.path() + "/hub.lock").c_str(), 0444), 0);
    ASSERT_EQ(chmod(folder_.path().c_str(), 0555), 0);
    std::string sentence;
    {
        const AsNobody nobody;
        sentence = refused(ErrorKind::Unavailable);
    }
    EXPECT_NE(sentence.find("cannot be written"), std::string::npos);
    ASSERT_EQ(chmod(folder_.path().c_str(), 0755), 0);
}

TEST_F(OpeningTest, AFolderWhoseDatabaseCannotBeReadIsRefused) {
    fill();
    ASSERT_EQ(chmod(folder_.path().c_str(), 0755), 0);
    ASSERT_EQ(chmod(folder_.database().c_str(), 0), 0);
    const AsNobody nobody;
    const auto store = folder_.open();
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().kind, ErrorKind::Unavailable);
}

}  // namespace
