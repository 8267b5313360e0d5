// The person behind an appointment: what the hub holds of them, their slip, and that their intervention is
// completed. Every look is kept.

#include <algorithm>
#include <map>

#include "server/app/complete_intervention.h"
#include "server/app/look_at_names.h"
#include "server/app/make_slip.h"
#include "server/reception/act.h"
#include "server/reception/board_words.h"
#include "server/reception/day_words.h"
#include "server/reception/language_words.h"
#include "server/reception/person_sheet.h"
#include "server/reception/qr_picture.h"
#include "server/reception/rating_words.h"
#include "server/reception/survey_words.h"
#include "shared/base/if_found.h"
#include "shared/domain/survey.h"

namespace server::reception {
namespace {

using http::Reply;

struct Held {
    app::Person person;
    app::Referral referral;
    std::vector<app::BoardRow> rows;
    std::vector<app::Offer> offers;
    std::vector<app::Consent> consents;
    std::optional<app::Slip> slip;
};

base::Result<Held> look_at_person(Office& office, const Visit& visit) {
    Held held;
    const auto read = [&](app::Transaction& transaction) -> base::Done {
        const auto appointment = TRY(transaction.appointment(appointment_of(visit)));
        TRY(app::look_at_names(transaction, {appointment.person}, visit.account.name, "a person's page",
                               visit.moment.now, office.needs.entropy));
        held.person = TRY(transaction.person(appointment.person));
        held.referral = TRY(transaction.referral(appointment.referral));
        for (const domain::Appointment& one : TRY(transaction.appointments_of(appointment.referral)))
            held.rows.push_back(TRY(app::board_row(transaction, one, visit.moment.now)));
        held.offers = TRY(transaction.offers_of(appointment.referral));
        held.consents = TRY(transaction.consents_of(appointment.person));
        held.slip = TRY(transaction.slip_of(appointment.person));
        return {};
    };
    TRY_DONE(office.needs.store.write_and_wait(read));
    std::sort(held.rows.begin(), held.rows.end(), [](const app::BoardRow& a, const app::BoardRow& b) {
        return a.appointment.start > b.appointment.start;
    });
    return held;
}

const char* in_words(domain::DeliveryMethod method) {
    switch (method) {
        case domain::DeliveryMethod::InPersonHub:
            return "in person";
        case domain::DeliveryMethod::InPersonProbationOffice:
            return "at an office";
        case domain::DeliveryMethod::PhoneCall:
            return "by telephone";
        case domain::DeliveryMethod::VideoCall:
            return "by video";
    }
    return "";
}

bool is_completed(const Held& held) {
    return std::any_of(held.offers.begin(), held.offers.end(),
                       [](const app::Offer& offer) { return offer.kind == domain::OfferKind::ExitSurvey; });
}

Words appointment_words(const Held& held, base::Instant now) {
    Words list(Words::type::list);
    for (const app::BoardRow& row : held.rows) {
        const domain::Appointment& appointment = row.appointment;
        Words words = state_words(row.state);
        words.set("id", appointment.id.text());
        words.set("day", day_in_words(domain::london_date(appointment.start)));
        words.set("start", domain::london_time(appointment.start));
        words.set("how", in_words(appointment.method));
        words.set("arrived",
                  row.record.arrived_at ? time_in_words(*row.record.arrived_at, now) : std::string());
        list << words;
    }
    return list;
}

Words offer_words(const Held& held, app::Role role) {
    Words list(Words::type::list);
    for (const app::Offer& offer : held.offers) {
        const bool shared = offer.kind == domain::OfferKind::ExitSurvey && offer.answers;
        Words words;
        words.set("kind", kind_in_words(offer.kind));
        words.set("kind_word", std::string(domain::to_word(offer.kind)));
        words.set("state", offer_in_words(offer));
        words.set("enter_open", domain::is_open(offer.state) && may_enter(role, offer.kind));
        words.set("shared_open", shared && may(role, PageName::SharedAnswers));
        list << words;
    }
    return list;
}

std::string slip_in_words(const Held& held, base::Instant now) {
    if (!held.slip) return "None";
    const base::Instant last = held.slip->expires_at - std::chrono::microseconds{1};
    const std::string until = day_in_words(domain::london_date(last));
    return held.slip->works_at(now) ? "Works until " + until : "Ran out on " + until;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    }
    return text.empty() ? "Nothing is recorded" : text;
}

base::Result<domain::ReferralId> referral_of(app::View& view, const Visit& visit) {
    return TRY(view.appointment(appointment_of(visit))).referral;
}

}  // namespace

Reply person_sheet(Office& office, Visit& visit, const FieldsWrong& wrong) {
    const auto held = look_at_person(office, visit);
    if (!held) return told(office, visit, held.error());
    const bool decides = may(visit.account.role, PageName::MakeSlip);
    Words words = words_of(office, visit);
    words.set("id", visit.request.judged.id);
    words.set("name", held->person.first_name + ' ' + held->person.last_name);
    words.set("crn", held->person.crn);
    words.set("reference", held->referral.reference);
    words.set("needs", joined({app::needs_in_words(held->person)}));
    words.set("language", language_of_person(held->person.preferred_language));
    words.set("appointments", appointment_words(*held, visit.moment.now));
    words.set("offers", offer_words(*held, visit.account.role));
    set_ratings(words, held->offers, office.needs.surveys.areas);
    words.set("consent_state", consent_in_words(held->consents));
    set_consent(words, held->consents, visit);
    words.set("slip", slip_in_words(*held, visit.moment.now));
    words.set("slip_open", decides);
    words.set("complete_open", decides && !is_completed(*held));
    words.set("is_completed", is_completed(*held));
    words.set("reason", visit.form["reason"]);
    wrong.set(words);
    return form_page(frame_of(office, visit, "Person"), "person.html", words, wrong.first());
}

Reply person_page(Office& office, Visit& visit) {
    return person_sheet(office, visit, {});
}

Reply make_slip(Office& office, Visit& visit) {
    app::MadeSlip made;
    const auto done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            const auto referral = TRY(referral_of(transaction, visit));
            made =
                TRY(app::make_slip(transaction, referral, visit.account.name, office.needs.slip_hash, when));
            return {};
        });
    if (!done) return told(office, visit, done.error());
    const QrPicture qr = qr_of(made.token);
    Words words = words_of(office, visit);
    words.set("id", visit.request.judged.id);
    words.set("qr_size", std::to_string(qr.size));
    words.set("qr_path", qr.path);
    words.set("until",
              day_in_words(domain::london_date(made.slip.expires_at - std::chrono::microseconds{1})));
    return page(frame_of(office, visit, "Slip to print"), "slip.html", words);
}

Reply complete(Office& office, Visit& visit) {
    FieldsWrong wrong;
    check_reason(visit, wrong);
    if (wrong.any()) return person_sheet(office, visit, wrong);
    const auto done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            const auto referral = TRY(referral_of(transaction, visit));
            return app::complete_intervention(transaction,
                                              {referral, visit.account.name, visit.form["reason"]}, when);
        });
    if (done) return go_to("/appointments/" + visit.request.judged.id + "/person");
    if (done.error().kind != base::ErrorKind::Conflict) return told(office, visit, done.error());
    wrong.say("main", "This was not done: " + done.error().message + '.');
    return person_sheet(office, visit, wrong);
}

}  // namespace server::reception
