#pragma once

#include <optional>

#include "server/figures/ending.h"
#include "server/figures/figure.h"
#include "server/figures/referral_history.h"

/// The steps on a referral's way that several figures ask for.
namespace server::figures {

/// Whoever is recorded as `YES` or `LATE` attended; whether the session was held is another matter.
bool attended(const Meeting& meeting);

/// The earliest assessment that was attended; nullptr when none was, or the appointments were not read.
const Meeting* first_attended_assessment(const ReferralHistory& history);
/// The intervention commencement appointment: the earliest delivery appointment that was attended.
const Meeting* commencement(const ReferralHistory& history);
/// The same of those whose session was held.
const Meeting* held_commencement(const ReferralHistory& history);

/// How many business days the contract gives for KP2, KP6 and DS2 to DS4; 0 for any other figure.
unsigned business_days_for(FigureId id);
/// When they begin to count: DS2 at the receipt, the others at the attended assessment. None before that.
std::optional<base::Instant> counted_from(FigureId id, const ReferralHistory& history);

/// None where the plans were not read.
std::optional<bool> plan_approved(const ReferralHistory& history);

struct Finding {
    Verdict verdict = Verdict::Met;
    Why why = Why::InTime;
};

/// When something was done, from any number of records of it.
class Done {
public:
    /// It was done; absent: nothing says when.
    void add(std::optional<base::Instant> at);
    bool any() const { return earliest_ || some_unknown_; }
    /// In time before `too_late_from`; what is not done is not due until then.
    Finding judge(base::Instant too_late_from, base::Instant as_of) const;

private:
    std::optional<base::Instant> earliest_;
    bool some_unknown_ = false;
};

/// What the end of a referral that never had a commencement says (docs/figures.md, "CRS SL002").
Finding ended_without_commencement(const ReferralHistory& history, domain::Date ended);

}  // namespace server::figures
