// One appointment: what the record says of it, and what a person may decide.

#include "server/reception/act.h"
#include "server/reception/day_words.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr Sheet kAppointment{"appointment.html", "Appointment"};
constexpr Sheet kAbsence{"absence.html", "Did not attend?"};
constexpr Sheet kSubmit{"submit.html", "Submit?"};
constexpr Sheet kTold{"practitioner_told.html", "Told by telephone"};

/// The page said that it would only be noted: whoever pressed has not agreed to more.
base::Done final_by_now() {
    return base::fail(base::ErrorKind::Conflict,
                      "every kiosk has reported meanwhile, so that it would be submitted now. Press again if "
                      "that is right");
}

/// When the practitioner was told: the day that was chosen, else today, and the time that was typed.
std::optional<base::Instant> call_time_typed(Office& office, const Visit& visit, FieldsWrong& wrong) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const domain::Date day = domain::parse_date(visit.form["day"]).value_or(today);
    const auto at = time_typed(visit, day, wrong);
    std::optional<base::Instant> start;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        start = TRY(view.appointment(appointment_of(visit))).start;
        return {};
    });
    (void)read;  // the act that follows meets the same error and says it
    if (at && start && *at < *start) {
        wrong.say("time", "This was before the appointment began, at " +
                              time_in_words(*start, visit.moment.now) + ". Enter when you told them.");
    }
    return at;
}

/// Somebody was faster, or a kiosk was: nothing is recorded twice.
base::Done already_in(const protocol::ArrivalOutcome& outcome, base::Instant now) {
    if (outcome.result != protocol::ArrivalResult::AlreadyIn) return {};
    return base::fail(
        base::ErrorKind::Conflict,
        "they are recorded as having come already" +
            (outcome.arrived_at ? ", at " + time_in_words(*outcome.arrived_at, now) : std::string()) +
            ". To change that, correct the record");
}

}  // namespace

Reply appointment_page(Office& office, Visit& visit) {
    return show(office, visit, kAppointment);
}

Reply record_arrival(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const auto came = time_typed(visit, day_of_appointment(office, visit), wrong);
    check_reason(visit, wrong);
    if (wrong.any()) return show(office, visit, kAppointment, wrong);
    return decide(office, visit, kAppointment,
                  [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
                      const auto outcome =
                          TRY(app::record_at_desk(transaction, decision_of(visit), *came, when));
                      return already_in(outcome, when.moment.now);
                  });
}

Reply check_absence(Office& office, Visit& visit) {
    return show(office, visit, kAbsence);
}

Reply confirm_absence(Office& office, Visit& visit) {
    FieldsWrong wrong;
    check_reason(visit, wrong);
    if (wrong.any()) return show(office, visit, kAbsence, wrong);
    const auto after_end = visit.form["after_end"] == "yes" ? app::CameAfterEnd::DidNotAttendAllTheSame
                                                            : app::CameAfterEnd::NotSaid;
    return decide(
        office, visit, kAbsence, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            const auto answer = TRY(app::confirm_absence(transaction, decision_of(visit), after_end, when));
            if (answer.to_be_submitted && visit.form["only_noted"] == "yes") return final_by_now();
            return {};
        });
}

Reply not_held(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const auto why = domain::no_session_reason_from_word(visit.form["choice"]);
    if (!why) wrong.say("choice", "Choose why the session did not happen.");
    check_reason(visit, wrong);
    if (wrong.any()) return show(office, visit, kAppointment, wrong);
    return decide(office, visit, kAppointment, [&](app::Transaction& transaction, const app::Occasion& when) {
        return app::session_not_held(transaction, decision_of(visit), *why, when);
    });
}

Reply check_submit(Office& office, Visit& visit) {
    return show(office, visit, kSubmit);
}

Reply submit(Office& office, Visit& visit) {
    return decide(office, visit, kSubmit, [&](app::Transaction& transaction, const app::Occasion& when) {
        return app::decide_submit(transaction, reviewed(visit, appointment_of(visit)), when);
    });
}

Reply told_form(Office& office, Visit& visit) {
    return show(office, visit, kTold);
}

Reply note_told(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const auto at = call_time_typed(office, visit, wrong);
    const std::string& who = visit.form["who"];
    if (!why_reason_is_refused(who).empty() || who.size() > app::kActorBytesMax)
        wrong.say("who", "Enter who you spoke to, in at most 100 characters.");
    if (wrong.any()) return show(office, visit, kTold, wrong);
    app::Decision decision = decision_of(visit);
    decision.reason = "told " + who;
    return decide(office, visit, kTold, [&](app::Transaction& transaction, const app::Occasion& when) {
        return app::note_practitioner_told(transaction, decision, *at, when);
    });
}

}  // namespace server::reception
