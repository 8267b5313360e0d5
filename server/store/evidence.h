#pragma once

#include <vector>

#include "server/app/evidence_records.h"
#include "server/store/record.h"

/// The tables evidence_request and evidence_answer. Once the person is put away or erased, who asked, for
/// what, to whom it was sent and why it was withdrawn are read as empty.
namespace server::store {

base::Result<std::vector<app::EvidenceRequest>> all_evidence_requests(Record& record);
base::Result<std::vector<app::EvidenceAnswer>> all_evidence_answers(Record& record);
base::Done append_evidence_request(Record& record, const app::EvidenceRequest& request);
base::Done append_evidence_answer(Record& record, const app::EvidenceAnswer& answer);

}  // namespace server::store
