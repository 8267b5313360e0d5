#pragma once

#include <string>

#include "server/app/chain_proof.h"
#include "server/app/store.h"

namespace server::app {

/// Somebody packed evidence. Kept for ever, whatever becomes of the person's own data. Never changed.
struct EvidencePacked {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::ReferralId referral;
    domain::AppointmentId appointment;  ///< empty: the whole referral
    std::string request;                ///< id of the request it answers; may be empty
    std::string who;                    ///< the member of staff
    std::string recipient;

    bool operator==(const EvidencePacked&) const = default;
};

/// What packing evidence needs of the record beyond what other use cases do, in the same transaction, so that
/// a pack is of one moment. Implemented by server/store alone: only a record on disk has a chain.
class PackTransaction : public Transaction {
public:
    using Transaction::append;

    /// Conflict when the id is taken.
    virtual base::Done append(const EvidencePacked& packed) = 0;
    /// The events asked for with their places in the chain, and the chain from before the first of them up to
    /// the newest event. Corrupt when the chain does not hold from there on.
    virtual base::Result<ChainProof> proof_of(const ProofOf& of) = 0;
};

}  // namespace server::app
