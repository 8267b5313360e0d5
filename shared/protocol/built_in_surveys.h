#pragma once

#include <string_view>

#include "shared/domain/survey.h"

namespace protocol {

/// The definitions of assets/surveys, which the build puts in.
std::string_view built_in_survey(domain::SurveyKind kind);
domain::Surveys built_in_surveys();

}  // namespace protocol
