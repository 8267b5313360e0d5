#include "tests/support/store/samples.h"

#include <functional>

namespace support::sample {

using namespace std::chrono;

base::Instant start() {
    return sys_days{year{2026} / 11 / 22} + hours{14};
}

domain::Date day() {
    return year{2026} / 11 / 22;
}

server::app::Person person(const std::string& name) {
    server::app::Person person;
    person.id = domain::PersonId("person-" + name);
    person.crn = "X" + std::to_string(100000 + std::hash<std::string>{}(name) % 900000);
    person.first_name = "Ann";
    person.last_name = name;
    person.born = year{1980} / 11 / 7;
    person.preferred_language = "Urdu";
    person.needs_interpreter = true;
    person.interpreter_language = "Punjabi";
    person.access_needs = "step-free";
    return person;
}

server::app::Referral referral(const std::string& name) {
    server::app::Referral referral;
    referral.id = domain::ReferralId("referral-" + name);
    referral.person = domain::PersonId("person-" + name);
    referral.contract = domain::ContractRef("CONTRACT_1");
    referral.reference = "JK1827PE";
    referral.concluded = true;
    return referral;
}

domain::Appointment appointment(const std::string& name) {
    domain::Appointment appointment;
    appointment.id = domain::AppointmentId("appointment-" + name);
    appointment.referral = domain::ReferralId("referral-" + name);
    appointment.person = domain::PersonId("person-" + name);
    appointment.type = domain::AppointmentType::Delivery;
    appointment.session_type = domain::SessionType::Group;
    appointment.method = domain::DeliveryMethod::InPersonHub;
    appointment.status = domain::AppointmentStatus::Live;
    appointment.start = start();
    appointment.duration = minutes{90};
    appointment.at_this_hub = true;
    appointment.action_plan = "plan-" + name;
    return appointment;
}

domain::AttendanceEvent event(const std::string& id, const std::string& name) {
    domain::AttendanceEvent event;
    event.id = domain::EventId(id);
    event.kind = domain::EventKind::Arrived;
    event.appointment = domain::AppointmentId("appointment-" + name);
    event.person = domain::PersonId("person-" + name);
    event.arrival = domain::ArrivalId("arrival-" + name);
    event.recorded_at = start() + seconds{5};
    event.at = start() - seconds{20} + microseconds{7};
    event.attendance = domain::Attendance::Yes;
    event.clock = domain::ClockState::Doubtful;
    event.queued = true;
    event.recorded_offline = true;
    event.actor = "kiosk front-door";
    event.reason = "the bus was late";
    event.touched = domain::DeviceTime{base::Instant{} + hours{1}, "boot-1", base::BootTime{12345}};
    event.told = domain::DeviceTime{base::Instant{} + hours{2}, "boot-2", base::BootTime{67890}};
    return event;
}

domain::Update update(const std::string& name) {
    domain::Update update;
    update.id = domain::UpdateId("update-" + name);
    update.appointment = domain::AppointmentId("appointment-" + name);
    update.referral = domain::ReferralId("referral-" + name);
    update.person = domain::PersonId("person-" + name);
    update.type = domain::AppointmentType::SupplierAssessment;
    update.attendance = domain::Attendance::Late;
    update.start = start();
    update.arrived_at = start() + minutes{7};
    update.not_held = domain::NoSessionReason::Logistics;
    update.note = "the heating failed";
    update.hold_until = start() + hours{1};
    update.deadline = start() + hours{34};
    update.state = domain::UpdateState::WaitingForPerson;
    update.submit_decided = true;
    update.decided_by = "Robin";
    update.tries = 3;
    update.next_try = start() + hours{2};
    update.why = "a person must decide";
    update.drafted_at = start() + hours{3};
    update.submitted_at = start() + hours{4};
    return update;
}

}  // namespace support::sample
