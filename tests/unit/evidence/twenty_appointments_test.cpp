// A pack of the size of a real referral: an assessment and nineteen sessions over five months. The page and
// the pack are left in out/evidence, to be looked at.

#include <filesystem>
#include <fstream>

#include "tests/unit/evidence/a_pack.h"

namespace server::evidence {
namespace {

using domain::Attendance;
using domain::EventKind;

class TwentyAppointments : public APack {
protected:
    void SetUp() override {
        store = std::move(folder.open().value());
        app::Person person = sample::person("Bell");
        person.crn = "X482915";
        person.first_name = "Priya";
        person.last_name = "Hartley-Osei";
        app::Referral referral = sample::referral("Bell");
        referral.contract = domain::ContractRef("DN671065_MANCHESTER_PWB");
        write([&](app::Transaction& t) -> base::Done {
            TRY_DONE(t.put(person));
            return t.put(referral);
        });
        for (int week = 0; week < 20; ++week) add_week(week);
        now = start_of_week(20);
    }

    static base::Instant start_of_week(int week) {
        const domain::Date day{std::chrono::sys_days{std::chrono::year{2026} / 7 / 6} +
                               std::chrono::days{7 * week}};
        return domain::at_london_time(day, 14h);
    }
    domain::Appointment meeting(int week) {
        domain::Appointment one = sample::appointment("Bell");
        one.id = domain::AppointmentId(base::new_uuid(entropy));
        one.type =
            week == 0 ? domain::AppointmentType::SupplierAssessment : domain::AppointmentType::Delivery;
        one.session_type = week % 4 == 3 ? domain::SessionType::Group : domain::SessionType::OneToOne;
        one.method = week % 7 == 6 ? domain::DeliveryMethod::PhoneCall : domain::DeliveryMethod::InPersonHub;
        one.start = start_of_week(week);
        one.duration = 60min;
        return one;
    }
    void add(const domain::Appointment& one, EventKind kind, std::chrono::seconds after_start,
             std::optional<Attendance> attendance, const std::string& actor, const std::string& reason = "") {
        domain::AttendanceEvent event;
        event.id = domain::EventId(base::new_uuid(entropy));
        event.kind = kind;
        event.appointment = one.id;
        event.person = one.person;
        event.recorded_at = one.start + after_start;
        if (kind == EventKind::Arrived) event.at = event.recorded_at - 40s;
        event.attendance = attendance;
        event.actor = actor;
        event.reason = reason;
        write([&](app::Transaction& t) { return t.append(event); });
    }
    void call(const domain::Appointment& one, app::CaseCall what, std::chrono::minutes after_start,
              const std::string& sent, const std::string& answered) {
        const std::string path =
            what == app::CaseCall::Submit ? "POST /referral/6f1c/submit" : "PUT /referral/6f1c/attendance";
        const app::Exchange made{base::new_uuid(entropy),
                                 one.id,
                                 domain::UpdateId("u-" + one.id.text()),
                                 one.person,
                                 one.start + after_start,
                                 what,
                                 path,
                                 200,
                                 sent,
                                 answered};
        write([&](app::Transaction& t) { return t.append(made); });
    }
    void add_week(int week) {
        const domain::Appointment one = meeting(week);
        domain::Update update = sample::update("Bell");
        update.id = domain::UpdateId(base::new_uuid(entropy));
        update.appointment = one.id;
        update.type = one.type;
        update.start = one.start;
        update.note = "";
        update.why = "";
        update.state = domain::UpdateState::Submitted;
        update.not_held.reset();
        update.attendance = Attendance::Yes;
        update.drafted_at = one.start + 61min;
        update.submitted_at = one.start + 2h;
        update.deadline = one.start + 34h;
        update.decided_by = "Sam Whitworth";
        if (week == 7) {
            update.attendance = Attendance::No;
            update.note = "No answer to two calls on the day.";
            add(one, EventKind::AbsenceConfirmed, 4000s, Attendance::No, "Sam Whitworth", update.note);
            add(one, EventKind::PractitionerTold, 4500s, std::nullopt, "Sam Whitworth",
                "Told A. Practitioner by telephone");
        } else if (week % 5 == 2) {
            add(one, EventKind::Arrived, 700s, Attendance::Late, "kiosk front-door");
            add(one, EventKind::ReasonGiven, 730s, std::nullopt, "kiosk front-door", "transport");
            update.attendance = Attendance::Late;
        } else {
            add(one, EventKind::Arrived, -250s, Attendance::Yes,
                week % 2 == 0 ? "kiosk front-door" : "Kim Adeyemi");
        }
        call(one, app::CaseCall::PutAttendance, 61min, "attended: yes\nsession happened: yes",
             "attended: yes\nsession happened: yes\nsubmitted: no");
        call(one, app::CaseCall::Submit, 2h, "", "submitted: yes");
        add(one, EventKind::SubmitDecided, 7100s, std::nullopt, "Sam Whitworth", "as recorded");
        write([&](app::Transaction& t) -> base::Done {
            TRY_DONE(t.put(one));
            return t.put(update);
        });
    }
};

TEST_F(TwentyAppointments, AreAllOnThePageAndHold) {
    app::EvidencePack made = pack();
    made.hub = "Ardwick Green";
    made.recipient = "The contract manager, Greater Manchester";
    made.packed_by = "Robin Castellanos";
    app::EvidenceRequest request;
    request.received_at = now - 3h;
    request.asked_by = "The contract manager, Greater Manchester";
    request.what = "attendance from July to November";
    made.request = request;
    const PackFiles all = files_of(made, seals, signer);
    const std::string bytes = zip(all);
    std::filesystem::create_directories("out/evidence");
    std::ofstream("out/evidence/record.html", std::ios::binary) << all.find(kPage)->second;
    std::ofstream("out/evidence/twenty.zip", std::ios::binary) << bytes;

    EXPECT_EQ(wrong(bytes, knows_key()), "");
    const std::string& page = all.find(kPage)->second;
    std::size_t sections = 0;
    for (auto at = page.find("<section>"); at != std::string::npos; at = page.find("<section>", at + 1))
        ++sections;
    EXPECT_EQ(sections, 21U) << "one each, and how it can be checked";
    EXPECT_LT(bytes.size(), 100'000U);
}

}  // namespace
}  // namespace server::evidence
