#pragma once

#include <string_view>
#include <vector>

#include "server/app/case_system.h"

/// Decoders of what is read of referrals. Unknown members and values are passed over; what the hub cannot do
/// without, in another form, is NotUnderstood.
namespace server::case_system {

/// GET /sent-referrals/summaries. A row without a usable id is counted, and the others are kept.
app::CaseResult<app::ReferralPage> decode_page(std::string_view body);

/// GET /sent-referral/{id}
app::CaseResult<app::CaseReferral> decode_referral(std::string_view body);

/// GET /sent-referral/{id}/approved-action-plans
app::CaseResult<std::vector<app::CasePlan>> decode_approved_plans(std::string_view body);

}  // namespace server::case_system
