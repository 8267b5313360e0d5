#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/app/store.h"

namespace support {

/// Everything a hub holds, as plain values.
struct MemoryRecord {
    std::map<domain::AppointmentId, domain::Appointment> appointments;
    std::map<domain::PersonId, server::app::Person> people;
    std::map<domain::ReferralId, server::app::Referral> referrals;
    std::vector<domain::AttendanceEvent> events;
    std::map<domain::UpdateId, domain::Update> updates;
    std::map<domain::KioskId, server::app::Kiosk> kiosks;
    std::map<domain::KioskId, server::app::KioskHealth> health;
    std::vector<server::app::KioskChange> kiosk_changes;
    std::vector<server::app::RuleChange> rule_changes;
    std::map<std::string, server::app::Call> calls;
    std::map<std::string, server::app::StoredAnswer, std::less<>> answers;
    server::app::SyncState sync;
    std::optional<server::app::RecordCheck> check;
    std::vector<server::app::PersonLook> looks;
    std::vector<server::app::JournalSettled> settled_journals;
    std::map<domain::PersonId, server::app::Erasure> erased;
    std::optional<server::app::Housekeeping> housekeeping;
    std::map<domain::OfferId, server::app::Offer> offers;
    std::map<domain::SlipId, server::app::Slip> slips;
    std::vector<server::app::AnonymousAnswer> anonymous;
    std::optional<server::app::HeldAnswers> held;
    std::vector<server::app::Consent> consents;
    std::vector<server::app::HelpFollowUp> follow_ups;
    std::map<domain::SessionId, domain::Session> sessions;
    std::vector<server::app::ItineraryChange> itinerary_changes;
    std::map<server::app::AccountId, server::app::Account> accounts;
    std::vector<server::app::AccountChange> account_changes;
    server::app::RefusedSignIns refused_sign_ins;
    std::vector<server::app::VisitorCount> visitors;
    std::vector<server::app::Exchange> exchanges;
    std::vector<server::app::Breach> breaches;
    server::app::CaseLink case_link;
    std::optional<server::app::LinkedUser> linked_user;
    std::map<std::string, server::app::DropBatch, std::less<>> batches;
    std::vector<server::app::DropRow> drop_rows;
    std::vector<server::app::EvidenceRequest> evidence_requests;
    std::vector<server::app::EvidenceAnswer> evidence_answers;
    std::vector<server::app::ExtractRequest> extract_requests;
    std::vector<server::app::ExtractStep> extract_steps;
    struct KeptHistory {
        server::app::History history;
        std::string crn;
        std::optional<base::Instant> unlisted_at;
    };
    std::map<domain::ReferralId, KeptHistory> histories;
    std::set<domain::ReferralId> erased_histories;
    std::optional<server::app::HistoryReading> history_reading;
    std::map<domain::Month, server::figures::FrozenMonth> frozen;
    std::map<domain::Month, std::vector<server::figures::FrozenItem>> frozen_items;
};

/// Whether the outbox is to take up this update now.
bool time_has_come(const MemoryRecord& record, const domain::Update& update, base::Instant now);

}  // namespace support
