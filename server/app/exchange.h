#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/domain/ids.h"

/// What the hub has said to the case system about one update, and what that answered.
namespace server::app {

enum class CaseCall {
    Read,           ///< asked what it holds
    PutAttendance,  ///< drafted the attendance
    PutFeedback,    ///< drafted the feedback
    Submit,         ///< made it final
    WriteFile,      ///< put the record into a file for the provider's case system
    FileAnswer,     ///< what the file that came back says of the record
};
/// `read`, `put_attendance`, `put_feedback`, `submit`, `write_file`, `file_answer`.
std::string_view to_word(CaseCall call);
std::optional<CaseCall> case_call_from_word(std::string_view word);

/// One call about one update, kept as evidence of what was sent and what was answered. There is no token in
/// it, no host and no personal text but what was sent or answered about this record. It is kept in the commit
/// that keeps what followed from it: of a call that a crash cut off there is none, and the next call asks
/// first what became of it. It is never changed, and goes with the person's key.
struct Exchange {
    std::string id;  ///< UUID (version 7)
    domain::AppointmentId appointment;
    domain::UpdateId update;
    domain::PersonId person;
    /// When the step began in which the call was made; the calls of a step follow one another.
    base::Instant at{};
    CaseCall call = CaseCall::Read;
    std::string address;   ///< `PUT /referral/…`, without a host; of a file its name
    int status = 0;        ///< HTTP status of the answer; 0: there was none, or the call was not made by HTTP
    std::string sent;      ///< in words, a line for each thing said; empty where the call says nothing
    std::string answered;  ///< in words, as far as it was understood; or why there is no answer

    bool operator==(const Exchange&) const = default;
};

}  // namespace server::app
