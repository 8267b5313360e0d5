#include "shared/protocol/built_in_surveys.h"

#include "shared/base/invariant.h"
#include "shared/protocol/survey_file.h"

namespace protocol {

domain::Surveys built_in_surveys() {
    auto exit = decode_survey(built_in_survey(domain::SurveyKind::ExitSurvey));
    auto areas = decode_survey(built_in_survey(domain::SurveyKind::DistanceTravelled));
    INVARIANT(exit && areas, "the surveys of assets/surveys are good: the tests read them");
    return {*exit, *areas};
}

}  // namespace protocol
