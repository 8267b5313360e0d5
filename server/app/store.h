#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/account.h"
#include "server/app/evidence_records.h"
#include "server/app/extract_records.h"
#include "server/app/handover_port.h"
#include "server/app/history.h"
#include "server/app/person_records.h"
#include "server/app/records.h"
#include "server/app/rule_change.h"
#include "server/app/visitors.h"
#include "shared/base/result.h"
#include "shared/domain/appointment.h"
#include "shared/domain/attendance.h"
#include "shared/domain/update.h"

/// The hub's record, as the use cases see it. Implemented on SQLite by server/store.
namespace server::app {

/// One consistent look at the record.
class View : public HandoverView {
public:
    ~View() override = default;

    /// Every appointment of a London day (domain::is_on), of any kind and status, by start.
    virtual base::Result<std::vector<domain::Appointment>> appointments_on(domain::Date day) = 0;
    virtual base::Result<std::vector<domain::Appointment>> appointments_of(const domain::PersonId& person,
                                                                           domain::Date day) = 0;
    /// NotFound when the hub does not hold it.
    virtual base::Result<domain::Appointment> appointment(const domain::AppointmentId& id) = 0;
    virtual base::Result<std::vector<domain::Appointment>> appointments_of(
        const domain::ReferralId& referral) = 0;

    /// Unsealed. NotFound when unknown or erased.
    virtual base::Result<Person> person(const domain::PersonId& id) = 0;
    virtual base::Result<std::optional<domain::PersonId>> person_with_crn(std::string_view crn) = 0;
    /// People with this plain key (domain::query_key) who have an appointment expected here that day, or
    /// something open to answer.
    virtual base::Result<std::vector<domain::PersonId>> people_with_key(std::string_view plain_key,
                                                                        domain::Date day) = 0;
    virtual base::Result<Referral> referral(const domain::ReferralId& id) = 0;
    /// Those not erased who have neither an appointment that starts at this instant or later nor an event
    /// stored since; by id.
    virtual base::Result<std::vector<domain::PersonId>> people_without_anything_since(base::Instant from) = 0;
    /// Every appointment that the hub holds of them or has stored an event or update for; by id.
    virtual base::Result<std::vector<domain::AppointmentId>> appointments_ever(
        const domain::PersonId& person) = 0;

    /// In the order they were stored.
    virtual base::Result<std::vector<domain::AttendanceEvent>> events_of(const domain::AppointmentId& id) = 0;
    virtual base::Result<std::vector<domain::AttendanceEvent>> events_of(const domain::ArrivalId& id) = 0;
    virtual base::Result<std::optional<base::Instant>> newest_event_at() = 0;
    /// Appointments that start in [from, to) and of which one arrival is stored, sure and with its
    /// attendance, and nothing else but a reason, a telling or a decision to submit: their record waits for
    /// nobody.
    virtual base::Result<std::set<domain::AppointmentId>> plain_arrivals(base::Instant from,
                                                                         base::Instant to) = 0;
    /// Arrivals and contacts stored in [from, to) for appointments that the hub does not hold, as they were
    /// stored; undone ones too.
    virtual base::Result<std::vector<domain::AttendanceEvent>> arrivals_for_unknown(base::Instant from,
                                                                                    base::Instant to) = 0;

    virtual base::Result<std::optional<domain::Update>> update_of(const domain::AppointmentId& id) = 0;
    /// Everything still owed (not submitted, not withdrawn), tightest deadline first.
    virtual base::Result<std::vector<domain::Update>> updates_owed() = 0;
    using Wanted = std::function<bool(const domain::Update&)>;
    /// The tightest deadline first, the first that `wanted` takes among those whose time has come: held past
    /// its hold, interrupted, or drafted with a decision to submit or of an appointment the case system has
    /// settled; each only past its next try. Those that wait for a person are never among them.
    virtual base::Result<std::optional<domain::Update>> update_due(base::Instant now,
                                                                   const Wanted& wanted) = 0;
    /// Every update, of any state, of appointments that start in [from, to), by start.
    virtual base::Result<std::vector<domain::Update>> updates_between(base::Instant from,
                                                                      base::Instant to) = 0;

