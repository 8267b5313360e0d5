// The folders between the hub and a provider, on a real file system.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "server/case_system/batch_file.h"
#include "server/case_system/csv_drop.h"
#include "shared/base/entropy.h"

namespace server::case_system {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kBatch = "01936a3e-0000-7000-8000-000000000001";

class Folders : public testing::Test {
protected:
    Folders() : folder_(fs::temp_directory_path() / ("hub-drop-" + base::new_uuid(entropy_))) {
        fs::create_directories(folder_ / "out");
        fs::create_directories(folder_ / "returned");
        batch_.id = kBatch;
        app::DropRow row;
        row.batch = kBatch;
        row.number = 1;
        rows_.push_back(row);
    }
    ~Folders() override { fs::remove_all(folder_); }

    CsvDrop drop() const { return CsvDrop({(folder_ / "out").string(), (folder_ / "returned").string()}); }
    void came_back(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / "returned" / name, std::ios::binary) << text;
    }
    static std::string good() {
        return std::string("batch,row,outcome,reason\r\n") + kBatch + ",1,taken,\r\n";
    }
    std::vector<std::string> visible() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_ / "out"))
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        return names;
    }
    static std::string bytes(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    base::SystemEntropy entropy_;
    fs::path folder_;
    app::DropBatch batch_;
    std::vector<app::DropRow> rows_;
};

TEST_F(Folders, AFileIsSeenOnlyOnceItIsHandedOverAndThenWhole) {
    CsvDrop files = drop();
    ASSERT_TRUE(files.prepare(batch_, rows_));
    EXPECT_TRUE(visible().empty());
    ASSERT_TRUE(files.hand_over(batch_));
    ASSERT_EQ(visible(), std::vector{files.name_of(batch_)});
    EXPECT_EQ(bytes(folder_ / "out" / files.name_of(batch_)), encode_batch(rows_));
    EXPECT_EQ(fs::status(folder_ / "out" / files.name_of(batch_)).permissions() & fs::perms::others_all,
              fs::perms::none);
}

TEST_F(Folders, WhatTheProviderHasFetchedIsNotPutThereAgain) {
    CsvDrop files = drop();
    ASSERT_TRUE(files.prepare(batch_, rows_));
    ASSERT_TRUE(files.hand_over(batch_));
    fs::remove(folder_ / "out" / files.name_of(batch_));
    EXPECT_TRUE(drop().hand_over(batch_)) << "it was handed over before";
    EXPECT_TRUE(visible().empty());
}

TEST_F(Folders, AnEarlierTryThatWasCutOffIsWrittenAnew) {
    fs::create_directories(folder_ / "out" / ".preparing");
    std::ofstream(folder_ / "out" / ".preparing" / drop().name_of(batch_)) << "batch,row,ref";
    ASSERT_TRUE(drop().prepare(batch_, rows_));
    ASSERT_TRUE(drop().hand_over(batch_));
    EXPECT_EQ(bytes(folder_ / "out" / drop().name_of(batch_)), encode_batch(rows_));
}

TEST_F(Folders, AMissingFolderIsToldWithItsNameAndNothingIsTakenForDone) {
    fs::remove_all(folder_ / "out");
    EXPECT_THAT(drop().prepare(batch_, rows_).error().message, HasSubstr("/out"));
    EXPECT_THAT(drop().hand_over(batch_).error().message, HasSubstr("/out"));
    EXPECT_THAT(drop().check().error().message, HasSubstr("/out"));
    fs::create_directories(folder_ / "out");
    EXPECT_FALSE(drop().hand_over(batch_)) << "an empty folder is not one from which it was fetched";
    EXPECT_TRUE(drop().check());
    fs::remove_all(folder_ / "returned");
    EXPECT_THAT(drop().returned().error().message, HasSubstr("/returned"));
}

TEST_F(Folders, AnswersAreReadByNameAndPutAway) {
    came_back("b.csv", good());
    came_back("a.csv", "nothing of use");
    came_back("a.csv.part", good());
    came_back(".hidden.csv", good());
    const auto files = drop().returned();
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 2U);
    EXPECT_FALSE((*files)[0].answer);
    ASSERT_TRUE((*files)[1].answer);
    EXPECT_EQ((*files)[1].answer->batch, kBatch);
    EXPECT_TRUE(drop().put_away((*files)[1]));
    EXPECT_FALSE(fs::exists(folder_ / "returned" / "b.csv"));
    EXPECT_TRUE(drop().put_away((*files)[1])) << "somebody else has taken it away";
}

TEST_F(Folders, LinksPipesFoldersAndGiantsAreNoAnswers) {
    came_back("elsewhere", good());
    fs::create_symlink(folder_ / "returned" / "elsewhere", folder_ / "returned" / "a-link.csv");
    ASSERT_EQ(::mkfifo((folder_ / "returned" / "b-pipe.csv").c_str(), 0600), 0);
    fs::create_directory(folder_ / "returned" / "c-folder.csv");
    came_back("d-giant.csv", std::string(kBatchAnswerBytesMax * 2, 'x'));
    const auto files = drop().returned();
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 4U);
    for (const auto& one : *files) EXPECT_FALSE(one.answer) << one.name;
}

TEST_F(Folders, ANameThatMaySayMuchIsNotShown) {
    const std::string plain = std::string("answer-hub-") + kBatch + ".csv";
    for (const std::string& name : {std::string("Mirabeth.csv"), std::string("X123456-Quill.csv"), plain})
        came_back(name, good());
    const auto files = drop().returned();
    ASSERT_EQ(files->size(), 3U);
    EXPECT_EQ((*files)[0].shown, "with an odd name");
    EXPECT_EQ((*files)[1].shown, "with an odd name");
    EXPECT_EQ((*files)[2].shown, plain);
}

TEST_F(Folders, AFileThatHasTakenTheNameOfAnAnswerSinceItWasReadStays) {
    came_back("b.csv", good());
    const auto files = drop().returned();
    ASSERT_EQ(files->size(), 1U);
    fs::remove(folder_ / "returned" / "b.csv");
    came_back("b.csv", "the next answer, still being written");
    EXPECT_TRUE(drop().put_away(files->front()));
    EXPECT_TRUE(fs::exists(folder_ / "returned" / "b.csv"));
}

TEST_F(Folders, WhatWasPreparedAndAbandonedIsRemovedAndNothingElse) {
    app::DropBatch other = batch_;
    other.id = "01936a3e-0000-7000-8000-000000000002";
    ASSERT_TRUE(drop().prepare(batch_, rows_));
    ASSERT_TRUE(drop().prepare(other, rows_));
    ASSERT_TRUE(drop().discard_all_but({batch_}));
    EXPECT_TRUE(drop().is_prepared(batch_));
    EXPECT_FALSE(drop().is_prepared(other));
    ASSERT_TRUE(drop().hand_over(batch_));
    EXPECT_FALSE(drop().is_prepared(batch_));
}

TEST_F(Folders, MoreFilesThanAreLookedAtAreTold) {
    for (std::size_t i = 0; i <= kReturnedFilesMax; ++i) came_back("f" + std::to_string(i) + ".csv", "x");
    const auto files = drop().returned();
    ASSERT_EQ(files->size(), kReturnedFilesMax + 1);
    EXPECT_THAT(files->back().answer.error().message, HasSubstr("more than 100"));
}

}  // namespace
}  // namespace server::case_system
