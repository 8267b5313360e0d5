#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/app/vault.h"
#include "shared/domain/attendance.h"

/// What it takes to show that events stand in the hub's chain (docs/evidence.md).
namespace server::app {

/// A place in the chain: the number of an event, 0 before the first, and the link after it (32 bytes).
struct ChainMark {
    std::int64_t number = 0;
    std::string link;

    bool operator==(const ChainMark&) const = default;
};

/// Whether what an event says is told beside its place in the chain.
enum class Opened {
    Yes,
    Erased,        ///< the person's key is gone, and the salt with it: what is told of it cannot be proven
    InConfidence,  ///< the person was told that it is never sent on (docs/rules.md): its words are left out
};

/// An event with its place.
struct ProvenEvent {
    std::int64_t number = 0;
    Opened opened = Opened::Yes;
    std::optional<Digest> salt;  ///< while opened
    domain::AttendanceEvent event;

    bool operator==(const ProvenEvent&) const = default;
};

/// link(n) = SHA-256(link(n - 1), commitment(n)): from `before` on, with the commitments, anybody comes to
/// `head`; and each opened event has the commitment of its number.
struct ChainProof {
    ChainMark before;
    std::vector<std::string> commitments;  ///< 32 bytes each, of the events after `before` until `head`
    ChainMark head;
    std::vector<ProvenEvent> events;  ///< by number

    bool operator==(const ChainProof&) const = default;
};

/// Which events a proof is of: those of these appointments, and those that are about the referral itself.
struct ProofOf {
    std::vector<domain::AppointmentId> appointments;
    domain::ReferralId referral;  ///< empty: none of those
};

}  // namespace server::app
