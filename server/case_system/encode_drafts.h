#pragma once

#include <string>

#include "server/app/case_system.h"

namespace server::case_system {

/// Body of PUT attendance: the words in lower case and both members always, because R&M takes an absent
/// `didSessionHappen` as false.
std::string encode_attendance(const app::AttendanceDraft& draft);

/// Body of PUT session feedback. What is left out becomes null there.
std::string encode_feedback(const app::FeedbackDraft& draft);

}  // namespace server::case_system
