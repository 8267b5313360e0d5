#pragma once

#include <string>
#include <vector>

#include "shared/domain/survey.h"

namespace kiosk::runtime {

inline constexpr char kExitSurveyFile[] = "exit_survey.json";
inline constexpr char kDistanceTravelledFile[] = "distance_travelled.json";

struct LoadedSurveys {
    domain::Surveys surveys;
    std::vector<std::string> faults;  ///< a sentence for each file that was refused
};

/// The surveys a hub asks by (docs/surveys.md): those in `folder`, else those of the program. A file that is
/// refused changes nothing: the last good one is used, of which a copy is kept in `last_good`. Both may be
/// empty; a file that is not there is no fault.
LoadedSurveys load_surveys(const std::string& folder, const std::string& last_good);

}  // namespace kiosk::runtime
