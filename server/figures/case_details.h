#pragma once

#include <optional>
#include <string>

#include "shared/base/instant.h"
#include "shared/domain/date.h"

namespace server::figures {

/// What the case system tells of a referral beside what the figures count: for its own performance report
/// (docs/performance-report.md).
struct CaseDetails {
    std::string organisation;                 ///< the provider, by its id in the case system
    std::string caseworker;                   ///< to whom it is assigned, by user name; empty: to nobody
    std::optional<domain::Date> complete_by;  ///< the intervention is to be completed by then
    std::optional<unsigned> outcomes_wanted;  ///< chosen when the referral was made
    std::optional<base::Instant> end_requested_at;
    std::string end_requested_reason;  ///< of the case system's list, in its words
    bool end_report_begun = false;     ///< a draft of the end-of-service report is enough
    unsigned outcomes_achieved = 0;    ///< of the end-of-service report
    unsigned outcomes_partly_achieved = 0;

    bool operator==(const CaseDetails&) const = default;
};

}  // namespace server::figures
