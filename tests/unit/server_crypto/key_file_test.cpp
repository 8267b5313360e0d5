#include "server/crypto/key_file.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/crypto/bytes.h"

namespace {

using base::ErrorKind;

class KeyFileTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = std::filesystem::temp_directory_path() / "keys-XXXXXX";
        folder_ = mkdtemp(name.data());
        path_ = folder_ / "hub.key";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path folder_;
    std::string path_;
    base::SystemEntropy entropy_;
};

TEST_F(KeyFileTest, ANewKeyIsReadBackAndOnlyItsOwnerMayReadIt) {
    ASSERT_TRUE(server::crypto::create_key_file(path_, entropy_));
    struct stat status {};
    ASSERT_EQ(stat(path_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    const auto key = server::crypto::read_key_file(path_);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->reveal().size(), server::crypto::kKeyBytes);
    EXPECT_EQ(key->reveal_text(), server::crypto::read_key_file(path_)->reveal_text());
}

TEST_F(KeyFileTest, AKeyThatIsThereIsNeverReplaced) {
    ASSERT_TRUE(server::crypto::create_key_file(path_, entropy_));
    const std::string before = server::crypto::read_key_file(path_)->reveal_text();
    EXPECT_EQ(server::crypto::create_key_file(path_, entropy_).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(server::crypto::read_key_file(path_)->reveal_text(), before);
}

TEST_F(KeyFileTest, AMissingKeyIsToldWithWhatToDo) {
    const auto key = server::crypto::read_key_file(path_);
    EXPECT_EQ(key.error().kind, ErrorKind::NotFound);
    EXPECT_NE(key.error().message.find("hubctl init"), std::string::npos);
}

TEST_F(KeyFileTest, AKeyThatOthersMayReadIsRefused) {
    ASSERT_TRUE(server::crypto::create_key_file(path_, entropy_));
    ASSERT_EQ(chmod(path_.c_str(), 0640), 0);
    EXPECT_EQ(server::crypto::read_key_file(path_).error().kind, ErrorKind::Unauthorized);
}

TEST_F(KeyFileTest, AKeyOfAnotherSizeIsRefused) {
    for (const std::size_t size :
         {std::size_t{0}, server::crypto::kKeyBytes - 1, server::crypto::kKeyBytes + 1}) {
        std::ofstream(path_, std::ios::binary) << std::string(size, 'k');
        ASSERT_EQ(chmod(path_.c_str(), 0600), 0);
        EXPECT_EQ(server::crypto::read_key_file(path_).error().kind, ErrorKind::Corrupt) << size;
    }
}

TEST_F(KeyFileTest, AKeyIsNotWrittenIntoAMissingFolder) {
    EXPECT_EQ(server::crypto::create_key_file(folder_ / "missing" / "hub.key", entropy_).error().kind,
              ErrorKind::Unavailable);
}

}  // namespace
