#pragma once

#include "server/app/pack_port.h"
#include "server/app/store.h"
#include "server/store/accounts.h"
#include "server/store/audit.h"
#include "server/store/chain_proof.h"
#include "server/store/consents.h"
#include "server/store/events.h"
#include "server/store/evidence.h"
#include "server/store/evidence_packs.h"
#include "server/store/extracts.h"
#include "server/store/follow_ups.h"
#include "server/store/frozen.h"
#include "server/store/handover_reading.h"
#include "server/store/held_answers.h"
#include "server/store/histories.h"
#include "server/store/hub_rows.h"
#include "server/store/itinerary.h"
#include "server/store/kiosk_changes.h"
#include "server/store/outbox.h"
#include "server/store/people.h"
#include "server/store/refused_sign_ins.h"
#include "server/store/rule_changes.h"
#include "server/store/schedule.h"
#include "server/store/slips.h"
#include "server/store/surveys.h"
#include "server/store/visitors.h"

namespace server::store {

/// The questions of app::View on one connection; `Port` is View or PackTransaction, which ask the same ones.
template <class Port>
class Reading : public HandoverReading<Port> {
public:
    explicit Reading(Record record) : HandoverReading<Port>(record) {}

    base::Result<std::vector<domain::Appointment>> appointments_on(domain::Date day) override {
        return appointments_on_day(record_, day);
    }
    base::Result<std::vector<domain::Appointment>> appointments_of(const domain::PersonId& person,
                                                                   domain::Date day) override {
        return appointments_of_person(record_, person, day);
    }
    base::Result<domain::Appointment> appointment(const domain::AppointmentId& id) override {
        return read_appointment(record_, id);
    }
    base::Result<std::vector<domain::Appointment>> appointments_of(
        const domain::ReferralId& referral) override {
        return appointments_of_referral(record_, referral);
    }
    base::Result<app::Person> person(const domain::PersonId& id) override { return read_person(record_, id); }
    base::Result<std::optional<domain::PersonId>> person_with_crn(std::string_view crn) override {
        return find_by_crn(record_, crn);
    }
    base::Result<std::vector<domain::PersonId>> people_with_key(std::string_view plain_key,
                                                                domain::Date day) override {
        return find_by_key(record_, plain_key, day);
    }
    base::Result<app::Referral> referral(const domain::ReferralId& id) override {
        return read_referral(record_, id);
    }
    base::Result<std::vector<domain::PersonId>> people_without_anything_since(base::Instant from) override {
        return people_without_anything(record_, from);
    }
    base::Result<std::vector<domain::AppointmentId>> appointments_ever(
        const domain::PersonId& person) override {
        return appointments_ever_of(record_, person);
    }
    base::Result<std::vector<domain::AttendanceEvent>> events_of(const domain::AppointmentId& id) override {
        return events_of_appointment(record_, id);
    }
    base::Result<std::vector<domain::AttendanceEvent>> events_of(const domain::ArrivalId& id) override {
        return events_of_arrival(record_, id);
    }
    base::Result<std::optional<base::Instant>> newest_event_at() override {
        return newest_recorded_at(record_);
    }
    base::Result<std::set<domain::AppointmentId>> plain_arrivals(base::Instant from,
                                                                 base::Instant to) override {
        return appointments_plainly_arrived(record_, from, to);
    }
    base::Result<std::vector<domain::AttendanceEvent>> arrivals_for_unknown(base::Instant from,
                                                                            base::Instant to) override {
        return arrivals_without_appointment(record_, from, to);
    }
    base::Result<std::optional<domain::Update>> update_of(const domain::AppointmentId& id) override {
        return update_of_appointment(record_, id);
    }
    base::Result<std::vector<domain::Update>> updates_owed() override { return owed_updates(record_); }
    base::Result<std::optional<domain::Update>> update_due(base::Instant now,
                                                           const app::View::Wanted& wanted) override {
        return due_update(record_, now, wanted);
    }
    base::Result<std::vector<domain::Update>> updates_between(base::Instant from, base::Instant to) override {
        return updates_starting(record_, from, to);
    }
    base::Result<std::vector<app::Kiosk>> kiosks() override { return all_kiosks(record_); }
    base::Result<std::vector<app::KioskHealth>> kiosk_health() override { return all_kiosk_health(record_); }
    base::Result<std::vector<app::KioskChange>> kiosk_changes() override {
        return all_kiosk_changes(record_);
    }
    base::Result<std::vector<app::RuleValue>> rule_values() override { return all_rule_values(record_); }
    base::Result<std::vector<app::RuleChange>> rule_changes() override { return all_rule_changes(record_); }
    base::Result<std::vector<app::Call>> open_calls() override { return unanswered_calls(record_); }
    base::Result<std::optional<app::Call>> call(std::string_view id) override {
        return find_call(record_, id);
    }
    base::Result<app::SyncState> sync_state() override { return read_sync_state(record_); }
    base::Result<std::optional<app::RecordCheck>> record_check() override {
        return read_record_check(record_);
    }
    base::Result<std::vector<app::PersonLook>> looks_between(base::Instant from, base::Instant to) override {
        return looks(record_, from, to);
    }
    base::Result<std::vector<app::JournalSettled>> settled_journals() override {
        return all_settled_journals(record_);
    }
    base::Result<std::vector<app::Erasure>> erasures_between(base::Instant from, base::Instant to) override {
        return erasures(record_, from, to);
    }
    base::Result<std::optional<app::Housekeeping>> housekeeping() override {
        return read_housekeeping(record_);
    }
    base::Result<std::optional<app::StoredAnswer>> answer(std::string_view key) override {
        return read_answer(record_, key);
    }
    base::Result<app::Offer> offer(const domain::OfferId& id) override { return read_offer(record_, id); }
    base::Result<std::vector<app::Offer>> offers_of(const domain::ReferralId& referral) override {
        return offers_of_referral(record_, referral);
    }
    base::Result<std::vector<app::Offer>> offers_of(const domain::PersonId& person) override {
        return offers_of_person(record_, person);
    }
    base::Result<std::vector<app::Offer>> open_offers() override { return all_open_offers(record_); }
    base::Result<std::vector<app::Offer>> offers_opened(base::Instant from, base::Instant to) override {
        return offers_opened_between(record_, from, to);
    }
    base::Result<std::vector<app::AnonymousAnswer>> anonymous_answers() override {
        return all_anonymous_answers(record_);
    }
    base::Result<std::optional<app::HeldAnswers>> held_answers() override {
        return read_held_answers(record_);
    }
    base::Result<std::vector<app::Consent>> consents_of(const domain::PersonId& person) override {
        return consents_of_person(record_, person);
    }
    base::Result<std::vector<app::Call>> help_calls_since(base::Instant from) override {
        return help_calls(record_, from);
    }
    base::Result<std::vector<app::HelpFollowUp>> follow_ups_of(const std::string& call) override {
        return follow_ups_of_call(record_, call);
    }
    base::Result<app::Slip> slip(const domain::SlipId& id) override { return read_slip(record_, id); }
    base::Result<std::optional<app::Slip>> slip_with_hash(std::string_view hash) override {
        return find_slip(record_, hash);
    }
    base::Result<std::optional<app::Slip>> slip_of(const domain::PersonId& person) override {
        return slip_of_person(record_, person);
    }
    base::Result<std::vector<app::Slip>> slips() override { return all_slips(record_); }
    base::Result<std::string> slip_mark() override { return read_slip_mark(record_); }
    base::Result<domain::Session> session(const domain::SessionId& id) override {
        return read_session(record_, id);
    }
    base::Result<std::vector<domain::Session>> sessions_between(base::Instant from,
                                                                base::Instant to) override {
        return sessions_starting(record_, from, to);
    }
    base::Result<std::vector<app::ItineraryChange>> itinerary_changes_between(base::Instant from,
                                                                              base::Instant to) override {
        return itinerary_changes(record_, from, to);
    }
    base::Result<std::string> newest_itinerary_change() override { return newest_change(record_); }
    base::Result<std::vector<app::Account>> accounts() override { return all_accounts(record_); }
    base::Result<std::optional<app::Account>> account(const app::AccountId& id) override {
        return read_account(record_, id);
    }
    base::Result<std::optional<app::Account>> account_named(std::string_view name) override {
        return find_account(record_, name);
    }
    base::Result<app::RefusedSignIns> refused_sign_ins() override { return read_refused_sign_ins(record_); }
    base::Result<std::vector<app::AccountChange>> account_changes_between(base::Instant from,
                                                                          base::Instant to) override {
        return account_changes(record_, from, to);
    }
    base::Result<std::vector<app::VisitorCount>> visitors_between(base::Instant from,
                                                                  base::Instant to) override {
        return visitor_counts(record_, from, to);
    }
    base::Result<std::optional<app::History>> history(const domain::ReferralId& id) override {
        return read_history(record_, id);
    }
    base::Result<std::vector<app::History>> histories() override { return all_histories(record_); }
    base::Result<std::vector<app::HistoryMark>> history_marks() override {
        return all_history_marks(record_);
    }
    base::Result<std::optional<app::HistoryReading>> history_reading() override {
        return read_history_reading(record_);
    }
    base::Result<app::OwnRecord> own_record(base::Instant from) override {
        return own_record_since(record_, from);
    }
    base::Result<std::optional<figures::FrozenMonth>> frozen_month(domain::Month month) override {
        return read_frozen_month(record_, month);
    }
    base::Result<std::optional<domain::Month>> newest_frozen_month() override {
        return newest_frozen(record_);
    }
    base::Result<std::vector<figures::FrozenItem>> frozen_items(domain::Month month) override {
        return read_frozen_items(record_, month);
    }
    base::Result<std::vector<app::EvidenceRequest>> evidence_requests() override {
        return all_evidence_requests(record_);
    }
    base::Result<std::vector<app::EvidenceAnswer>> evidence_answers() override {
        return all_evidence_answers(record_);
    }
    base::Result<std::vector<app::ExtractRequest>> extract_requests() override {
        return all_extract_requests(record_);
    }
    base::Result<std::vector<app::ExtractStep>> extract_steps() override {
        return all_extract_steps(record_);
    }

protected:
    using HandoverReading<Port>::record_;
};

using SqliteView = Reading<app::View>;

/// One command's changes, inside the writer's batch.
class SqliteTransaction final : public Reading<app::PackTransaction> {
public:
    using Reading::Reading;

