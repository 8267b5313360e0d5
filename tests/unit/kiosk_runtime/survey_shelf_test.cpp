#include "kiosk/runtime/survey_shelf.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "shared/protocol/built_in_surveys.h"
#include "shared/protocol/survey_file.h"

namespace {

using kiosk::runtime::load_surveys;
using testing::HasSubstr;

class SurveyShelf : public testing::Test {
protected:
    SurveyShelf() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_ / "own");
    }
    ~SurveyShelf() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& text) const {
        std::ofstream(folder_ / "own" / kiosk::runtime::kExitSurveyFile, std::ios::binary) << text;
    }
    kiosk::runtime::LoadedSurveys load() const {
        return load_surveys((folder_ / "own").string(), (folder_ / "good").string());
    }
    static std::string of_version(const std::string& version) {
        domain::Survey survey = protocol::built_in_surveys().exit;
        survey.version = version;
        return protocol::encode(survey);
    }

    const std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("survey-shelf-" + std::to_string(::getpid()));
};

TEST_F(SurveyShelf, WithoutAFolderTheProgramsOwnAreAsked) {
    const auto loaded = load_surveys("", "");
    EXPECT_EQ(loaded.surveys, protocol::built_in_surveys());
    EXPECT_TRUE(loaded.faults.empty());
}

TEST_F(SurveyShelf, AHubAsksItsOwnWithoutANewProgram) {
    write(of_version("2027-01"));
    const auto loaded = load();
    EXPECT_TRUE(loaded.faults.empty());
    EXPECT_EQ(loaded.surveys.exit.version, "2027-01");
    EXPECT_EQ(loaded.surveys.areas, protocol::built_in_surveys().areas);
}

TEST_F(SurveyShelf, ABadFileChangesNothingAndIsNamed) {
    write(of_version("2027-01"));
    load();
    write("{\"id\": 7}");
    const auto loaded = load();
    EXPECT_EQ(loaded.surveys.exit.version, "2027-01") << "the last good one";
    ASSERT_EQ(loaded.faults.size(), 1U);
    EXPECT_THAT(loaded.faults[0], HasSubstr("exit_survey.json is not used: the field id must be a string"));
}

TEST_F(SurveyShelf, ABadFirstFileLeavesTheProgramsOwn) {
    for (const std::string& bad :
         {std::string(), std::string(300'000, ' '), std::string("\xff\xfe"),
          std::string(protocol::built_in_survey(domain::SurveyKind::DistanceTravelled))}) {
        write(bad);
        const auto loaded = load();
        EXPECT_EQ(loaded.surveys, protocol::built_in_surveys());
        EXPECT_EQ(loaded.faults.size(), 1U);
    }
}

}  // namespace
