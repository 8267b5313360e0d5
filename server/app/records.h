#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/instant.h"
#include "shared/domain/calendar.h"
#include "shared/domain/device_time.h"
#include "shared/domain/ids.h"
#include "shared/domain/itinerary.h"
#include "shared/domain/survey.h"

/// What the hub holds beside appointments, events and updates.
namespace server::app {

/// The personal part of a record; sealed at rest under the person's own key.
struct Person {
    domain::PersonId id;
    std::string crn;
    std::string first_name;
    std::string last_name;
    std::optional<domain::Date> born;
    std::string preferred_language;  ///< as the case system has it, such as `Urdu`; may be empty
    bool needs_interpreter = false;
    std::string interpreter_language;
    std::string access_needs;

    bool operator==(const Person&) const = default;
};

struct Referral {
    domain::ReferralId id;
    domain::PersonId person;
    domain::ContractRef contract;
    std::string reference;  ///< opaque text, such as `JK1827PE`
    bool concluded = false;

    bool operator==(const Referral&) const = default;
};

/// A kiosk of this hub, known by the fingerprint of its certificate.
struct Kiosk {
    domain::KioskId id;
    std::string fingerprint;  ///< SHA-256 of the certificate (DER), 64 lower-case hexadecimal digits
    base::Instant added_at{};
    std::optional<base::Instant> revoked_at;
    std::string name{};  ///< as staff have called it since; empty: by its id

    /// As staff call it now.
    const std::string& shown() const { return name.empty() ? id.text() : name; }
    bool operator==(const Kiosk&) const = default;
};

/// What somebody did with a kiosk.
enum class KioskAct { Renamed, Revoked };
/// Only ever more of them.
struct KioskChange {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::KioskId kiosk;
    KioskAct act = KioskAct::Renamed;
    std::string name;      ///< as it was called until then
    std::string new_name;  ///< of one that was renamed
    std::string who;
    std::string why;

    bool operator==(const KioskChange&) const = default;
};

/// What a kiosk last said of itself.
struct KioskHealth {
    domain::KioskId kiosk;
    base::Instant seen_at{};
    std::chrono::milliseconds skew{0};
    std::string version;
    unsigned journal_waiting = 0;             ///< records of any kind that the server has not accepted
    unsigned arrivals_waiting = 0;            ///< arrivals and undos still to be sent
    unsigned arrivals_refused = 0;            ///< arrivals and undos refused for good
    std::optional<base::Instant> refused_at;  ///< when there last became more of those, by the server's clock
    bool out_of_use = false;                  ///< staff took it out of use

    bool operator==(const KioskHealth&) const = default;
};

/// Somebody at a kiosk wants a person.
struct Call {
    std::string id;
    domain::KioskId kiosk;
    std::string language;
    /// By the kiosk: `asked`, `not_found`, `many_misses`, `survey_help`. By an arrival: `came_after_end`,
    /// `for_reception`.
    std::string cause;
    base::Instant at{};        ///< when it was asked for; a kiosk that was cut off tells it later
    base::Instant heard_at{};  ///< when the server learned of it
    domain::ClockState clock = domain::ClockState::Sure;  ///< how sure `at` is
    std::optional<base::Instant> answered_at;
    std::string answered_by;  ///< who goes, as a kiosk may show it; may be empty

    bool operator==(const Call&) const = default;
};

/// How the end of an offer came to the hub.
enum class OfferWay {
    Kiosk,
    Paper,  ///< filled in on paper, and entered by staff
    Desk,   ///< said to staff, who entered it
};

/// Something that is or was open for a person to answer. One of each kind a referral.
struct Offer {
    domain::OfferId id;
    domain::ReferralId referral;
    domain::PersonId person;
    domain::OfferKind kind = domain::OfferKind::ExitSurvey;
    domain::OfferState state = domain::OfferState::Open;
    base::Instant opened_at{};
    std::optional<base::Instant> offered_at;  ///< when the person first saw it
    std::optional<base::Instant> ended_at;    ///< declined, answered or expired
    std::optional<domain::Answers> answers;   ///< ratings, or what the person shared; lost with their key
    OfferWay way = OfferWay::Kiosk;
    std::string entered_by;  ///< the member of staff who entered it; empty: nobody did; lost with their key

