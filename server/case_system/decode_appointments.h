#pragma once

#include <string_view>
#include <vector>

#include "server/app/case_system.h"

/// Decoders of appointments and of what R&M holds of their attendance. Unknown members and values are passed
/// over; what the hub cannot do without, in another form, is NotUnderstood.
namespace server::case_system {

/// GET /sent-referral/{id}/supplier-assessment: every appointment, those that are not the current one as
/// superseded.
app::CaseResult<std::vector<app::CaseAppointment>> decode_assessment(std::string_view body,
                                                                     const domain::ReferralId& referral);

/// GET /action-plan/{id}/appointments: every scheduled session, and the ones it was moved from as superseded.
app::CaseResult<std::vector<app::CaseAppointment>> decode_sessions(std::string_view body,
                                                                   const domain::ReferralId& referral,
                                                                   std::string_view action_plan);

/// The answer to every write: one appointment, of which only the attendance is of interest.
app::CaseResult<app::CaseAttendance> decode_attendance(std::string_view body);

}  // namespace server::case_system
