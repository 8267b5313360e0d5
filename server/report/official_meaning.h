#pragma once

#include "server/report/performance.h"

namespace server::report {

/// What Refer and Monitor's own report reads out of a referral in the columns where it differs from what
/// their names say (functions `performance_report` and `performance_report_...` of its published source).
struct OfficialMeaning {
    std::optional<base::Instant> assessment_not_attended;
    std::optional<base::Instant> assessment_attended;
    std::optional<base::Instant> assessment_completed;
    bool on_time = false;  ///< `false` also where there was no assessment
    std::optional<base::Instant> first_session;
    std::optional<unsigned> sessions;
    std::optional<double> outcomes_achieved;
    bool has_end_report = false;
};
OfficialMeaning official_meaning(const PerformanceOf& of);

}  // namespace server::report
