#pragma once

#include <gtest/gtest.h>

#include "server/app/forward_updates.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/unit/forwarding/fake_case_system.h"

namespace forwarding {

using namespace server::app;
using namespace std::chrono_literals;
using domain::Attendance;
using domain::Update;
using domain::UpdateState;

inline base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

/// What the outbox would take first.
inline base::Result<std::optional<Update>> next_due(View& view, base::Instant now) {
    const std::vector<Update> due = TRY(due_side_by_side(view, now, {}, 1));
    return due.empty() ? std::nullopt : std::optional(due.front());
}

inline const domain::AppointmentId kAppointment{"11111111-1111-4111-8111-111111111111"};

class Forwarding : public testing::Test {
protected:
    /// An appointment from 14:00 to 15:00 London time and an update for it, held until its end.
    Update owed(Attendance attendance) {
        domain::Appointment appointment;
        appointment.id = kAppointment;
        appointment.start = at("2026-11-23T14:00:00Z");
        appointment.at_this_hub = true;
        put(appointment);
        Update update;
        update.id = domain::UpdateId("22222222-2222-4222-8222-222222222222");
        update.appointment = kAppointment;
        update.attendance = attendance;
        update.start = appointment.start;
        update.arrived_at = appointment.start + (attendance == Attendance::Late ? 7min : -3min);
        update.hold_until = end_of(appointment);
        update.deadline = at("2026-11-25T00:00:00Z");
        if (attendance == Attendance::No) {
            update.arrived_at.reset();
            update.decided_by = "Sam Reception";
            update.submit_decided = true;
            update.note = "Did not answer the telephone";
            update.hold_until = appointment.start + 20min;
        }
        put(update);
        return update;
    }
    template <class Row>
    void put(const Row& row) {
        ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) { return transaction.put(row); }));
    }
    Update now_held() { return store_.record().updates.begin()->second; }
    /// Forwards whatever is due, as the outbox does, until nothing is.
    std::vector<Forwarded> forward(base::Instant now) {
        std::vector<Forwarded> done;
        for (int i = 0; i < 10; ++i) {
            std::optional<Update> due;
            EXPECT_TRUE(store_.read([&](View& view) -> base::Done {
                due = TRY(next_due(view, now));
                return {};
            }));
            if (!due) return done;
            done.push_back(forwarder_.forward_one(*due, now).value());
        }
        ADD_FAILURE() << "an update is due again and again";
        return done;
    }
    void decide_submit() {
        Update update = now_held();
        update.submit_decided = true;
        update.decided_by = "Sam Reception";
        put(update);
    }
    void fail(Verb verb, CaseFailure failure, Effect effect, int times = 1) {
        case_system_.failures.push_back({verb, {failure, 0, "it did not work."}, effect, times});
    }
    CaseAttendance& theirs() { return case_system_.held[kAppointment]; }

    const base::Instant kEnd = at("2026-11-23T15:00:00Z");
    support::MemoryStore store_;
    support::SeededEntropy entropy_{7};
    FakeCaseSystem case_system_;
    Forwarder forwarder_{case_system_, store_, entropy_, ForwardSettings{}};
};

}  // namespace forwarding
