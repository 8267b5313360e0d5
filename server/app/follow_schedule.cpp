#include "server/app/follow_schedule.h"

#include "server/app/hub_rules.h"
#include "server/app/left_to_reception.h"
#include "server/app/owed_update.h"

namespace server::app {
namespace {

using domain::Appointment;
using domain::Attendance;
using domain::AttendanceRecord;
using domain::UpdateState;

bool same_time(const Appointment& a, const Appointment& b) {
    return a.start == b.start && a.duration == b.duration;
}

/// What an arrival at this time means for the appointment as it is now; none: it is not attendance.
std::optional<Attendance> attendance_at(base::Instant came_at, const Appointment& appointment,
                                        std::chrono::seconds grace) {
    if (!domain::is_on(appointment, domain::london_date(came_at))) return std::nullopt;
    if (came_at > domain::end_of(appointment)) return std::nullopt;
    return domain::stamp(came_at, appointment, grace);
}

bool means_otherwise(const AttendanceRecord& record, const Appointment& now, std::chrono::seconds grace) {
    if (!record.attendance) return false;
    if (*record.attendance == Attendance::No) return true;
    return record.arrived_at && attendance_at(*record.arrived_at, now, grace) != record.attendance;
}

base::Done leave_to_person(Transaction& transaction, const Appointment& appointment,
                           const AttendanceRecord& record, const Occasion& occasion) {
    auto event = new_event(domain::EventKind::LeftToPerson, appointment.id, appointment.person, occasion);
    if (has_come(record)) event.arrival = record.arrival;
    event.actor = "schedule";
    event.reason = kTimeChanged;
    return transaction.append(event);
}

/// Whether nothing but the schedule held it up, and no longer does.
base::Result<bool> is_released(View& view, const Appointment& before, const Appointment& after,
                               const AttendanceRecord& recorded) {
    const AttendanceRecord record = TRY(record_of(view, after.id));
    return !what_it_waits_for(before, recorded).empty() && what_it_waits_for(after, record).empty();
}

}  // namespace

base::Done follow_schedule(Transaction& transaction, const Appointment& before, const Appointment& after,
                           const Occasion& occasion) {
    const auto owed = TRY(transaction.update_of(after.id));
    if (!owed || owed->submitted_at || owed->state == UpdateState::Withdrawn) return {};
    const AttendanceRecord record = TRY(record_of(transaction, after.id));
    const bool moved = !same_time(before, after);
    if (moved && means_otherwise(record, after, grace_of(occasion.rules, after)))
        TRY_DONE(leave_to_person(transaction, after, record, occasion));
    TRY_DONE(bring_update_in_line(transaction, after, record, occasion));

    auto update = TRY(transaction.update_of(after.id)).value_or(*owed);
    const bool released =
        update.state == UpdateState::WaitingForPerson && TRY(is_released(transaction, before, after, record));
    if (!released && !(moved && update.state == UpdateState::Held)) return {};
    hold(update, after, TRY(record_of(transaction, after.id)), occasion.moment.now);
    return transaction.put(update);
}

}  // namespace server::app
