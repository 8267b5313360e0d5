#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/app/file_handover.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/unit/file_handover/fake_files.h"

namespace file_handover {

using namespace server::app;
using namespace std::chrono_literals;
using domain::Attendance;
using domain::Update;
using domain::UpdateState;

inline base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

/// Appointments from 14:00 to 15:00, each with an arrival and an update that somebody has decided to submit.
class Handover : public testing::Test {
protected:
    static domain::AppointmentId id(int number) {
        return domain::AppointmentId("11111111-1111-4111-8111-11111111111" + std::to_string(number));
    }
    Update owed(int number, Attendance attendance = Attendance::Yes) {
        domain::Appointment appointment;
        appointment.id = id(number);
        appointment.start = at("2026-11-23T14:00:00Z");
        appointment.at_this_hub = true;
        put(appointment);
        Update update;
        update.id = domain::UpdateId("22222222-2222-4222-8222-22222222222" + std::to_string(number));
        update.appointment = appointment.id;
        update.referral = domain::ReferralId("33333333-3333-4333-8333-333333333333");
        update.attendance = attendance;
        update.start = appointment.start;
        update.arrived_at = appointment.start + (attendance == Attendance::Late ? 7min : -3min);
        update.hold_until = update.next_try = end_of(appointment);
        update.deadline = at("2026-11-25T00:00:00Z");
        update.decided_by = "Sam Reception";
        update.submit_decided = true;
        if (attendance == Attendance::No) update.arrived_at.reset();
        put(update);
        add_event(update);
        return update;
    }
    template <class Row>
    void put(const Row& row) {
        ASSERT_TRUE(store_.write_and_wait([&](Transaction& t) { return t.put(row); }));
    }
    void add_event(const Update& update) {
        domain::AttendanceEvent event;
        event.id = domain::EventId(base::new_uuid(entropy_));
        event.kind = update.attendance == Attendance::No ? domain::EventKind::AbsenceConfirmed
                                                         : domain::EventKind::Arrived;
        event.appointment = update.appointment;
        event.arrival = domain::ArrivalId("arrival " + update.appointment.text());
        event.recorded_at = update.start;
        event.at = update.arrived_at;
        if (update.arrived_at) event.attendance = update.attendance;
        event.actor = "Sam Reception";
        append(event);
        event.id = domain::EventId(base::new_uuid(entropy_));
        event.kind = domain::EventKind::SubmitDecided;
        event.at.reset();
        event.attendance.reset();
        append(event);
    }
    void append(const domain::AttendanceEvent& event) {
        ASSERT_TRUE(store_.write_and_wait([&](Transaction& t) { return t.append(event); }));
    }
    void run(base::Instant now) {
        const auto steps = FileHandover(files_, store_, entropy_, settings_).run_once({now});
        ASSERT_TRUE(steps) << steps.error().message;
    }
    /// Until its file lies where it is prepared; the folder takes nothing meanwhile.
    void run_until_prepared() {
        files_.stuck = true;
        run(kEnd);
        files_.stuck = false;
        ASSERT_EQ(files_.preparing.size(), 1U);
        ASSERT_TRUE(files_.handed_over.empty());
    }
    Update held(int number) {
        for (const auto& [key, one] : store_.record().updates)
            if (one.appointment == id(number)) return one;
        return {};
    }
    DropBatch newest() {
        std::optional<DropBatch> batch;
        EXPECT_TRUE(store_.read([&](View& view) -> base::Done {
            batch = TRY(view.newest_drop_batch());
            return {};
        }));
        return batch.value_or(DropBatch{});
    }
    void came_back(const std::string& batch, std::vector<RowAnswer> rows,
                   const std::string& name = "answer.csv") {
        files_.came_back.push_back({name, name, BatchAnswer{batch, std::move(rows)}});
    }
    std::string trouble() { return store_.record().case_link.trouble; }

    const base::Instant kEnd = at("2026-11-23T15:00:00Z");
    support::MemoryStore store_;
    support::SeededEntropy entropy_{7};
    FakeFiles files_;
    FileHandoverSettings settings_;
};

}  // namespace file_handover
