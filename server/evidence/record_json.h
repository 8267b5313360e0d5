#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence_pack.h"
#include "shared/base/result.h"

/// The record of a pack for programs (docs/evidence.md lists its fields).
namespace server::evidence {

std::string to_json(const app::EvidencePack& pack);

/// What is read back of it to be checked.
struct RecordRead {
    std::string hub;
    std::string packed_at;  ///< RFC 3339
    std::string packed_by;
    std::string recipient;
    std::string of;  ///< `referral ID` or `appointment ID`
    std::vector<app::ProvenEvent> events;

    bool operator==(const RecordRead&) const = default;
};

/// InvalidInput, saying what is wrong and nothing of what stands in it, unless it is a record as to_json()
/// writes it.
base::Result<RecordRead> read_record(std::string_view text);

}  // namespace server::evidence
