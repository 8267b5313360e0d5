#include "server/reception/act.h"

#include "shared/base/time_of_day.h"

namespace server::reception {

using http::Reply;

Reply show(Office& office, Visit& visit, const Sheet& sheet, const FieldsWrong& wrong) {
    const auto shown = look_at_appointment(office, visit, "record of an appointment");
    if (!shown) return told(office, visit, shown.error());
    return form_page(frame_of(office, visit, sheet.title), sheet.form,
                     words_of_shown(office, visit, *shown, wrong), wrong.first());
}

app::Decision decision_of(const Visit& visit) {
    return {appointment_of(visit), visit.account.name, visit.form["reason"]};
}

app::Decision reviewed(const Visit& visit, const domain::AppointmentId& appointment) {
    return {appointment, visit.account.name, "reviewed at reception"};
}

domain::Date day_of_appointment(Office& office, const Visit& visit) {
    domain::Date day = domain::london_date(visit.moment.now);
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        day = domain::london_date(TRY(view.appointment(appointment_of(visit))).start);
        return {};
    });
    (void)read;  // the act that follows meets the same error and says it
    return day;
}

std::optional<base::Instant> time_typed(const Visit& visit, domain::Date day, FieldsWrong& wrong) {
    const auto time = base::parse_time_of_day(visit.form["time"]);
    if (!time) {
        wrong.say("time", "Enter a time, such as 09:05.");
        return std::nullopt;
    }
    const base::Instant at = domain::at_london_time(day, *time);
    if (at <= visit.moment.now) return at;
    wrong.say("time", "This time is still to come. Enter when it was.");
    return std::nullopt;
}

Reply after(Office& office, Visit& visit, const Sheet& sheet, const base::Done& done) {
    if (done) return go_to("/appointments/" + visit.request.judged.id);
    const auto kind = done.error().kind;
    if (kind != base::ErrorKind::Conflict && kind != base::ErrorKind::InvalidInput) {
        return told(office, visit, done.error());
    }
    FieldsWrong wrong;
    wrong.say("main", "This was not done: " + done.error().message + '.');
    return show(office, visit, sheet, wrong);
}

}  // namespace server::reception
