#pragma once

#include <vector>

#include "server/app/case_link.h"
#include "server/app/case_system.h"
#include "server/app/exchange.h"
#include "shared/base/entropy.h"
#include "shared/domain/update.h"

namespace server::app {

/// The calls of one update's step. Each one is noted with what was sent and answered, to be kept with what
/// follows from the step.
class KeptCalls {
public:
    /// `update` and `at` name the update and the beginning of the step in everything that is noted.
    KeptCalls(CaseSystem& case_system, base::Entropy& entropy, const domain::Update& update,
              base::Instant at);

    CaseResult<CaseAttendance> attendance(const domain::Appointment& appointment);
    CaseResult<CaseAttendance> put_attendance(const domain::Appointment& appointment,
                                              const AttendanceDraft& draft);
    CaseResult<CaseAttendance> put_feedback(const domain::Appointment& appointment,
                                            const FeedbackDraft& draft);
    CaseResult<CaseAttendance> submit(const domain::Appointment& appointment);

    const CaseSystem& case_system() const { return case_system_; }
    /// In the order they were made.
    const std::vector<Exchange>& noted() const { return noted_; }
    /// How the last of them went.
    Reached reached() const { return reached_; }
    /// Why it failed, for people; empty where it did not.
    const std::string& failed_because() const { return failed_because_; }

private:
    CaseResult<CaseAttendance> note(CaseCall call, const domain::Appointment& appointment, std::string sent,
                                    CaseResult<CaseAttendance> answer);

    CaseSystem& case_system_;
    base::Entropy& entropy_;
    Exchange named_;  ///< what is the same in all of them
    std::vector<Exchange> noted_;
    Reached reached_ = Reached::NotAsked;
    std::string failed_because_;
};

/// `attended: yes` and so on, a line each, as far as something is said.
std::string in_words(const AttendanceDraft& draft);
std::string in_words(const FeedbackDraft& draft);
std::string in_words(const CaseAttendance& theirs);

}  // namespace server::app
