#pragma once

#include <nlohmann/json.hpp>

#include "tests/sandbox/record.h"

/// The JSON of R&M's answers.
namespace sandbox {

using Json = nlohmann::ordered_json;

/// `2026-11-22T14:07:00Z`, the same moment at `+01:00`, or with nine fraction digits.
std::string spelled(base::Instant at, TimeForm form);

/// An appointment of the initial assessment, or a superseded one of a session.
Json appointment_view(const Appointment& appointment);
Json assessment_view(const Referral& referral);
Json session_view(const Session& session);
/// A session's answer after a write to one of its appointments, which may be a superseded one.
Json session_view(const Session& session, const Appointment& appointment);
Json sessions_view(const Referral& referral);
Json referral_view(const Referral& referral);
Json summary_row(const Referral& referral);
Json approved_plans_view(const Referral& referral);
Json user_view(const User& user);

/// Answers hold UTF-8 as it came; bytes that are not are replaced.
std::string written(const Json& json);

}  // namespace sandbox