    virtual base::Result<std::vector<Kiosk>> kiosks() = 0;
    virtual base::Result<std::vector<KioskHealth>> kiosk_health() = 0;
    /// All of them, in the order they were stored.
    virtual base::Result<std::vector<KioskChange>> kiosk_changes() = 0;
    /// What managers have changed of the hub's rules, in the order they were stored; quick.
    virtual base::Result<std::vector<RuleValue>> rule_values() = 0;
    /// The same with who and why.
    virtual base::Result<std::vector<RuleChange>> rule_changes() = 0;
    virtual base::Result<std::vector<Call>> open_calls() = 0;
    /// One call, answered or not.
    virtual base::Result<std::optional<Call>> call(std::string_view id) = 0;
    virtual base::Result<SyncState> sync_state() = 0;
    /// None before the first check.
    virtual base::Result<std::optional<RecordCheck>> record_check() = 0;
    /// In the order they were stored.
    virtual base::Result<std::vector<PersonLook>> looks_between(base::Instant from, base::Instant to) = 0;
    /// All of them, in the order they were stored.
    virtual base::Result<std::vector<JournalSettled>> settled_journals() = 0;
    virtual base::Result<std::vector<Erasure>> erasures_between(base::Instant from, base::Instant to) = 0;
    /// None before the first.
    virtual base::Result<std::optional<Housekeeping>> housekeeping() = 0;
    virtual base::Result<std::optional<StoredAnswer>> answer(std::string_view key) = 0;

    /// NotFound when there is none.
    virtual base::Result<Offer> offer(const domain::OfferId& id) = 0;
    /// In any state; by kind.
    virtual base::Result<std::vector<Offer>> offers_of(const domain::ReferralId& referral) = 0;
    /// In any state; by the time they were opened, then by kind.
    virtual base::Result<std::vector<Offer>> offers_of(const domain::PersonId& person) = 0;
    /// Those still to be made, without answers; by the time they were opened, then by kind.
    virtual base::Result<std::vector<Offer>> open_offers() = 0;
    /// Opened in [from, to), in any state; by the time they were opened. Without answers.
    virtual base::Result<std::vector<Offer>> offers_opened(base::Instant from, base::Instant to) = 0;
    /// All of them, in an order that says nothing.
    virtual base::Result<std::vector<AnonymousAnswer>> anonymous_answers() = 0;
    /// None when nothing waits for the close of day.
    virtual base::Result<std::optional<HeldAnswers>> held_answers() = 0;

    /// In the order they were stored. None of a person whom the hub does not hold, or has erased.
    virtual base::Result<std::vector<Consent>> consents_of(const domain::PersonId& person) = 0;
    /// Calls with the cause `survey_help` that were made at this instant or later, answered or not; by the
    /// time they were made, then by id.
    virtual base::Result<std::vector<Call>> help_calls_since(base::Instant from) = 0;
    /// In the order they were stored.
    virtual base::Result<std::vector<HelpFollowUp>> follow_ups_of(const std::string& call) = 0;

    /// NotFound when there is none.
    virtual base::Result<Slip> slip(const domain::SlipId& id) = 0;
    /// In any state; none when the hub keeps no slip with this hash.
    virtual base::Result<std::optional<Slip>> slip_with_hash(std::string_view hash) = 0;
    /// The one that has not been revoked; it may have expired.
    virtual base::Result<std::optional<Slip>> slip_of(const domain::PersonId& person) = 0;
    /// In any state; by the time they were made, then by id.
    virtual base::Result<std::vector<Slip>> slips() = 0;
    /// What tells this hub's tokens from another hub's (domain::is_slip_mark); it never changes.
    virtual base::Result<std::string> slip_mark() = 0;

    /// NotFound when the itinerary has no such session.
    virtual base::Result<domain::Session> session(const domain::SessionId& id) = 0;
    /// Those that start, or before they were moved started, in [from, to), in any state; by start, then id.
    virtual base::Result<std::vector<domain::Session>> sessions_between(base::Instant from,
                                                                        base::Instant to) = 0;
    /// In the order they were stored.
    virtual base::Result<std::vector<ItineraryChange>> itinerary_changes_between(base::Instant from,
                                                                                 base::Instant to) = 0;
    /// Id of the change stored last; empty before the first.
    virtual base::Result<std::string> newest_itinerary_change() = 0;

    /// By name.
    virtual base::Result<std::vector<Account>> accounts() = 0;
    virtual base::Result<std::optional<Account>> account(const AccountId& id) = 0;
    /// By comparable_name().
    virtual base::Result<std::optional<Account>> account_named(std::string_view name) = 0;
    virtual base::Result<RefusedSignIns> refused_sign_ins() = 0;
    /// In the order they were stored.
    virtual base::Result<std::vector<AccountChange>> account_changes_between(base::Instant from,
                                                                             base::Instant to) = 0;

