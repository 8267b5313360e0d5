#include "server/settings/own_surveys.h"

#include <filesystem>

#include "shared/protocol/built_in_surveys.h"
#include "shared/protocol/survey_file.h"
#include "shared/settings/document.h"

namespace server::settings {
namespace {

base::Result<domain::Survey> read_one(const std::filesystem::path& file, domain::SurveyKind kind,
                                      const domain::Survey& built_in) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return built_in;
    auto survey = protocol::decode_survey(TRY(::settings::read_file(file.string())));
    if (!survey) return base::fail(survey.error().kind, file.string() + ": " + survey.error().message);
    if (survey->kind == kind) return survey;
    return base::fail(base::ErrorKind::InvalidInput,
                      file.string() + ": the field kind is that of the other file");
}

}  // namespace

base::Result<domain::Surveys> read_surveys(const std::string& folder) {
    domain::Surveys surveys = protocol::built_in_surveys();
    if (folder.empty()) return surveys;
    const std::filesystem::path path(folder);
    surveys.exit = TRY(read_one(path / "exit_survey.json", domain::SurveyKind::ExitSurvey, surveys.exit));
    surveys.areas =
        TRY(read_one(path / "distance_travelled.json", domain::SurveyKind::DistanceTravelled, surveys.areas));
    return surveys;
}

}  // namespace server::settings
