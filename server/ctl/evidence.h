#pragma once

#include <string>

#include "server/ctl/hub.h"

/// Requests for evidence (docs/evidence.md), as the command line gives them.
namespace server::ctl {

struct EvidenceWords {
    std::string referral, appointment;  ///< of which; one of the two
    std::string request;                ///< the id of one that is in the register
    std::string from;                   ///< who asks
    std::string what;                   ///< for what
    std::string to;                     ///< to whom it was sent
    std::string when;                   ///< read_when(); when it was received or sent
    std::string by;                     ///< the member of staff
    std::string reason;                 ///< why one is withdrawn
    std::string file;                   ///< a pack: a new one to write, or one to check
    std::string key;                    ///< fingerprint of the hub's key, as somebody was told it
    std::string head;                   ///< `NUMBER:LINK` of the chain, as somebody kept it
};

/// Enters a request, and says until when it must be sent.
base::Done request_evidence(const Hub& hub, const EvidenceWords& words);

enum class EvidenceListed { Open, All };
/// Those that are still to be sent, the most urgent first; or all of them.
base::Done list_evidence(const Hub& hub, EvidenceListed listed);

/// Says when and to whom one was sent.
base::Done evidence_sent(const Hub& hub, const EvidenceWords& words);
/// Takes back one that was entered by mistake.
base::Done withdraw_evidence(const Hub& hub, const EvidenceWords& words);

/// Writes a pack of one appointment or referral, signed with the hub's key, into a new file. That it was
/// packed is kept.
base::Done pack_evidence(const Hub& hub, const EvidenceWords& words);
/// Who packed what for whom.
base::Done list_packs(const Hub& hub);
/// Says what holds of a pack; fails where something does not. Uses nothing of the hub but its `out`.
base::Done verify_evidence(const Hub& hub, const EvidenceWords& words);
/// The fingerprint of the key with which this hub signs.
base::Done show_evidence_key(const Hub& hub);
/// Number and link of the newest event, for whoever keeps it.
base::Done show_chain_head(const Hub& hub);

}  // namespace server::ctl
