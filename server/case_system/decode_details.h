#pragma once

#include "server/app/case_system.h"
#include "server/case_system/json_fields.h"

namespace server::case_system {

/// Complexity and what the performance report needs, from GET /sent-referral/{id}. What has another form than
/// expected is passed over: it is not known. Included by the decoders' .cpp files only.
void read_details(const Json& json, app::CaseReferral& read);

}  // namespace server::case_system
