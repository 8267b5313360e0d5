#pragma once

#include <vector>

#include "server/app/pack_port.h"
#include "server/store/record.h"

/// The table evidence_pack.
namespace server::store {

base::Result<std::vector<app::EvidencePacked>> all_evidence_packs(Record& record);
base::Done append_evidence_pack(Record& record, const app::EvidencePacked& packed);

}  // namespace server::store
