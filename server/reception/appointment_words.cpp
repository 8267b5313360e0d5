#include "server/reception/appointment_words.h"

#include <algorithm>
#include <chrono>

#include "server/app/decide.h"
#include "server/app/kiosks.h"
#include "server/app/left_to_reception.h"
#include "server/reception/board_words.h"
#include "server/reception/day_words.h"
#include "server/reception/deadline_words.h"

namespace server::reception {
namespace {

std::string late_reason_in_words(const std::string& word) {
    std::string words = "late: " + word;
    for (char& c : words) c = c == '_' ? ' ' : c;
    return words;
}

std::string why_not_held(domain::NoSessionReason reason) {
    switch (reason) {
        case domain::NoSessionReason::Logistics:
            return "the hub could not hold it";
        case domain::NoSessionReason::PersonAcceptable:
            return "the person, for an acceptable reason";
        case domain::NoSessionReason::PersonUnacceptable:
            return "the person, for an unacceptable reason";
    }
    return "";
}

std::string event_in_words(const domain::AttendanceEvent& event, base::Instant now) {
    using domain::EventKind;
    const auto at = [&](const std::string& words) {
        return event.at ? words + " at " + time_in_words(*event.at, now) : words;
    };
    switch (event.kind) {
        case EventKind::Arrived:
            return at("Arrived");
        case EventKind::CameAfterEnd:
            return at("Came after the end");
        case EventKind::Undone:
            return "Arrival taken back";
        case EventKind::ReasonGiven:
            return "Said why they were late";
        case EventKind::TimeDecided:
            return at("Time of arrival settled:");
        case EventKind::AbsenceConfirmed:
            return "Did not attend";
        case EventKind::SessionNotHeld:
            return "Session did not happen";
        case EventKind::SubmitDecided:
            return "To be submitted";
        case EventKind::PractitionerTold:
            return at("Practitioner told by telephone");
        case EventKind::LeftToPerson:
            return "Left to a person";
        case EventKind::AbsenceWithdrawn:
            return "Did not attend taken back";
        case EventKind::SessionHeld:
            return "Session happened after all";
        case EventKind::ResendDecided:
            return "To be sent again";
        case EventKind::CorrectedThere:
            return "Put right in the case system by hand";
        case EventKind::InterventionCompleted:
            return "Intervention completed";
        case EventKind::SlipMade:
            return "Slip made";
        case EventKind::SlipRevoked:
            return "Slip called back";
    }
    return "";
}

/// Some events keep a word of the program as their reason; a member of staff reads a sentence.
std::string reason_in_words(const domain::AttendanceEvent& event) {
    if (event.reason.empty()) return "";
    if (event.kind == domain::EventKind::LeftToPerson) return std::string(app::advice_on(event.reason));
    if (event.kind == domain::EventKind::ReasonGiven) return late_reason_in_words(event.reason);
    return event.reason;
}

std::string update_in_words(const std::optional<domain::Update>& update, base::Instant now) {
    using domain::UpdateState;
    if (!update) return "Nothing to send yet";
    const std::string before = " Submit before " + time_in_words(update->deadline, now) + '.';
    switch (update->state) {
        case UpdateState::Held:
        case UpdateState::Sending:
            return update->submit_decided ? "Is being submitted." : "Waits to be drafted." + before;
        case UpdateState::Drafted:
            return update->submit_decided ? "Is being submitted." : "Drafted, not shared yet." + before;
        case UpdateState::WaitingForPerson:
            return "Waits for you: " + update->why + before;
        case UpdateState::Submitted:
            return "Submitted";
        case UpdateState::Withdrawn:
            return "Nothing to send";
    }
    return "";
}

Words history_words(const Shown& shown, base::Instant now) {
    Words history(Words::type::list);
    for (const domain::AttendanceEvent& event : shown.events) {
        const std::string why = reason_in_words(event);
        Words one;
        one.set("when", time_in_words(event.recorded_at, now));
        one.set("what", event_in_words(event, now));
        one.set("who", event.actor.empty() ? "the hub" : app::actor_shown(shown.kiosks, event.actor));
        one.set("why", why);
        one.set("has_why", !why.empty());
        history << one;
    }
    return history;
}

void set_open(Words& words, const OpenActs& open) {
    words.set("arrival_open", open.arrival);
    words.set("absence_open", open.absence);
    words.set("not_held_open", open.not_held);
    words.set("submit_open", open.submit);
    words.set("told_open", open.told);
    words.set("correct_open", open.corrects());
    words.set("time_open", open.time);
    words.set("take_back_open", open.take_back);
    words.set("withdraw_open", open.withdraw);
    words.set("held_open", open.held);
    words.set("corrected_open", open.corrected);
    words.set("resend_open", open.resend);
}

/// When they came, as far as it is known: a time that nobody has said is offered only while it is now.
std::string likely_time(const Shown& shown, base::Instant now) {
    const domain::AttendanceRecord& record = shown.row.record;
    if (record.arrived_at) return domain::london_time(*record.arrived_at);
    if (record.came_after_end) return domain::london_time(*record.came_after_end);
    const domain::Appointment& appointment = shown.row.appointment;
    const bool is_on =
        domain::is_on(appointment, domain::london_date(now)) && now <= domain::end_of(appointment);
    return is_on ? domain::london_time(now) : std::string();
}

/// Days on which the practitioner can have been told: today, and each before it back to the appointment's.
Words days_since(const Shown& shown, const Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const domain::Date first = std::min(domain::london_date(shown.row.appointment.start), today);
    Words list(Words::type::list);
    for (std::chrono::sys_days day{today}; day >= std::chrono::sys_days{first}; day -= std::chrono::days{1}) {
        const std::string value = domain::to_text(domain::Date{day});
        Words words;
        words.set("value", value);
        words.set("label", (domain::Date{day} == today ? "Today, " : "") + day_in_words(domain::Date{day}));
        words.set("chosen", value == visit.form["day"]);
        list << words;
    }
    return list;
}

/// What the form held when it was sent, so that nothing is typed twice.
void set_typed(Words& words, const Visit& visit, const Shown& shown) {
    const bool typed = visit.page.method == http::Method::Post;
    // When the practitioner was called is nothing that the record could guess.
    const bool is_call = visit.page.name == PageName::ToldForm;
    words.set("time", typed     ? visit.form["time"]
                      : is_call ? std::string()
                                : likely_time(shown, visit.moment.now));
    words.set("reason", visit.form["reason"]);
    words.set("who", visit.form["who"]);
    if (!visit.form["choice"].empty()) words.set("chosen_" + visit.form["choice"], true);
}

}  // namespace

Words words_of_shown(const Office& office, const Visit& visit, const Shown& shown, const FieldsWrong& wrong) {
    const base::Instant now = visit.moment.now;
    const domain::Appointment& appointment = shown.row.appointment;
    Words words = state_words(shown.row.state);
    words.set("form_token", office.sessions.form_token(visit.token));
    words.set("id", appointment.id.text());
    words.set("seen", shown.seen);
    words.set("name", shown.name);
    words.set("reference", shown.reference);
    words.set("day", day_in_words(domain::london_date(appointment.start)));
    words.set("start", domain::london_time(appointment.start));
    words.set("end", domain::london_time(domain::end_of(appointment)));
    words.set("needs", shown.row.needs.empty() ? "Nothing is recorded" : shown.row.needs);
    words.set("why", shown.row.why);
    words.set("has_why", !shown.row.why.empty());
    words.set("update", update_in_words(shown.update, now));
    set_deadline(words, shown.row, now, office.needs.warnings);
    words.set("was_shut", shown.was_shut);
    words.set("was_missed", !shown.missed.empty());
    words.set("missed",
              shown.missed.empty() ? std::string() : breach_in_words(shown.missed.front(), shown.row));
    words.set("only_noted", shown.only_noted_because);
    words.set("is_only_noted", !shown.only_noted_because.empty());
    words.set("came_after_end", shown.row.record.came_after_end.has_value());
    set_not_held(words, shown.row.record.not_held);
    words.set("is_absence", shown.row.record.attendance == domain::Attendance::No);
    words.set("note", shown.update ? shown.update->note : std::string());
    words.set("has_note", shown.update && !shown.update->note.empty());
    words.set("history", history_words(shown, now));
    words.set("has_history", !shown.events.empty());
    set_open(words, may(visit.account.role, PageName::Submit) ? open_acts(shown, now) : OpenActs{});
    words.set("person_open", may(visit.account.role, PageName::PersonPage));
    if (visit.page.name == PageName::ToldForm || visit.page.name == PageName::NoteTold)
        words.set("days", days_since(shown, visit));
    set_typed(words, visit, shown);
    wrong.set(words);
    return words;
}

void set_not_held(Words& words, const std::optional<domain::NoSessionReason>& not_held) {
    words.set("not_held", not_held ? why_not_held(*not_held) : "");
    words.set("is_not_held", not_held.has_value());
}

std::string why_reason_is_refused(const std::string& reason) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos) return "Say why, in a few words.";
    if (reason.size() > app::kReasonBytesMax) return "Use at most 1000 characters.";
    return "";
}

void check_reason(const Visit& visit, FieldsWrong& wrong) {
    const std::string why = why_reason_is_refused(visit.form["reason"]);
    if (!why.empty()) wrong.say("reason", why);
}

}  // namespace server::reception