    base::Done append(const app::EvidencePacked& packed) override {
        return append_evidence_pack(record_, packed);
    }
    base::Result<app::ChainProof> proof_of(const app::ProofOf& of) override {
        return chain_proof(record_, of);
    }

    base::Done append(const domain::AttendanceEvent& event) override { return append_event(record_, event); }
    base::Done put(const domain::Update& update) override { return put_update(record_, update); }
    base::Done append(const app::Exchange& exchange) override { return append_exchange(record_, exchange); }
    base::Done append(const app::Breach& breach) override { return append_breach(record_, breach); }
    base::Done put(const app::CaseLink& link) override { return put_case_link(record_, link); }
    base::Done put(const app::LinkedUser& user) override { return put_linked_user(record_, user); }
    base::Done unlink_user() override { return remove_linked_user(record_); }
    base::Done put(const app::DropBatch& batch) override { return put_batch(record_, batch); }
    base::Done append(const app::DropRow& row) override { return append_drop_row(record_, row); }
    base::Done answer_row(std::string_view batch, unsigned number, bool taken) override {
        return put_row_answer(record_, batch, number, taken);
    }
    base::Done put(const app::Person& person) override { return put_person(record_, person); }
    base::Done put(const app::Referral& referral) override { return put_referral(record_, referral); }
    base::Done put(const domain::Appointment& appointment) override {
        return put_appointment(record_, appointment);
    }
    base::Done put(const app::Kiosk& kiosk) override { return put_kiosk(record_, kiosk); }
    base::Done put(const app::KioskHealth& health) override { return put_kiosk_health(record_, health); }
    base::Done append(const app::KioskChange& change) override {
        return append_kiosk_change(record_, change);
    }
    base::Done put(const app::RefusedSignIns& refused) override {
        return put_refused_sign_ins(record_, refused);
    }
    base::Done append(const app::RuleChange& change) override { return append_rule_change(record_, change); }
    base::Done put(const app::Call& call) override { return put_call(record_, call); }
    base::Done put(const app::SyncState& state) override { return put_sync_state(record_, state); }
    base::Done put(const app::RecordCheck& check) override { return put_record_check(record_, check); }
    base::Done append(const app::PersonLook& look) override { return append_look(record_, look); }
    base::Done append(const app::JournalSettled& settled) override {
        return append_journal_settled(record_, settled);
    }
    base::Done remember(const app::StoredAnswer& answer) override { return put_answer(record_, answer); }
    base::Done forget_answers_before(base::Instant instant) override {
        return forget_answers(record_, instant);
    }
    base::Done forget_slips_ended_before(base::Instant instant) override {
        return forget_slips(record_, instant);
    }
    base::Done put(const app::Housekeeping& done) override { return put_housekeeping(record_, done); }
    base::Done put(const app::Offer& offer) override { return put_offer(record_, offer); }
    base::Done add(const std::vector<app::AnonymousAnswer>& answers) override {
        return add_anonymous_answers(record_, answers);
    }
    base::Done put(const app::HeldAnswers& held) override { return put_held_answers(record_, held); }
    base::Done forget_held_answers() override { return remove_held_answers(record_); }
    base::Done append(const app::Consent& consent) override { return append_consent(record_, consent); }
    base::Done append(const app::HelpFollowUp& follow_up) override {
        return append_follow_up(record_, follow_up);
    }
    base::Done put(const app::Slip& slip) override { return put_slip(record_, slip); }
    base::Done put(const domain::Session& session) override { return put_session(record_, session); }
    base::Done append(const app::ItineraryChange& change) override {
        return append_itinerary_change(record_, change);
    }
    base::Done put(const app::Account& account) override { return put_account(record_, account); }
    base::Done append(const app::AccountChange& change) override {
        return append_account_change(record_, change);
    }
    base::Done append(const app::VisitorCount& count) override {
        return append_visitor_count(record_, count);
    }
    base::Done keep(const app::History& history, std::string_view crn) override {
        return keep_history(record_, history, crn);
    }
    base::Done keep(const app::HistoryReading& reading) override {
        return put_history_reading(record_, reading);
    }
    base::Done note_listed(const std::set<domain::ReferralId>& listed, base::Instant now) override {
        return store::note_listed(record_, listed, now);
    }
    base::Done forget_histories(base::Instant ended_before, base::Instant unlisted_before) override {
        return store::forget_histories(record_, ended_before, unlisted_before);
    }
    base::Done freeze(const figures::FrozenMonth& month,
                      const std::vector<figures::FrozenItem>& items) override {
        return freeze_month(record_, month, items);
    }
    base::Done append(const app::EvidenceRequest& request) override {
        return append_evidence_request(record_, request);
    }
    base::Done append(const app::EvidenceAnswer& answer) override {
        return append_evidence_answer(record_, answer);
    }
    base::Done append(const app::ExtractRequest& request) override {
        return append_extract_request(record_, request);
    }
    base::Done append(const app::ExtractStep& step) override { return append_extract_step(record_, step); }
    base::Done put_away(const app::Erasure& erasure) override {
        return erase_person(record_, erasure, Histories::Stay);
    }
    base::Done erase(const app::Erasure& erasure) override {
        return erase_person(record_, erasure, Histories::Go);
    }
};

}  // namespace server::store
