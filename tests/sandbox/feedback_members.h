#pragma once

#include <array>
#include <optional>
#include <string>

#include "tests/sandbox/record.h"

namespace sandbox {

struct FlagMember {
    const char* name;
    std::optional<bool> SessionFeedback::*member;
};
struct TextMember {
    const char* name;
    std::optional<std::string> SessionFeedback::*member;
};

/// The members of session feedback by their JSON names, for reading and for writing.
inline constexpr std::array kFlagMembers{
    FlagMember{"late", &SessionFeedback::late},
    FlagMember{"notifyProbationPractitionerOfBehaviour", &SessionFeedback::notify_of_behaviour},
    FlagMember{"notifyProbationPractitionerOfConcerns", &SessionFeedback::notify_of_concerns},
};
inline constexpr std::array kTextMembers{
    TextMember{"lateReason", &SessionFeedback::late_reason},
    TextMember{"sessionSummary", &SessionFeedback::session_summary},
    TextMember{"sessionResponse", &SessionFeedback::session_response},
    TextMember{"sessionConcerns", &SessionFeedback::session_concerns},
    TextMember{"sessionBehaviour", &SessionFeedback::session_behaviour},
    TextMember{"futureSessionPlans", &SessionFeedback::future_session_plans},
    TextMember{"noSessionReasonType", &SessionFeedback::no_session_reason_type},
    TextMember{"noSessionReasonPopAcceptable", &SessionFeedback::no_session_reason_pop_acceptable},
    TextMember{"noSessionReasonPopUnacceptable", &SessionFeedback::no_session_reason_pop_unacceptable},
    TextMember{"noSessionReasonLogistics", &SessionFeedback::no_session_reason_logistics},
    TextMember{"noAttendanceInformation", &SessionFeedback::no_attendance_information},
};

}  // namespace sandbox
