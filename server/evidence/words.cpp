#include "server/evidence/words.h"

#include <array>

#include "server/evidence/event_words.h"
#include "shared/domain/calendar.h"

namespace server::evidence {
namespace {

using app::EvidenceOfAppointment;
using domain::Attendance;

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kWeekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::string date_words(domain::Date day) {
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
           kMonths.at(static_cast<unsigned>(day.month()) - 1) + ' ' +
           std::to_string(static_cast<int>(day.year()));
}

std::string method_words(const domain::Appointment& one) {
    switch (one.method) {
        case domain::DeliveryMethod::InPersonHub:
            return one.at_this_hub ? "in person at this hub" : "in person at another place";
        case domain::DeliveryMethod::InPersonProbationOffice:
            return "in person at a probation office";
        case domain::DeliveryMethod::PhoneCall:
            return "by telephone";
        case domain::DeliveryMethod::VideoCall:
            return "by video";
    }
    return "";
}

std::string status_words(domain::AppointmentStatus status) {
    switch (status) {
        case domain::AppointmentStatus::Live:
        case domain::AppointmentStatus::Settled:
            return "";
        case domain::AppointmentStatus::Superseded:
            return "; it was moved to another time";
        case domain::AppointmentStatus::Cancelled:
            return "; it was cancelled";
    }
    return "";
}

std::optional<base::Instant> start_of(const EvidenceOfAppointment& one) {
    if (one.appointment) return one.appointment->start;
    if (one.case_system) return one.case_system->start;
    return one.update ? std::optional(one.update->start) : std::nullopt;
}

/// `16:00` of the appointment's own day, else `16:00 on 24 November 2026`.
std::string time_beside(const EvidenceOfAppointment& one, base::Instant at) {
    const auto start = start_of(one);
    const bool same_day = start && domain::london_date(*start) == domain::london_date(at);
    return same_day ? domain::london_time(at) : time_words(at);
}

std::string type_words(domain::AppointmentType type) {
    return type == domain::AppointmentType::Delivery ? "Session of the intervention" : "Assessment";
}

}  // namespace

std::string day_words(domain::Date day) {
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
    return std::string(kWeekdays.at(weekday)) + ' ' + date_words(day);
}

std::string moment_words(base::Instant at) {
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(at) - std::chrono::floor<std::chrono::minutes>(at);
    const std::string digits = std::to_string(seconds.count());
    return date_words(domain::london_date(at)) + ", " + domain::london_time(at) +
           (digits.size() == 1 ? ":0" : ":") + digits;
}

std::string time_words(base::Instant at) {
    return domain::london_time(at) + " on " + date_words(domain::london_date(at));
}

std::string when_words(const EvidenceOfAppointment& one) {
    if (one.appointment) {
        return day_words(domain::london_date(one.appointment->start)) + ", " +
               domain::london_time(one.appointment->start) + " to " +
               domain::london_time(domain::end_of(*one.appointment));
    }
    const auto start = start_of(one);
    if (!start) return "An appointment that the hub does not hold";
    return day_words(domain::london_date(*start)) + ", " + domain::london_time(*start);
}

std::string kind_words(const EvidenceOfAppointment& one) {
    if (one.appointment) {
        const bool group = one.appointment->session_type == domain::SessionType::Group;
        return type_words(one.appointment->type) + (group ? ", group, " : ", one-to-one, ") +
               method_words(*one.appointment) + status_words(one.appointment->status);
    }
    if (!one.case_system) return one.update ? type_words(one.update->type) : "-";
    return type_words(one.case_system->type) + (one.case_system->stands ? "" : "; it was moved or cancelled");
}

std::string record_words(const EvidenceOfAppointment& one) {
    const domain::AttendanceRecord& record = one.record;
    std::string words = "Nothing is recorded";
    if (record.attendance == Attendance::Yes) words = "Came in time";
    if (record.attendance == Attendance::Late) words = "Came late";
    if (record.attendance == Attendance::No) words = "Did not attend";
    if (record.arrived_at) words += ", at " + time_beside(one, *record.arrived_at);
    if (record.clock == domain::ClockState::Doubtful) words += " (a time that is not certain)";
    if (record.came_after_end)
        words += "; came after the end, at " + time_beside(one, *record.came_after_end);
    if (record.not_held) words += "; the session was not held: " + not_held_words(*record.not_held);
    if (record.time_waits_for_person) words += "; a person has yet to decide about an arrival";
    return words;
}

std::string sharing_words(const EvidenceOfAppointment& one) {
    if (!one.update) return "Nothing was owed to the case system by this hub";
    const domain::Update& update = *one.update;
    if (update.submitted_at) {
        const bool in_time = *update.submitted_at < update.deadline;
        return "Shared with the practitioner at " + time_beside(one, *update.submitted_at) +
               (in_time ? ", in time" : ", too late");
    }
    const std::string until = "; its deadline is " + time_words(update.deadline);
    switch (update.state) {
        case domain::UpdateState::Held:
        case domain::UpdateState::Sending:
            return "Not sent yet" + until;
        case domain::UpdateState::Drafted:
            return "Drafted, not shared yet" + until;
        case domain::UpdateState::WaitingForPerson:
            return "Waits for a person, not shared" + until;
        case domain::UpdateState::Submitted:
            return "Shared with the practitioner; the hub does not know when";
        case domain::UpdateState::Withdrawn:
            return "Nothing is owed any more: what was recorded was taken back";
    }
    return "";
}

std::string call_words(const app::Exchange& exchange) {
    switch (exchange.call) {
        case app::CaseCall::Read:
            return "Asked what it holds";
        case app::CaseCall::PutAttendance:
            return "Drafted the attendance";
        case app::CaseCall::PutFeedback:
            return "Drafted the feedback";
        case app::CaseCall::Submit:
            return "Shared it with the practitioner";
        case app::CaseCall::WriteFile:
            return "Put it into a file for the case system";
        case app::CaseCall::FileAnswer:
            return "Read the file that came back";
    }
    return "";
}

std::string answer_words(const app::Exchange& exchange) {
    if (exchange.status == 0) return exchange.answered.empty() ? "no answer" : exchange.answered;
    const std::string status = std::to_string(exchange.status);
    return exchange.answered.empty() ? status : status + "\n" + exchange.answered;
}

std::string case_system_words(const EvidenceOfAppointment& one) {
    if (!one.case_system) return "-";
    const figures::Meeting& told = *one.case_system;
    std::string words = "nothing recorded";
    if (told.attendance == Attendance::Yes) words = "attended";
    if (told.attendance == Attendance::Late) words = "attended, late";
    if (told.attendance == Attendance::No) words = "did not attend";
    if (told.session_held) words += *told.session_held ? ", session held" : ", session not held";
    return words + (told.submitted ? "; shared" : "; not shared");
}

}  // namespace server::evidence