    /// In the order they were stored.
    virtual base::Result<std::vector<VisitorCount>> visitors_between(base::Instant from,
                                                                     base::Instant to) = 0;
    virtual base::Result<std::optional<History>> history(const domain::ReferralId& id) = 0;
    /// All of them; by referral.
    virtual base::Result<std::vector<History>> histories() = 0;
    /// Of all that are held or were erased; by referral.
    virtual base::Result<std::vector<HistoryMark>> history_marks() = 0;
    /// None before the first.
    virtual base::Result<std::optional<HistoryReading>> history_reading() = 0;
    /// Of what was stored from this instant on.
    virtual base::Result<OwnRecord> own_record(base::Instant from) = 0;
    /// None while the month is not frozen.
    virtual base::Result<std::optional<figures::FrozenMonth>> frozen_month(domain::Month month) = 0;
    virtual base::Result<std::optional<domain::Month>> newest_frozen_month() = 0;
    /// What that month was made of, as far as its referrals are held; by referral, then as it was frozen.
    virtual base::Result<std::vector<figures::FrozenItem>> frozen_items(domain::Month month) = 0;
    /// The register of requests for evidence, and what became of them; in the order they were stored.
    virtual base::Result<std::vector<EvidenceRequest>> evidence_requests() = 0;
    virtual base::Result<std::vector<EvidenceAnswer>> evidence_answers() = 0;
    /// The log of case-level extracts; in the order they were stored.
    virtual base::Result<std::vector<ExtractRequest>> extract_requests() = 0;
    virtual base::Result<std::vector<ExtractStep>> extract_steps() = 0;
};

/// The only way to change the record: everything done to one Transaction is committed together or not at all.
class Transaction : public View, public HandoverChanges {
public:
    using HandoverChanges::append;
    using HandoverChanges::put;

