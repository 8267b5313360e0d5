#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/figures/case_details.h"
#include "server/figures/figure_id.h"
#include "shared/base/instant.h"
#include "shared/domain/appointment.h"
#include "shared/domain/attendance.h"
#include "shared/domain/date.h"
#include "shared/domain/ids.h"

/// What happened on one referral, as the figures need it: the case system's record, and beside it what only
/// the hub knows. Whatever is absent is not known, unless its line says otherwise; nothing is guessed.
namespace server::figures {

enum class Complexity { NotKnown, Low, Medium, High };

/// A version of the action plan.
struct Plan {
    bool approved = false;
    std::optional<base::Instant> submitted_at;
    std::optional<base::Instant> approved_at{};  ///< absent: was not, or nothing says when

    bool operator==(const Plan&) const = default;
};

/// An appointment of the referral, whatever its kind and wherever it is held.
struct Meeting {
    domain::AppointmentId id;
    domain::AppointmentType type = domain::AppointmentType::Delivery;
    base::Instant start{};
    bool stands = true;                            ///< neither moved to another time nor cancelled
    std::optional<domain::Attendance> attendance;  ///< absent: nobody has recorded it
    bool late_is_flag = false;                     ///< in the case system it is `yes` with the flag `late`
    std::optional<bool> session_held;              ///< absent: nobody has recorded it
    std::optional<base::Instant> stored_at;   ///< when the hub first stored or drafted what is known of it
    std::optional<base::Instant> drafted_at;  ///< when the hub first drafted it in the case system
    bool submitted = false;                   ///< shared with the practitioner
    std::optional<base::Instant>
        submitted_at;  ///< absent although `submitted`: by somebody else, when is not known
    std::optional<base::Instant> told_at;  ///< the practitioner was told by telephone; absent: was not

    bool operator==(const Meeting&) const = default;
};

struct EndOfServiceReport {
    base::Instant submitted_at{};
    std::optional<double> score;  ///< of its outcomes: achieved 1, partially 0.5, not 0

    bool operator==(const EndOfServiceReport&) const = default;
};

/// Something that was open for the person to answer: the exit survey, or the rating at the start.
struct Answering {
    std::optional<base::Instant> offered_at;   ///< absent: was not
    std::optional<base::Instant> answered_at;  ///< absent: was not
    bool declined = false;
    bool expired = false;

    bool operator==(const Answering&) const = default;
};

/// Somebody asked the provider for evidence.
struct EvidenceRequest {
    std::string id;
    base::Instant received_at{};
    std::optional<base::Instant> sent_at;  ///< absent: was not

    bool operator==(const EvidenceRequest&) const = default;
};

struct ReferralHistory {
    domain::ReferralId id;
    domain::PersonId person;
    domain::ContractRef contract;
    Complexity complexity = Complexity::NotKnown;
    base::Instant received_at{};
    std::optional<base::Instant> concluded_at;  ///< absent: was not
    bool end_requested = false;                 ///< by the practitioner: cancelled or withdrawn
    std::string end_code;                       ///< as the case system has it; empty: none
    std::optional<domain::Date> expiry;         ///< of the sentence or of post-sentence supervision
    std::optional<std::vector<Plan>> plans;     ///< empty: there is none
    std::optional<std::vector<Meeting>> meetings;
    std::optional<EndOfServiceReport> end_report;  ///< absent: there is none
    std::optional<base::Instant> completed_at;     ///< the intervention was completed; absent: was not
    std::optional<Answering> exit_survey;
    std::optional<Answering> start_rating;
    std::optional<std::vector<EvidenceRequest>> evidence;  ///< empty: nobody asked for any
    std::optional<CaseDetails> details;                    ///< absent: they were not read
    std::map<FigureId, std::string> mitigations;  ///< the reason, in staff's words, that excuses a miss

    bool operator==(const ReferralHistory&) const = default;
};

}  // namespace server::figures
