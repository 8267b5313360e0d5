#pragma once

#include <map>
#include <mutex>
#include <optional>
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
};

/// The store's port in memory, with the same promises but durability: one command at a time, rolled back when
/// it fails. A command runs at once, on the thread that brings it. The contract tests run on this and on
/// SQLite.
class MemoryStore final : public server::app::Store {
public:
    void write(Command command, OnDone on_done) override;
    base::Done read(const Look& look) override;
    base::Done empty_log() override { return {}; }

    /// What is committed now.
    MemoryRecord record() const;

private:
    mutable std::mutex mutex_;
    MemoryRecord record_;
};

}  // namespace support
