#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/instant.h"

/// What the stand-in for Refer and Monitor holds. Words are R&M's own, as its answers spell them.
namespace sandbox {

/// A user of HMPPS Auth. `groups` decide what a provider's user may see: `INT_SP_<provider>` and
/// `INT_CR_<contract>`.
struct User {
    std::string username;
    std::string user_id;
    std::string auth_source = "auth";  ///< "auth": a provider; "delius": a practitioner, who sees everything
    std::vector<std::string> groups;
};

struct Person {
    std::string crn;  ///< empty: the next free one
    std::string first_name;
    std::string last_name;
    std::string born = {};  ///< YYYY-MM-DD; empty: R&M does not know it
    std::string preferred_language = {};
    std::string interpreter_language = {};  ///< empty: no interpreter is needed
    std::string access_needs = {};
    bool in_custody = false;
};

struct Address {
    std::string first_line;
    std::string second_line;
    std::string town;
    std::string county;
    std::string postcode;  ///< given back without spaces, as R&M does
};

enum class Delivery { HubAddress, ProbationOffice, PhoneCall, VideoCall };
enum class Kind { OneToOne, Group };

/// How a date-time is spelled in an answer: R&M is not of one mind.
enum class TimeForm { Zulu, SummerOffset, NineDigits };

/// A draft of session feedback. Absent = null.
struct SessionFeedback {
    std::optional<bool> late;
    std::optional<bool> notify_of_behaviour;
    std::optional<bool> notify_of_concerns;
    std::optional<std::string> late_reason;
    std::optional<std::string> session_summary;
    std::optional<std::string> session_response;
    std::optional<std::string> session_concerns;
    std::optional<std::string> session_behaviour;
    std::optional<std::string> future_session_plans;
    std::optional<std::string> no_session_reason_type;
    std::optional<std::string> no_session_reason_pop_acceptable;
    std::optional<std::string> no_session_reason_pop_unacceptable;
    std::optional<std::string> no_session_reason_logistics;
    std::optional<std::string> no_attendance_information;
    bool operator==(const SessionFeedback&) const = default;
};

struct Appointment {
    std::string id;
    base::Instant start;
    int minutes = 60;
    Kind kind = Kind::OneToOne;
    Delivery delivery = Delivery::HubAddress;
    Address address;          ///< where it is a hub's
    std::string office_code;  ///< where it is a probation office's
    TimeForm time_form = TimeForm::Zulu;
    bool superseded = false;

    std::optional<std::string> attended;  ///< yes, no, late
    std::optional<bool> did_session_happen;
    std::optional<base::Instant> attendance_at;  ///< the sandbox's own time of the PUT
    std::optional<User> attendance_by;
    SessionFeedback feedback;
    std::optional<base::Instant> feedback_at;
    std::optional<User> feedback_by;
    bool submitted = false;
    std::optional<User> submitted_by;
};

/// A session of the action plan: `current` is empty while it is not scheduled.
struct Session {
    std::string id;
    int number = 1;
    std::optional<Appointment> current;
    std::vector<Appointment> moved;  ///< superseded ones, oldest first
};

struct Referral {
    std::string id;
    std::string reference;
    Person person;
    std::string contract;
    std::string provider = "BIG_LIFE_GROUP";
    base::Instant sent_at;
    std::optional<User> assigned_to;

    bool has_assessment = true;
    std::string assessment_id;
    std::vector<Appointment> assessments;  ///< the current one last, if `assessment_booked`
    bool assessment_booked = false;

    std::string action_plan_id;  ///< empty: none approved
    std::vector<Session> sessions;

    std::optional<base::Instant> concluded_at;
    std::string withdrawal_code;  ///< not empty: withdrawn
    bool end_of_service_report = false;
};

/// What happened to one appointment by calls from outside: the ground truth of "once, and only once".
struct Effects {
    std::map<std::string, int> attendance;  ///< accepted PUTs by value of `attended`
    int feedback = 0;
    int submits = 0;
    int wiped_drafts = 0;      ///< drafted session feedback lost by a PUT of attendance
    int broken_handovers = 0;  ///< submitted as attended, not held, and without a reason: Delius gets nothing
};

}  // namespace sandbox
