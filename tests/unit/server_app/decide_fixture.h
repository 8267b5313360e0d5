#pragma once

#include "server/app/decide.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
using base::ErrorKind;
using domain::Attendance;
using domain::EventKind;
using domain::UpdateState;
using protocol::ArrivalResult;
using testing::HasSubstr;

/// A Monday; the appointment is at two.
class Decide : public testing::Test {
protected:
    Decide() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }

    Decision decision(const std::string& reason = "seen at the desk") {
        return {two.id, "R. Porter", reason};
    }
    base::Done settle(base::Instant came_at) {
        return hub.run([&](Transaction& t) { return settle_time(t, decision(), came_at, hub.occasion()); });
    }
    base::Result<protocol::ArrivalOutcome> at_desk(base::Instant came_at) {
        return hub.run(
            [&](Transaction& t) { return record_at_desk(t, decision(), came_at, hub.occasion()); });
    }
    base::Result<AbsenceAnswer> absent(CameAfterEnd after_end = CameAfterEnd::NotSaid) {
        return hub.run([&](Transaction& t) {
            return confirm_absence(t, decision("not seen all day"), after_end, hub.occasion());
        });
    }
    base::Done take_it_back() {
        return hub.run(
            [&](Transaction& t) { return take_back(t, decision("wrong person"), hub.occasion()); });
    }
    base::Done submit() {
        return hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); });
    }
    base::Done not_held() {
        return hub.run([&](Transaction& t) {
            return session_not_held(t, decision("heating failed"), domain::NoSessionReason::Logistics,
                                    hub.occasion());
        });
    }
    base::Done held_after_all() {
        return hub.run([&](Transaction& t) {
            return session_held(t, decision("they met in the kitchen"), hub.occasion());
        });
    }
    base::Done not_absent() {
        return hub.run(
            [&](Transaction& t) { return withdraw_absence(t, decision("it was Bob"), hub.occasion()); });
    }
    base::Done tell(const std::string& reason, base::Instant told_at, const char* who = "R. Porter") {
        return hub.run([&](Transaction& t) {
            return note_practitioner_told(t, {two.id, who, reason}, told_at, hub.occasion());
        });
    }
    base::Done corrected_there() {
        return hub.run(
            [&](Transaction& t) { return note_corrected_there(t, decision("put right"), hub.occasion()); });
    }
    base::Result<Resent> resend() {
        return hub.run([&](Transaction& t) { return resend_one(t, decision(), hub.occasion()); });
    }
    void arrive_doubtful() {
        hub.server_clock = domain::ClockState::Doubtful;
        hub.arrive("doubtful", two);
        hub.server_clock = domain::ClockState::Sure;
    }
    void submitted() {
        hub.change_update(two, [&](domain::Update& u) {
            u.state = UpdateState::Submitted;
            u.drafted_at = u.submitted_at = hub.clock.now();
        });
    }
    /// The appointment is over and the kiosk has reported since.
    void after_the_end() {
        hub.advance(80min);
        hub.seen("front-door");
    }

    void revoke(const std::string& name) {
        Kiosk kiosk = hub.store.record().kiosks.at(domain::KioskId(name));
        kiosk.revoked_at = hub.clock.now();
        hub.put(kiosk);
    }
    base::Done give_up(const std::string& name, const std::string& who) {
        return hub.run([&](Transaction& t) {
            return give_up_journal(t, domain::KioskId(name), {{}, who, "stolen in the night"},
                                   hub.occasion());
        });
    }

    base::Done see_to_refused_there(const std::string& name, const std::string& who, unsigned seen = 1) {
        return hub.run([&](Transaction& t) {
            return see_to_refused(t, domain::KioskId(name), seen,
                                  {{}, who, "it was Ada's, recorded at the desk"}, hub.occasion());
        });
    }
    std::vector<RefusedAtKiosk> refused_tasks() {
        return hub.run([](Transaction& t) { return refused_to_see_to(t); }).value();
    }
    template <class Change>
    void front_door(Change change) {
        tells("front-door", change);
    }
    template <class Change>
    void tells(const std::string& kiosk, Change change) {
        KioskHealth health = hub.store.record().health.at(domain::KioskId(kiosk));
        change(health);
        hub.put(health);
    }
    std::string why_only_noted() {
        return hub
            .run([&](Transaction& t) { return why_absence_is_only_noted(t, two, hub.occasion().moment); })
            .value();
    }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

}  // namespace server::app