    bool operator==(const Offer&) const = default;
};

/// A printed code by which a person is found. The hub keeps a hash of its token and never the token.
struct Slip {
    domain::SlipId id;
    domain::PersonId person;
    domain::ReferralId referral;  ///< for which it was made
    std::string hash;             ///< domain::slip_hash of the token
    base::Instant made_at{};
    base::Instant expires_at{};
    std::optional<base::Instant> revoked_at;
    std::string made_by;  ///< the name of the member of staff

    /// Whether the person can be found by it at this moment.
    bool works_at(base::Instant at) const { return !revoked_at && at < expires_at; }
    bool operator==(const Slip&) const = default;
};

/// What somebody answered, of whom nothing is known.
struct AnonymousAnswer {
    std::string month;    ///< `2026-11`, of London
    std::string service;  ///< contract reference
    domain::Answers answers;

    bool operator==(const AnonymousAnswer&) const = default;
};

/// What somebody did to the itinerary.
enum class ItineraryAct { Added, Moved, Cancelled, Full, Opened };
/// Only ever more of them. The id of the newest is the itinerary's version.
struct ItineraryChange {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::SessionId session;
    ItineraryAct act = ItineraryAct::Added;
    std::string who;  ///< the name of the member of staff

    bool operator==(const ItineraryChange&) const = default;
};

/// How fresh the copy of the case system's schedule is.
struct SyncState {
    std::optional<base::Instant> succeeded_at;  ///< the last try that came to its end
    std::optional<base::Instant> tried_at;
    std::string problem;  ///< of the last try, in plain words; empty when every referral was read
    std::optional<domain::ClockDifference> from_case_system;  ///< of our clock, by its newest `Date` header

    bool operator==(const SyncState&) const = default;
};

/// What the server found when it last looked through its whole record in the background.
struct RecordCheck {
    base::Instant at{};
    std::string problem;  ///< in plain words with what to do; empty when all is well

    bool operator==(const RecordCheck&) const = default;
};

/// Somebody looked at a person's record. Kept for ever beside it.
struct PersonLook {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::PersonId person;
    std::string who;   ///< the name of the member of staff
    std::string what;  ///< such as `name on the board of 2026-11-23`

    bool operator==(const PersonLook&) const = default;
};

/// What somebody has said of a kiosk's journal.
enum class JournalWord {
    Lost,         ///< what the kiosk may have kept will never come
    RefusedSeen,  ///< the arrivals that were refused for good so far have been looked at and seen to
};
struct JournalSettled {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::KioskId kiosk;
    JournalWord word = JournalWord::Lost;
    std::string who;
    std::string why;

    bool operator==(const JournalSettled&) const = default;
};

/// A person's key was thrown away, and with it all that the hub could say of them.
struct Erasure {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::PersonId person;
    std::string who;  ///< `hub-server` where the time for keeping them was over
    std::string why;

    bool operator==(const Erasure&) const = default;
};

/// The last time that the hub put away what it need not keep.
struct Housekeeping {
    base::Instant done_at{};
    unsigned erased = 0;  ///< people
    unsigned kept = 0;    ///< people whose time is over, and of whom something is still to be settled

    bool operator==(const Housekeeping&) const = default;
};

/// The first answer to a request, given again to every repeat of it.
struct StoredAnswer {
    std::string key;        ///< the Idempotency-Key
    std::string body_hash;  ///< SHA-256 of the request, so that another body under the same key is noticed
    int status = 200;
    std::string body;
    base::Instant at{};

    bool operator==(const StoredAnswer&) const = default;
};

}  // namespace server::app