    /// Adds to the append-only record and to its chain. Conflict when the event's id is taken. Of a person or
    /// an appointment that the hub does not hold it is kept too.
    virtual base::Done append(const domain::AttendanceEvent& event) = 0;
    /// Inserts or replaces by id; a second update for the same appointment is a Conflict.
    virtual base::Done put(const domain::Update& update) = 0;
    /// By id; Conflict when another person has the CRN, or when this one was erased.
    virtual base::Done put(const Person& person) = 0;
    virtual base::Done put(const Referral& referral) = 0;
    virtual base::Done put(const domain::Appointment& appointment) = 0;
    /// By id; Conflict when another kiosk has the fingerprint.
    virtual base::Done put(const Kiosk& kiosk) = 0;
    virtual base::Done put(const KioskHealth& health) = 0;
    /// Conflict when the change's id is taken, NotFound when there is no such kiosk.
    virtual base::Done append(const KioskChange& change) = 0;
    /// Conflict when the change's id is taken.
    virtual base::Done append(const RuleChange& change) = 0;
    virtual base::Done put(const Call& call) = 0;
    virtual base::Done put(const SyncState& state) = 0;
    virtual base::Done put(const RecordCheck& check) = 0;
    /// Both only ever grow. NotFound for a look at a person of whom the hub has no row.
    virtual base::Done append(const PersonLook& look) = 0;
    virtual base::Done append(const JournalSettled& settled) = 0;
    /// Conflict when the key has an answer already: the first one stands.
    virtual base::Done remember(const StoredAnswer& answer) = 0;
    /// Answers of before this instant: their requests are repeated no more.
    virtual base::Done forget_answers_before(base::Instant instant) = 0;
    /// Slips that have not worked since before this instant.
    virtual base::Done forget_slips_ended_before(base::Instant instant) = 0;
    virtual base::Done put(const Housekeeping& done) = 0;
    /// By id; Conflict when the referral has another one of this kind.
    virtual base::Done put(const Offer& offer) = 0;
    /// Adds them, each under a fresh key of chance, so that nothing in any file tells when they came or in
    /// which order.
    virtual base::Done add(const std::vector<AnonymousAnswer>& answers) = 0;
    /// In place of what was held before. What that was is out of the data folder's files only after
    /// Store::empty_log().
    virtual base::Done put(const HeldAnswers& held) = 0;
    /// Nothing is held any more.
    virtual base::Done forget_held_answers() = 0;
    /// Conflict when the id is taken, NotFound of a person whom the hub does not hold or has erased.
    virtual base::Done append(const Consent& consent) = 0;
    /// Conflict when the id is taken, NotFound when there is no such call.
    virtual base::Done append(const HelpFollowUp& follow_up) = 0;
    /// By id; Conflict when the person has another one that has not been revoked, when another one has the
    /// hash, or when the person is unknown or erased.
    virtual base::Done put(const Slip& slip) = 0;
    /// By id.
    virtual base::Done put(const domain::Session& session) = 0;
    /// Conflict when the change's id is taken, NotFound when there is no such session.
    virtual base::Done append(const ItineraryChange& change) = 0;
    /// By id; Conflict when another account has the name.
    virtual base::Done put(const Account& account) = 0;
    virtual base::Done put(const RefusedSignIns& refused) = 0;
    /// Conflict when the change's id is taken, NotFound when there is no such account.
    virtual base::Done append(const AccountChange& change) = 0;
    /// Conflict when the count's id is taken.
    virtual base::Done append(const VisitorCount& count) = 0;
    /// By referral; `crn` is whose it is, and kept as a hash alone. Passed over when it was erased.
    virtual base::Done keep(const History& history, std::string_view crn) = 0;
    virtual base::Done keep(const HistoryReading& reading) = 0;
    /// The case system's whole list, read now: histories that it lacks are marked with since when, and those
    /// that it has again are not any more.
    virtual base::Done note_listed(const std::set<domain::ReferralId>& listed, base::Instant now) = 0;
    /// Those whose referral ended before the one instant, or is not listed since before the other, and how
    /// they stood in frozen months.
    virtual base::Done forget_histories(base::Instant ended_before, base::Instant unlisted_before) = 0;
    /// Conflict when the month is frozen already: it is never frozen again.
    virtual base::Done freeze(const figures::FrozenMonth& month,
                              const std::vector<figures::FrozenItem>& items) = 0;
    /// Conflict when the request's id is taken.
    virtual base::Done append(const EvidenceRequest& request) = 0;
    /// Conflict when the answer's id is taken or the request has one of this word, NotFound when there is no
    /// such request.
    virtual base::Done append(const EvidenceAnswer& answer) = 0;
    /// Conflict when the request's id is taken.
    virtual base::Done append(const ExtractRequest& request) = 0;
    /// Conflict when the step's id is taken, NotFound when there is no such request.
    virtual base::Done append(const ExtractStep& step) = 0;
    /// As erase(), because the time for keeping them is over: their histories stay, without a name, as long
    /// as figures need them.
    virtual base::Done put_away(const Erasure& erasure) = 0;
    /// Throws the person's key away, their entry, their slips, what they are found by and the histories of
    /// their referrals, which are not read again, and keeps that it was done. Their events stay in the chain
    /// without actor, reason and device times. Conflict while an update about them is owed; NotFound when
    /// unknown; erasing twice is fine and is kept once, and takes the histories of somebody who was put away.
    /// The key is out of the data folder's files only after Store::empty_log().
    virtual base::Done erase(const Erasure& erasure) = 0;
};

/// Tells that something was committed, by this program or by another, without looking at what. Used by one
/// thread at a time.
class ChangeMark {
public:
    virtual ~ChangeMark() = default;
    /// Another number than before once something was committed since. Quick.
    virtual base::Result<std::int64_t> read() = 0;
};

class Store {
public:
    using Command = std::function<base::Done(Transaction&)>;
    using Look = std::function<base::Done(View&)>;
    using OnDone = std::function<void(base::Done)>;

    virtual ~Store() = default;

    /// Queues a command for the one writer. It runs alone, is rolled back if it fails, and is committed with
    /// whatever else has gathered; `on_done` is called on the writer's thread once it is durable on disk, or
    /// with the error. Unavailable at once, without queueing, when the queue is full.
    virtual void write(Command command, OnDone on_done) = 0;
    /// The same, waiting for the outcome. Never from the writer's thread.
    base::Done write_and_wait(Command command);

    /// Looks at one snapshot. From any thread, beside the writer.
    virtual base::Done read(const Look& look) = 0;

    /// Takes what was erased out of every file that the store writes. Unavailable while somebody still looks
    /// at it as it was: to be called again.
    virtual base::Done empty_log() = 0;
};

}  // namespace server::app
