#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "server/app/exchange.h"
#include "server/figures/referral_history.h"
#include "shared/base/instant.h"
#include "shared/domain/appointment.h"
#include "shared/domain/attendance.h"
#include "shared/domain/calendar.h"
#include "shared/domain/device_time.h"

/// The central case system as the use cases see it. Implemented by server/case_system for Refer and Monitor.
namespace server::app {

/// Each kind of failure is a different action (docs/case-system.md, "Answers").
enum class CaseFailure {
    Unreachable,  ///< time-out, connection lost, 502, 503, 504, 429: try again later; the call may have been
                  ///< accepted
    ServerError,  ///< 500: a few more tries, then people
    NotAllowed,   ///< 401 with a new token, 403: people
    NotSignedIn,  ///< the sign-in service refuses the hub: nothing is called until that is mended
    Conflict,     ///< 409: read and compare
    TooEarly,     ///< 400 "future appointment": hold; our clock may be wrong
    Refused,      ///< 400, 404, 422, 423: people; never repeated unchanged
    NotUnderstood,  ///< the answer does not have the form expected: people
};

struct CaseError {
    CaseFailure failure = CaseFailure::Unreachable;
    int status = 0;     ///< HTTP status, 0 when there was no answer
    std::string words;  ///< for a person, with nothing personal in it
    bool operator==(const CaseError&) const = default;
};

template <class T>
using CaseResult = tl::expected<T, CaseError>;

struct ReferralRow {
    domain::ReferralId id;
    std::optional<base::Instant> concluded_at;
};

struct ReferralPage {
    std::vector<ReferralRow> referrals;
    int unreadable = 0;  ///< rows without a usable id
    bool last = true;
};

/// One referral with its person, as the case system has it.
struct CaseReferral {
    domain::ReferralId id;
    std::string reference;
    domain::ContractRef contract;
    std::string crn;
    std::string first_name;
    std::string last_name;
    std::optional<domain::Date> born;
    std::string preferred_language;
    bool needs_interpreter = false;
    std::string interpreter_language;
    std::string access_needs;
    bool in_custody = false;
    bool concluded = false;
    /// When it was concluded, or when the practitioner asked for its end: nobody is expected after that.
    std::optional<base::Instant> ended_at;
    std::vector<std::string> action_plans;  ///< under which sessions are listed

    /// For the figures of the contract:
    std::optional<base::Instant> received_at;
    std::optional<base::Instant> concluded_at;
    bool end_requested = false;  ///< by the practitioner
    std::string end_code;
    std::optional<figures::EndOfServiceReport> end_report;  ///< once it is submitted
    bool names_approved_plans = false;  ///< then `action_plans` are those that were approved
    bool has_another_plan = false;      ///< one at hand that is not among them
    figures::Complexity complexity = figures::Complexity::NotKnown;
    figures::CaseDetails details;
};

/// An action plan that was approved.
struct CasePlan {
    std::string id;
    std::optional<base::Instant> submitted_at;
    std::optional<base::Instant> approved_at{};
    bool operator==(const CasePlan&) const = default;
};

/// What the case system holds of an appointment's attendance now.
struct CaseAttendance {
    std::optional<domain::Attendance> attended;
    std::optional<bool> session_happened;
    std::optional<bool> late;
    std::string late_reason;
    std::optional<domain::NoSessionReason> no_session_reason;
    std::string note;  ///< why the person did not attend, or why the session was not held
    bool feedback_begun =
        false;  ///< something is drafted that the hub never writes, or that it does not understand
    bool submitted = false;
    int status = 0;  ///< HTTP status of the answer that told this
    bool operator==(const CaseAttendance&) const = default;
};

struct CaseAppointment {
    domain::Appointment appointment;  ///< `person` and `at_this_hub` are left for the sync to fill
    std::string postcode;             ///< of the delivery address, upper case without spaces; may be empty
    std::string address;              ///< first line of the delivery address; may be empty
    CaseAttendance attendance;
};

struct AttendanceDraft {
    domain::Attendance attendance = domain::Attendance::Yes;
    bool session_happened = true;
};

/// Session feedback as drafted by the hub. The case system overwrites every field that is left out.
struct FeedbackDraft {
    bool late = false;
    std::string late_reason;  ///< "Arrived 14:07 for 14:00"
    std::optional<domain::NoSessionReason> no_session_reason;
    std::string note;  ///< with a no-session reason: why it was not held; without: why nobody came
};

/// Blocking calls, each bounded in time, from any thread.
class CaseSystem {
public:
    virtual ~CaseSystem() = default;

    /// Pages count from 1.
    virtual CaseResult<ReferralPage> referrals(int page) = 0;
    virtual CaseResult<CaseReferral> referral(const domain::ReferralId& id) = 0;
    /// The initial assessment's appointments, superseded ones included.
    virtual CaseResult<std::vector<CaseAppointment>> assessment(const domain::ReferralId& id) = 0;
    virtual CaseResult<std::vector<CaseAppointment>> sessions(const domain::ReferralId& referral,
                                                              const std::string& action_plan) = 0;

    virtual CaseResult<std::vector<CasePlan>> approved_plans(const domain::ReferralId& id) = 0;

    /// What it holds of this appointment now: read before every write.
    /// Refused when it is no longer listed, or has been moved to another time.
    virtual CaseResult<CaseAttendance> attendance(const domain::Appointment& appointment) = 0;
    virtual CaseResult<CaseAttendance> put_attendance(const domain::Appointment& appointment,
                                                      const AttendanceDraft& draft) = 0;
    virtual CaseResult<CaseAttendance> put_feedback(const domain::Appointment& appointment,
                                                    const FeedbackDraft& draft) = 0;
    virtual CaseResult<CaseAttendance> submit(const domain::Appointment& appointment) = 0;

    /// Where such a call about this appointment goes: `PUT /referral/…`, without a host.
    virtual std::string address_of(CaseCall call, const domain::Appointment& appointment) const = 0;

    /// Our clock less the case system's, from the newest `Date` header of any answer.
    virtual std::optional<domain::ClockDifference> clock_difference() const = 0;

    /// Calls read(0) to read(count - 1), several at a time where the adapter can, and returns when all have
    /// returned. `read` may be called from several threads at once: each call writes to a place of its own.
    virtual void several_at_a_time(std::size_t count, const std::function<void(std::size_t)>& read) {
        for (std::size_t i = 0; i < count; ++i) read(i);
    }
};

}  // namespace server::app
