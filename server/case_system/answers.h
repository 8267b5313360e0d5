#pragma once

#include <string_view>

#include "server/app/case_system.h"

namespace server::case_system {

/// What the status alone says (docs/case-system.md, "Answers"). Not for 2xx; anything unknown is Refused.
app::CaseFailure failure_of(int status);

/// The failure behind an answer that is not 2xx: the status, and for 400 the message. The words are ours:
/// nothing of the body is repeated, because it may hold what somebody wrote.
app::CaseError error_of(int status, std::string_view body);

/// Whether the body is R&M's error saying that a referral has no initial assessment yet.
bool says_no_assessment(std::string_view body);

app::CaseError not_understood(std::string_view what);

}  // namespace server::case_system
