// Somebody came for an appointment that the hub does not hold: for which one of theirs, or what else was
// done.

#include "server/app/kiosks.h"
#include "server/app/look_at_names.h"
#include "server/app/settle_unknown.h"
#include "server/reception/act.h"
#include "server/reception/day_words.h"
#include "server/reception/fields_wrong.h"
#include "server/reception/names.h"
#include "shared/base/time_of_day.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr char kLook[] = "arrival for an unknown appointment";
/// Chosen where it was none of their appointments.
constexpr char kNone[] = "none";

struct Waiting {
    app::UnknownArrival arrival;
    std::vector<domain::Appointment> may_be;
    std::vector<app::Kiosk> kiosks;
    std::string name;
    std::string seen;
};

base::Result<Waiting> look(Office& office, const Visit& visit) {
    Waiting waiting;
    const auto read = [&](app::Transaction& transaction) -> base::Done {
        waiting.arrival = TRY(app::unknown_arrival(transaction, appointment_of(visit)));
        waiting.may_be = TRY(app::may_have_come_for(transaction, waiting.arrival));
        waiting.kiosks = TRY(transaction.kiosks());
        waiting.seen = TRY(seen_mark(transaction, waiting.arrival.appointment));
        const auto names = TRY(app::look_at_names(transaction, {waiting.arrival.person}, visit.account.name,
                                                  kLook, visit.moment.now, office.needs.entropy));
        waiting.name = name_of(names, waiting.arrival.person);
        return {};
    };
    TRY_DONE(office.needs.store.write_and_wait(read));
    return waiting;
}

Words choices(const Waiting& waiting, const Visit& visit) {
    Words list(Words::type::list);
    const auto add = [&](const std::string& value, const std::string& what) {
        Words words;
        // The first has the field's own name, where a problem leads.
        words.set("element", list.is_non_empty_list() ? "choice-" + value : std::string("choice"));
        words.set("value", value);
        words.set("what", what);
        words.set("is_chosen", visit.form["choice"] == value);
        list << words;
    };
    for (const domain::Appointment& one : waiting.may_be)
        add(one.id.text(), "For their appointment at " + domain::london_time(one.start));
    add(kNone, waiting.may_be.empty() ? "It was seen to" : "For none of these; it was seen to");
    return list;
}

Reply sheet(Office& office, Visit& visit, const FieldsWrong& wrong) {
    const auto waiting = look(office, visit);
    if (!waiting) return told(office, visit, waiting.error());
    const app::UnknownArrival& arrival = waiting->arrival;
    const bool is_typed = visit.page.method == http::Method::Post;
    Words words = words_of(office, visit);
    words.set("id", arrival.appointment.text());
    words.set("name", waiting->name);
    words.set("at", time_in_words(arrival.at, visit.moment.now));
    words.set("is_doubtful", arrival.clock == domain::ClockState::Doubtful);
    words.set("where", app::actor_shown(waiting->kiosks, arrival.actor));
    words.set("seen", waiting->seen);
    words.set("choices", choices(*waiting, visit));
    words.set("has_appointments", !waiting->may_be.empty());
    words.set("time", is_typed ? visit.form["time"] : domain::london_time(arrival.at));
    words.set("reason", visit.form["reason"]);
    wrong.set(words);
    return form_page(frame_of(office, visit, "Came for an unknown appointment"), "unknown.html", words,
                     wrong.first());
}

}  // namespace

Reply unknown_form(Office& office, Visit& visit) {
    return sheet(office, visit, {});
}

Reply settle_unknown(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const std::string& choice = visit.form["choice"];
    const bool is_none = choice == kNone;
    const auto time = base::parse_time_of_day(visit.form["time"]);
    if (!is_none && !base::is_uuid(choice)) wrong.say("choice", "Choose for what they came.");
    if (!is_none && !time) wrong.say("time", "Enter a time, such as 09:05.");
    check_reason(visit, wrong);
    if (wrong.any()) return sheet(office, visit, wrong);
    const auto act = [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
        TRY_DONE(check_seen(transaction, appointment_of(visit), visit.form["seen"]));
        if (is_none) return app::settle_unknown(transaction, decision_of(visit), when);
        const auto arrival = TRY(app::unknown_arrival(transaction, appointment_of(visit)));
        const base::Instant came = domain::at_london_time(domain::london_date(arrival.at), *time);
        return app::link_unknown(transaction, decision_of(visit), domain::AppointmentId(choice), came, when);
    };
    const base::Done done = in_store(office, visit, act);
    if (done) return go_to(is_none ? std::string("/board") : "/appointments/" + choice);
    const auto kind = done.error().kind;
    if (kind != base::ErrorKind::Conflict && kind != base::ErrorKind::InvalidInput)
        return told(office, visit, done.error());
    wrong.say("main", "This was not done: " + done.error().message + '.');
    return sheet(office, visit, wrong);
}

}  // namespace server::reception
