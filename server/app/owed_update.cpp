#include "server/app/owed_update.h"

#include <algorithm>
#include <utility>

#include "server/app/left_to_reception.h"

namespace server::app {
namespace {

using domain::Appointment;
using domain::AppointmentStatus;
using domain::Attendance;
using domain::AttendanceRecord;
using domain::Update;
using domain::UpdateState;

constexpr char kAbsenceNoted[] =
    "Did not attend is noted. Decide to submit it once every kiosk has reported since the appointment's "
    "end.";
constexpr char kAbsenceInQuestion[] =
    "Did not attend was confirmed before it was known that the person came after the end, or that the "
    "appointment is at another time. Confirm it again if it is right all the same.";
constexpr char kAbsenceElsewhere[] =
    "Did not attend is recorded, but the appointment was cancelled or moved, or is not a meeting at this "
    "hub. "
    "Look at it in the case system.";
constexpr char kCameAfterNo[] =
    "The person came, but did-not-attend is already submitted. Telephone the practitioner.";
constexpr char kChangedAfterSubmit[] =
    "What was submitted is no longer what is recorded here. Telephone the practitioner.";
constexpr char kTakenBackAfterSent[] =
    "The arrival was taken back after the case system was told of it. Correct it there, then note here that "
    "it was put right.";
constexpr char kAbsenceTakenBackAfterSent[] =
    "Did not attend was taken back after the case system was told of it. Correct it there, then note here "
    "that it was put right.";
constexpr char kBeingSubmitted[] =
    "it is being submitted at this moment, or that was tried and the answer is not known: try again when "
    "the case system has answered. Until then telephone the practitioner";

void wait_for_person(Update& update, std::string why) {
    update.state = UpdateState::WaitingForPerson;
    update.why = std::move(why);
}

/// Nothing is recorded any more.
void take_back(Update& update) {
    switch (update.state) {
        case UpdateState::Withdrawn:
            return;
        case UpdateState::Held:
        case UpdateState::WaitingForPerson:
            if (!update.drafted_at && !update.submitted_at) {
                update.state = UpdateState::Withdrawn;
                update.why.clear();
                return;
            }
            break;
        case UpdateState::Sending:
        case UpdateState::Drafted:
        case UpdateState::Submitted:
            break;
    }
    if (update.submitted_at) return wait_for_person(update, kChangedAfterSubmit);
    const bool absent = update.attendance == Attendance::No;
    wait_for_person(update, absent ? kAbsenceTakenBackAfterSent : kTakenBackAfterSent);
}

/// The record has changed, or not, since it was submitted.
void compare_with_submitted(Update& update, const AttendanceRecord& before, const AttendanceRecord& record) {
    if (record.time_waits_for_person && record.waits_because == kTakenBackLate) {
        wait_for_person(update, std::string(advice_on(record.waits_because)));
        return;
    }
    if (says_the_same(update, record)) {
        if (update.state != UpdateState::WaitingForPerson) return;
        update.state = UpdateState::Submitted;
        update.why.clear();
        return;
    }
    const bool told_of_it = record.practitioner_told_at && before.attendance == record.attendance;
    if (told_of_it) return;
    wait_for_person(update, update.attendance == Attendance::No ? kCameAfterNo : kChangedAfterSubmit);
}

std::string note_of(const AttendanceRecord& record) {
    if (record.attendance == Attendance::No) return record.decided_reason;
    const std::size_t colon = record.decided_reason.find(": ");
    return colon == std::string::npos ? std::string() : record.decided_reason.substr(colon + 2);
}

void take_over(Update& update, const AttendanceRecord& before, const AttendanceRecord& record) {
    update.attendance = *record.attendance;
    update.arrived_at = record.arrived_at;
    update.not_held = record.not_held;
    update.submit_decided = record.submit_decided;
    update.decided_by = record.decided_by;
    const bool with_note = record.not_held || record.attendance == Attendance::No;
    const bool newly = record.not_held != before.not_held || record.attendance != before.attendance;
    if (!with_note) update.note.clear();
    if (with_note && newly) update.note = note_of(record);
}

Update fresh_update(const Appointment& appointment, const Occasion& occasion) {
    Update update;
    update.id = domain::UpdateId(base::new_uuid_at(occasion.entropy, occasion.moment.now));
    update.appointment = appointment.id;
    update.referral = appointment.referral;
    update.person = appointment.person;
    update.type = appointment.type;
    update.start = appointment.start;
    update.state = UpdateState::Withdrawn;
    return update;
}

/// Something is recorded, and nothing is submitted yet.
void follow(Update& update, const Appointment& appointment, const AttendanceRecord& before,
            const AttendanceRecord& record, const Occasion& occasion) {
    const base::Instant now = occasion.moment.now;
    const bool newly_submit = record.submit_decided && !before.submit_decided;
    const bool released =
        update.state == UpdateState::WaitingForPerson && !what_it_waits_for(appointment, before).empty();
    const bool to_send_anew = update.state == UpdateState::Withdrawn || !before.attendance || released ||
                              before.time_waits_for_person || !says_the_same(update, record);
    take_over(update, before, record);
    update.start = appointment.start;
    update.deadline = domain::deadline_of(update.attendance, appointment, occasion.calendar);
    if (std::string why = what_it_waits_for(appointment, record); !why.empty()) {
        wait_for_person(update, std::move(why));
    } else if (to_send_anew) {
        hold(update, appointment, record, now);
    } else if (newly_submit) {
        update.next_try = std::max(update.hold_until, now);
    }
}

}  // namespace

std::string what_it_waits_for(const Appointment& appointment, const AttendanceRecord& record) {
    const auto advice = [](std::string_view word) {
        return std::string(advice_on(word));
    };
    if (record.time_waits_for_person) return advice(record.waits_because);
    if (record.attendance == Attendance::No && !domain::expected_here(appointment)) return kAbsenceElsewhere;
    if (appointment.status == AppointmentStatus::Cancelled) return advice(kWasCancelled);
    if (appointment.status == AppointmentStatus::Superseded) return advice(kWasMoved);
    if (!domain::expected_here(appointment)) return advice(kNotHere);
    if (record.absence_in_question) return kAbsenceInQuestion;
    if (record.attendance == Attendance::No && !record.submit_decided) return kAbsenceNoted;
    return {};
}

bool says_the_same(const Update& update, const AttendanceRecord& record) {
    if (update.attendance != record.attendance || update.not_held != record.not_held) return false;
    return record.attendance != Attendance::Late || update.arrived_at == record.arrived_at;
}

void hold(Update& update, const Appointment& appointment, const AttendanceRecord& record, base::Instant now) {
    const bool needs_no_end = record.not_held || record.attendance == Attendance::No;
    update.state = UpdateState::Held;
    update.hold_until = needs_no_end ? std::max(now, appointment.start) : domain::end_of(appointment);
    update.next_try = update.hold_until;
    update.tries = 0;
    update.why.clear();
}

base::Done check_not_being_submitted(const std::optional<domain::Update>& update) {
    const bool is_being = update && update->state == UpdateState::Sending && update->submit_decided;
    if (is_being) return base::fail(base::ErrorKind::Conflict, kBeingSubmitted);
    return {};
}

base::Done bring_update_in_line(Transaction& transaction, const Appointment& appointment,
                                const AttendanceRecord& before, const Occasion& occasion) {
    const AttendanceRecord record = TRY(record_of(transaction, appointment.id));
    const std::optional<Update> existing = TRY(transaction.update_of(appointment.id));
    if (!existing && !record.attendance) return {};
    Update update = existing ? *existing : fresh_update(appointment, occasion);
    if (!record.attendance) {
        take_back(update);
    } else if (update.submitted_at) {
        compare_with_submitted(update, before, record);
    } else {
        follow(update, appointment, before, record, occasion);
    }
    return transaction.put(update);
}

}  // namespace server::app
