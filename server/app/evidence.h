#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/occasion.h"
#include "server/app/store.h"

/// Requests for evidence: entering them, and saying what became of them. What is sent in time is figure KP4
/// (docs/figures.md).
namespace server::app {

inline constexpr std::size_t kEvidenceWordsBytesMax = 500;

/// A request as a member of staff enters it: of a referral, or of one appointment (then `referral` is found).
struct EvidenceAsked {
    domain::ReferralId referral;
    domain::AppointmentId appointment;
    base::Instant received_at{};
    std::string asked_by;
    std::string what;
    std::string actor;
};

/// Enters it. InvalidInput unless it is of just one of the two, without who asks or who enters it, in too
/// many words, for a time to come and for one before the referral was received; NotFound for a referral or an
/// appointment of which the hub holds nothing.
base::Result<EvidenceRequest> note_evidence_request(Transaction& transaction, const EvidenceAsked& asked,
                                                    const Occasion& occasion);

/// What a member of staff says of a request.
struct EvidenceSaid {
    std::string request;
    EvidenceWord word = EvidenceWord::Sent;
    base::Instant at{};  ///< when it was sent; not used of one that is withdrawn
    std::string words;   ///< to whom it was sent, or why it is withdrawn
    std::string actor;
};

/// InvalidInput for a time to come or before it was asked for, and without a name or words or with too many
/// of them; NotFound for a request that is not in the register; Conflict when it was withdrawn, and when it
/// is said to be sent twice. One that was sent may still be withdrawn.
base::Done note_evidence_answer(Transaction& transaction, const EvidenceSaid& said, const Occasion& occasion);

/// A request with what became of it.
struct EvidenceEntry {
    EvidenceRequest request;
    std::optional<EvidenceAnswer> sent;
    std::optional<EvidenceAnswer> withdrawn;

    bool is_open() const { return !sent && !withdrawn; }
    bool operator==(const EvidenceEntry&) const = default;
};

/// All of them, in the order they were received.
base::Result<std::vector<EvidenceEntry>> evidence_register(View& view);

/// Lays the register over histories for KP4. A referral without a request was asked nothing of, from the
/// month of the first request that the register holds on; before that nobody knows. A request of a referral
/// whose history is no longer held has a history of nothing else, so that it counts.
base::Done lay_evidence_over(View& view, std::vector<figures::ReferralHistory>& histories);

}  // namespace server::app
