#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/survey.h"

namespace protocol {

/// Reads the definition of a survey (docs/surveys.md): strictly, like every message, and with what
/// domain::check() looks at. InvalidInput names what is wrong and where, such as
/// `the field questions[1].ask.pl must be a text without line breaks, of at most 400 bytes`.
base::Result<domain::Survey> decode_survey(std::string_view json);
std::string encode(const domain::Survey& survey);

}  // namespace protocol
