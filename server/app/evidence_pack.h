#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/chain_proof.h"
#include "server/app/evidence.h"
#include "server/app/occasion.h"
#include "server/app/pack_port.h"
#include "server/app/store.h"

/// What is told in a pack of evidence of one appointment or of one referral (docs/evidence.md).
namespace server::app {

/// An appointment with what the record says of it and what became of that.
struct EvidenceOfAppointment {
    domain::AppointmentId id;
    /// As the hub holds it; none where it no longer does, or never did.
    std::optional<domain::Appointment> appointment;
    domain::AttendanceRecord record;
    std::optional<domain::Update> update;         ///< what was owed to the case system, and what became of it
    std::optional<figures::Meeting> case_system;  ///< what the case system last told of it
    std::vector<Exchange> exchanges;              ///< the calls about it, in the order they were made

    bool operator==(const EvidenceOfAppointment&) const = default;
};

struct EvidencePack {
    std::string hub;
    base::Instant packed_at{};
    std::string packed_by;
    std::string recipient;
    std::optional<EvidenceRequest> request;  ///< on which it is packed
    domain::ReferralId referral;
    domain::AppointmentId appointment;  ///< of a pack of one appointment; empty: the whole referral
    std::optional<Person> person;       ///< none once put away or erased
    std::string reference;              ///< of the referral; empty where it is no longer held
    domain::ContractRef contract;       ///< the same
    std::vector<EvidenceOfAppointment> appointments;  ///< by start; those without one last
    ChainProof proof;  ///< of every event of these appointments, and of the referral itself

    /// Which events prove it.
    ProofOf proof_of() const;
};

/// What is asked for.
struct EvidenceToPack {
    std::string hub;  ///< its name
    domain::ReferralId referral;
    domain::AppointmentId appointment;
    std::string request;    ///< id of the request on which it is packed; may be empty
    std::string recipient;  ///< for whom; empty: whoever asked by the request
    std::string actor;      ///< the name of the member of staff
};

/// Collects it as it is at this moment, and keeps who packed it for whom, in the log of packs and, while the
/// hub holds the person, as a look at them. What was said in confidence is left out: why somebody was late is
/// never sent on. InvalidInput unless it is of just one of the two, without recipient or actor, and when the
/// request is about something else (a request for a referral may be answered with one of its appointments,
/// never the other way round); NotFound for a referral or appointment of which the hub holds nothing, and for
/// a request that is not in the register.
base::Result<EvidencePack> collect_evidence(PackTransaction& transaction, const EvidenceToPack& asked,
                                            const Occasion& occasion);

}  // namespace server::app
