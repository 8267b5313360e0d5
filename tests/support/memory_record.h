#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/app/store.h"
#include "tests/support/memory_log.h"

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
    std::map<domain::SessionId, domain::Session> sessions;
    std::vector<server::app::ItineraryChange> itinerary_changes;
    std::map<server::app::AccountId, server::app::Account> accounts;
    MemoryLog<server::app::AccountChange> account_changes;
    MemoryLog<server::app::VisitorCount> visitors;
};

/// Whether the outbox is to take up this update now.
bool time_has_come(const MemoryRecord& record, const domain::Update& update, base::Instant now);

}  // namespace support
