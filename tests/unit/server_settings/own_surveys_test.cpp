#include "server/settings/own_surveys.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "shared/protocol/built_in_surveys.h"
#include "shared/protocol/survey_file.h"

namespace server::settings {
namespace {

class OwnSurveys : public testing::Test {
protected:
    void SetUp() override {
        const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::temp_directory_path() / ("hub-surveys-" + name);
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const char* name, const std::string& text) { std::ofstream(folder_ / name) << text; }

    std::filesystem::path folder_;
};

TEST_F(OwnSurveys, StandBeforeThoseOfTheProgramFileByFile) {
    domain::Survey own = protocol::built_in_surveys().exit;
    own.version = "ardwick-2";
    own.questions.resize(1);
    write("exit_survey.json", protocol::encode(own));
    const auto surveys = read_surveys(folder_.string());
    ASSERT_TRUE(surveys) << surveys.error().message;
    EXPECT_EQ(surveys->exit, own);
    EXPECT_EQ(surveys->areas, protocol::built_in_surveys().areas);
}

TEST_F(OwnSurveys, AreThoseOfTheProgramWithoutAFolderOrAFileInIt) {
    EXPECT_EQ(read_surveys("").value(), protocol::built_in_surveys());
    EXPECT_EQ(read_surveys(folder_.string()).value(), protocol::built_in_surveys());
}

TEST_F(OwnSurveys, ThatCannotBeUsedAreRefusedWithTheFileAndWhatIsWrong) {
    write("exit_survey.json", "{");
    EXPECT_NE(read_surveys(folder_.string()).error().message.find("exit_survey.json: "), std::string::npos);
    write("exit_survey.json", std::string(protocol::built_in_survey(domain::SurveyKind::DistanceTravelled)));
    EXPECT_NE(read_surveys(folder_.string()).error().message.find("the field kind is that of the other file"),
              std::string::npos);
}

}  // namespace
}  // namespace server::settings
