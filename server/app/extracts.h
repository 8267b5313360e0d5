#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/histories.h"
#include "server/app/occasion.h"
#include "server/app/store.h"

/// Case-level extracts: the referrals of some days as rows. Without names for whoever may see figures; with
/// names only after another person, a manager, has approved it.
namespace server::app {

inline constexpr std::size_t kExtractWordsBytesMax = 500;
inline constexpr std::chrono::days kApprovalHolds{7};  ///< an approval is good so long

/// What somebody asks for.
struct ExtractAsked {
    domain::Date first{};
    domain::Date last{};
    ExtractNames names = ExtractNames::Without;
    std::string actor;
    std::string recipient;
    std::string why;
    ExtractPlace place = ExtractPlace::Reception;
};

/// Enters it. InvalidInput without a name or a recipient or with too many words, for days in the wrong order
/// and for a first day to come.
base::Result<ExtractRequest> ask_for_extract(Transaction& transaction, const ExtractAsked& asked,
                                             const Occasion& occasion);

/// A request with what was done about it, in order.
struct ExtractEntry {
    ExtractRequest request;
    std::vector<ExtractStep> steps;

    /// The approval or refusal; none yet.
    const ExtractStep* decision() const;
    /// May it be taken at this moment: without names always, with names while an approval holds.
    bool may_be_taken(base::Instant now) const;
};
/// The newest first.
base::Result<std::vector<ExtractEntry>> extract_log(View& view);

/// A manager decides about one with names. Unauthorized for an account that is no manager's or may not sign
/// in, and for whoever asked for it; NotFound for a request that is not there; Conflict when it is decided,
/// or has no names and needs no approval.
base::Done decide_extract(Transaction& transaction, const std::string& request, ExtractWord word,
                          const std::string& manager, const Occasion& occasion);

/// One case, as it is told in an extract.
struct ExtractCase {
    figures::ReferralHistory history;
    std::string reference;         ///< empty where the hub no longer holds the referral's entry
    std::optional<Person> person;  ///< only with names, and while the hub holds them
};

/// Whether a referral was open on any day of these.
bool is_case_of(const figures::ReferralHistory& history, const ExtractRequest& request);

/// Takes it: every case of its days, by the day it was received, and notes that it was taken, by whom; with
/// names a look at each person is kept as well. Unauthorized without an approval that holds.
base::Result<std::vector<ExtractCase>> take_extract(Transaction& transaction, const std::string& request,
                                                    const std::string& actor, const Occasion& occasion);

}  // namespace server::app
