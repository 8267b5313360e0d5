#include "tests/fuzz/evidence/check_evidence.h"

#include "server/crypto/signing.h"
#include "server/evidence/chain_text.h"
#include "server/evidence/event_json.h"
#include "server/evidence/record_json.h"
#include "server/evidence/verify.h"
#include "server/evidence/zip_file.h"
#include "shared/base/invariant.h"

namespace fuzz {
namespace {

using namespace server::evidence;

void check_refusal(const base::Error& error) {
    INVARIANT(error.kind == base::ErrorKind::InvalidInput, "a part of a pack is refused with InvalidInput");
    INVARIANT(!error.message.empty() && error.message.size() < 300, "a refusal says why, shortly");
    for (const char c : error.message) INVARIANT(c >= ' ' && c <= '~', "a refusal is made of our own words");
}

}  // namespace

bool check_evidence_pack(std::string_view bytes) {
    const auto files = read_zip(bytes);
    if (!files) check_refusal(files.error());
    const Findings findings = verify(bytes, {}, server::crypto::OpenSslSeals());
    INVARIANT(!findings.all.empty(), "something is always said");
    INVARIANT(files.has_value() || !findings.hold(), "what cannot be read does not hold");
    if (!files) return false;
    const auto again = to_zip(*files, {});
    INVARIANT(again && read_zip(*again).value() == *files, "what was read comes back the same");
    return findings.hold();
}

bool check_evidence_chain(std::string_view text) {
    const auto chain = read_chain(text);
    if (!chain) {
        check_refusal(chain.error());
        return false;
    }
    INVARIANT(to_text(*chain) == text, "there is one way to write a chain");
    INVARIANT(links_of(*chain, server::crypto::OpenSslSeals()).size() == chain->commitments.size() + 1,
              "each event has a link");
    return true;
}

bool check_evidence_record(std::string_view text) {
    const auto record = read_record(text);
    if (!record) {
        check_refusal(record.error());
        return false;
    }
    for (const server::app::ProvenEvent& one : record->events) {
        const auto again = read_event(to_json(one));
        INVARIANT(again && *again == one, "an event comes back the same");
    }
    return true;
}

bool check_evidence(std::string_view corpus, std::string_view bytes) {
    if (corpus == "evidence_pack") return check_evidence_pack(bytes);
    if (corpus == "evidence_chain") return check_evidence_chain(bytes);
    return check_evidence_record(bytes);
}

}  // namespace fuzz
