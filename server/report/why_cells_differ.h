#pragma once

#include "server/report/comparison.h"

namespace server::report {

struct Reason {
    Because because = Because::NotExplained;
    std::string why;
};

/// Two cells of one referral that are not the same.
struct DifferingCell {
    Column column = Column::ReferralRef;
    std::string_view ours;
    std::string_view as_official;  ///< what the hub reckons the official report to show
    std::string_view theirs;
};
Reason why_cells_differ(const DifferingCell& cell, const PerformanceOf& of, const OurSide& ours);

/// A row of the file whose referral the hub does not hold.
Reason why_not_here(const OfficialRow& row, const OurSide& ours);
/// A referral that the hub holds and the file does not.
Reason why_not_there(const PerformanceOf& of);

}  // namespace server::report
