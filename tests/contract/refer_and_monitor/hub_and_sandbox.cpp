#include "tests/contract/refer_and_monitor/hub_and_sandbox.h"

namespace contract {

using domain::Attendance;
using domain::Update;

Update HubAndSandbox::owe(const std::string& appointment, Attendance attendance) {
    const domain::Appointment one = held(appointment);
    Update update;
    update.id = domain::UpdateId(base::new_uuid(entropy_));
    update.appointment = one.id;
    update.referral = one.referral;
    update.person = one.person;
    update.type = one.type;
    update.attendance = attendance;
    update.start = one.start;
    update.hold_until = domain::end_of(one);
    update.deadline = domain::deadline_of(attendance, one, domain::Calendar());
    if (attendance != Attendance::No)
        update.arrived_at = one.start + std::chrono::minutes{attendance == Attendance::Late ? 7 : -3};
    if (attendance == Attendance::No) {
        update.note = "Did not answer the telephone";
        update.decided_by = "Sam Reception";
        update.submit_decided = true;
    }
    put(update);
    return update;
}

void HubAndSandbox::decide(const std::string& appointment) {
    Update update = update_of(appointment);
    update.submit_decided = true;
    update.decided_by = "Sam Reception";
    put(update);
}

void HubAndSandbox::run_outbox(int turns) {
    for (int i = 0; i < turns; ++i) {
        ASSERT_TRUE(outbox_->run_once());
        set_clocks(clock_.now() + std::chrono::minutes{5});
    }
}

}  // namespace contract
