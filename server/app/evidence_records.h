#pragma once

#include <string>

#include "shared/base/instant.h"
#include "shared/domain/ids.h"

/// The register of requests for evidence (docs/evidence.md): who asked when for what, and what became of it.
namespace server::app {

/// Somebody asked the provider for evidence of a referral or of one of its appointments. Never changed.
struct EvidenceRequest {
    std::string id;  ///< UUID
    base::Instant noted_at{};
    domain::ReferralId referral;
    domain::AppointmentId appointment;  ///< empty: the whole referral
    base::Instant received_at{};
    std::string asked_by;  ///< who asks: a person or an office
    std::string what;      ///< what they ask for; may be empty
    std::string who;       ///< the member of staff who entered it

    bool operator==(const EvidenceRequest&) const = default;
};

enum class EvidenceWord {
    Sent,
    Withdrawn,  ///< it, or when it was sent, was entered by mistake: it counts nowhere, and may be entered
                ///< anew
};

/// What became of a request: of each word one at most, and none is ever changed.
struct EvidenceAnswer {
    std::string id;  ///< UUID
    base::Instant noted_at{};
    std::string request;  ///< its id
    EvidenceWord word = EvidenceWord::Sent;
    base::Instant at{};  ///< when it was sent, or withdrawn
    std::string words;   ///< to whom it was sent, or why it is withdrawn
    std::string who;     ///< the member of staff who says so

    bool operator==(const EvidenceAnswer&) const = default;
};

}  // namespace server::app
