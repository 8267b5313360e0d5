#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/decide.h"
#include "server/reception/appointment_words.h"
#include "server/reception/seen.h"

/// What the pages of one appointment share: to show it, and to do something to it.
namespace server::reception {

/// A page of one appointment.
struct Sheet {
    const char* form;   ///< its template
    const char* title;  ///< of the window
};

/// The page, after the look at the person's name is kept; with what was wrong, as 400.
http::Reply show(Office& office, Visit& visit, const Sheet& sheet, const FieldsWrong& wrong = {});

/// What was typed as `reason`, in the name of whoever is signed in.
app::Decision decision_of(const Visit& visit);
/// A decision to submit, which is taken after a page that says what will be sent.
app::Decision reviewed(const Visit& visit, const domain::AppointmentId& appointment);

/// The London day on which the appointment starts; of one that the hub does not hold, today.
domain::Date day_of_appointment(Office& office, const Visit& visit);

/// The instant of the time that was typed, on this London day; none, with what is wrong, when it is no time
/// or still to come.
std::optional<base::Instant> time_typed(const Visit& visit, domain::Date day, FieldsWrong& wrong);

/// What comes back to whoever did something: its appointment when it was done, else the form with what was
/// typed and why it was not done.
http::Reply after(Office& office, Visit& visit, const Sheet& sheet, const base::Done& done);

/// Does an act inside the store, unless something has happened since its form was shown.
template <class Act>
http::Reply decide(Office& office, Visit& visit, const Sheet& sheet, const Act& act) {
    const base::Done done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            TRY_DONE(check_seen(transaction, appointment_of(visit), visit.form["seen"]));
            return act(transaction, when);
        });
    return after(office, visit, sheet, done);
}

}  // namespace server::reception
