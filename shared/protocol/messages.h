#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/secret.h"
#include "shared/domain/attendance.h"
#include "shared/domain/calendar.h"
#include "shared/domain/device_time.h"
#include "shared/domain/ids.h"
#include "shared/domain/itinerary.h"
#include "shared/domain/late_reason.h"
#include "shared/domain/person_key.h"
#include "shared/domain/survey.h"

/// What kiosk and server say to each other, as values; their JSON is in json.h, each message with an example
/// in docs/protocol.md. No message carries a name, a CRN or a date of birth; only a search carries what was
/// typed.
namespace protocol {

/// An appointment as the kiosk may show it: times only.
struct OfferedAppointment {
    domain::AppointmentId id;
    base::Instant start{};
    base::Instant end{};
    std::optional<base::Instant> arrived_at;  ///< already checked in
    /// How sure `arrived_at` is: a doubtful one says that they came, and is shown to nobody.
    domain::ClockState clock = domain::ClockState::Sure;
    bool operator==(const OfferedAppointment&) const = default;
};

/// Something that is open for a person at their next visit (docs/surveys.md).
struct Offer {
    domain::OfferId id;
    domain::OfferKind kind = domain::OfferKind::ExitSurvey;
    std::string service;                 ///< contract reference: all that an anonymous answer tells of where
    std::vector<domain::Answer> before;  ///< of an exit rating: the ratings at the start
    bool operator==(const Offer&) const = default;
};

// ---- POST /v1/find

/// By what was typed or by a slip: by exactly one of them.
struct FindRequest {
    std::optional<domain::PersonQuery> query;
    std::optional<std::string> slip;          ///< the token, as domain::read_slip takes it
    std::optional<base::Instant> start_time;  ///< given when the reply before asked for it
    /// How long ago the first touch of the visit was, by the kiosk's boot-time clock: what a check-in covers
    /// is judged at that moment.
    std::chrono::milliseconds touched_ago{0};
    bool operator==(const FindRequest&) const = default;
};

enum class FindOutcome {
    Found,
    AskLetter,     ///< two people fit: the first letter would tell them apart
    AskYear,       ///< two people fit: the year of birth would
    AskStartTime,  ///< still two: the start time would
    NotFound,      ///< nobody fits, or reception must sort it out; never says which part was wrong
};

struct FindReply {
    FindOutcome outcome = FindOutcome::NotFound;
    domain::PersonId person;  ///< when Found
    std::string initial;      ///< one letter of the name the person is known by; may be empty
    std::string language;     ///< BCP 47 of the preferred language if the hub knows it, or empty
    std::vector<OfferedAppointment>
        covered;  ///< what a check-in now covers; with arrived_at: already checked in
    std::vector<OfferedAppointment> later;         ///< today's later ones, which need their own check-in
    std::optional<OfferedAppointment> came_after;  ///< nothing is left: the one that has ended
    std::vector<base::Instant> start_times;        ///< when AskStartTime
    std::vector<Offer> offers;                     ///< when Found: open for this person
    bool operator==(const FindReply&) const = default;
};

// ---- POST /v1/arrivals

struct ArrivalRequest {
    domain::ArrivalId arrival;  ///< made by the kiosk, also the Idempotency-Key
    domain::PersonId person;
    std::vector<domain::AppointmentId> appointments;  ///< those shown as covered, 1 to 10
    domain::DeviceTime first_touch;                   ///< the first touch of the visit: the arrival time
    domain::DeviceTime run_began;                     ///< when the kiosk's unbroken run of use began
    std::string language;                             ///< the language of the visit, BCP 47
    domain::DeviceTime told;        ///< the kiosk's clocks when this was sent: from the header, see sending.h
    bool recorded_offline = false;  ///< the person was told "saved here, will be sent": from the header too
    bool operator==(const ArrivalRequest&) const = default;
};

enum class ArrivalResult {
    Yes,
    Late,
    CameAfterEnd,  ///< kept as a contact, not as attendance
    AlreadyIn,     ///< an earlier arrival stands
    ForReception,  ///< kept, but a person must look: cancelled since, unknown here, or a doubtful time
};

struct ArrivalOutcome {
    domain::AppointmentId appointment;
    base::Instant start{};
    ArrivalResult result = ArrivalResult::Yes;
    std::optional<base::Instant> arrived_at;  ///< the arrival that stands; of AlreadyIn only when it is sure
    bool queued = false;
    bool operator==(const ArrivalOutcome&) const = default;
};

struct ArrivalReply {
    domain::ArrivalId arrival;
    domain::ClockState clock = domain::ClockState::Sure;
    std::vector<ArrivalOutcome> outcomes;  ///< one for each appointment asked for, in that order
    std::vector<Offer> offers;             ///< open for this person now
    bool operator==(const ArrivalReply&) const = default;
};

// ---- POST /v1/arrivals/{arrival}/undo  and  /reason

struct UndoRequest {
    domain::ArrivalId arrival;
    domain::DeviceTime confirmed;   ///< when the person confirmed the check-in
    domain::DeviceTime taken_back;  ///< when they took it back
    bool operator==(const UndoRequest&) const = default;
};

struct ReasonRequest {
    domain::ArrivalId arrival;
    domain::LateReason reason = domain::LateReason::Other;
    bool operator==(const ReasonRequest&) const = default;
};

// ---- POST /v1/calls

enum class CallCause {
    Asked,
    NotFound,
    ManyMisses,
    SurveyHelp,  ///< somebody would like to talk to a person, said at the end of the survey
};

/// Calls reception to a kiosk: its name (from the certificate) and the language, nothing else.
struct CallRequest {
    std::string call;  ///< UUID, also the Idempotency-Key
    std::string language;
    CallCause cause = CallCause::Asked;
    domain::DeviceTime asked;  ///< when somebody was wanted
    domain::DeviceTime told;   ///< the kiosk's clocks when this was sent: from the header, see sending.h
    bool operator==(const CallRequest&) const = default;
};

// ---- GET /v1/calls/{call}/state

/// Whether somebody has set out for the person who asked.
struct CallState {
    bool answered = false;
    std::string who;  ///< their first name or role; empty: not said
    bool operator==(const CallState&) const = default;
};

// ---- POST /v1/offers

/// What became of an offer. That it was made, declined or answered stands on the referral; what was answered
/// only of a rating, or where the person shares it.
struct OfferWord {
    domain::OfferId offer;
    domain::OfferState word = domain::OfferState::Offered;  ///< never Open nor Expired
    domain::DeviceTime at;
    std::optional<domain::Answers> shared;
    domain::DeviceTime told;  ///< the kiosk's clocks when this was sent: from the header, see sending.h
    bool operator==(const OfferWord&) const = default;
};

// ---- POST /v1/answers

/// What somebody answered. Nothing in it says who, when or at which kiosk.
struct AnonymousAnswers {
    std::string month;    ///< `2026-11`, of London
    std::string service;  ///< contract reference
    domain::Answers answers;
    bool operator==(const AnonymousAnswers&) const = default;
};

/// The answers of a day, in an order of chance.
struct AnswersTogether {
    std::string batch;  ///< UUID, also the Idempotency-Key; forgotten with the stored reply
    std::vector<AnonymousAnswers> all;
    bool operator==(const AnswersTogether&) const = default;
};

// ---- POST /v1/heartbeat

struct Heartbeat {
    domain::DeviceTime told;
    std::string version;
    unsigned journal_waiting = 0;  ///< records not yet accepted by the server, of any kind
    /// Arrivals and undos among them that are still to be sent; at least 1 until the journal was read.
    unsigned arrivals_waiting = 0;
    /// Arrivals and undos that the server has refused for good; none until the journal was read, for then
    /// nobody knows.
    std::optional<unsigned> arrivals_refused;
    std::string list_version;  ///< of today's list held, or empty
    bool out_of_use = false;   ///< staff took the kiosk out of use
    bool operator==(const Heartbeat&) const = default;
};

struct HeartbeatReply {
    base::Instant server_now{};
    domain::ClockState clock = domain::ClockState::Sure;
    std::chrono::milliseconds skew{0};  ///< the kiosk's wall clock ahead of the server's
    std::string list_version;           ///< the newest; another than the kiosk's: fetch today's list
    std::string help_from;  ///< who comes when somebody asks for a person; empty: the hub does not say
    bool operator==(const HeartbeatReply&) const = default;
};

// ---- GET /v1/today

struct ListedPerson {
    domain::PersonId person;
    /// KeyedHash of each domain::person_keys() text, and of the domain::slip_key() of a slip, by list_key.
    std::vector<std::string> keys;
    std::vector<OfferedAppointment> appointments;
    std::vector<Offer> offers;  ///< without what was rated before
    bool operator==(const ListedPerson&) const = default;
};

/// What a kiosk needs to find people while the server is away. Kept in memory only and dropped at the close
/// of day.
struct TodaysList {
    domain::Date day{};
    base::Instant as_of{};
    std::string version;
    base::Instant opens_at{};
    base::Instant closes_at{};
    std::chrono::seconds grace{300};
    /// 64 hexadecimal digits, new each day. The KeyedHash key is this text itself: Secret(list_key).
    std::string list_key;
    std::string slip_mark;  ///< tells this hub's slips from another hub's
    std::vector<ListedPerson> people;
    bool operator==(const TodaysList&) const = default;
};

// ---- GET /v1/itinerary/version  and  GET /v1/itinerary

/// Another version than the one held: fetch the itinerary. A new day makes a new version too.
struct ItineraryVersion {
    std::string version;
    base::Instant as_of{};
    bool operator==(const ItineraryVersion&) const = default;
};

/// What is on today and in the days after it (domain::kItineraryDays), by start; also what was moved away.
struct Itinerary {
    std::string version;
    base::Instant as_of{};
    std::vector<domain::Session> sessions;
    bool operator==(const Itinerary&) const = default;
};

}  // namespace protocol
