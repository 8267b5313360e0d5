// What becomes of surveys and ratings: figures for managers and analysts; for reception what is open, and who
// would like to talk to somebody.

#include <algorithm>

#include "server/app/help_requests.h"
#include "server/app/kiosks.h"
#include "server/app/survey_figures.h"
#include "server/reception/day_words.h"
#include "server/reception/month_words.h"
#include "server/reception/names.h"
#include "server/reception/survey_words.h"

namespace server::reception {
namespace {

using app::HelpWord;
using http::Reply;

/// An offer that is open, with an appointment from which its page is reached; none where the hub holds none.
struct OpenOffer {
    app::Offer offer;
    std::optional<domain::AppointmentId> appointment;
};

struct Held {
    std::vector<app::SurveyFigures> figures;
    std::vector<OpenOffer> open;
    std::vector<app::HelpRequest> help;
    std::vector<app::Kiosk> kiosks;  ///< where they called
};

base::Result<std::vector<OpenOffer>> open_offers(app::View& view) {
    std::vector<OpenOffer> open;
    for (app::Offer& offer : TRY(view.open_offers())) {
        const auto appointments = TRY(view.appointments_of(offer.referral));
        std::optional<domain::AppointmentId> newest;
        if (!appointments.empty()) newest = appointments.back().id;
        open.push_back({std::move(offer), std::move(newest)});
    }
    return open;
}

const char* in_words(HelpWord word) {
    switch (word) {
        case HelpWord::SpokenWith:
            return "Spoken with";
        case HelpWord::PassedOn:
            return "Passed on";
    }
    return "";
}

/// A number of a figure, or that it may not be told.
void set_number(Words& words, const char* name, const std::optional<unsigned>& number) {
    words.set(name, number ? std::to_string(*number) : std::string());
    words.set(std::string("has_") + name, number.has_value());
}

Words figure_words(const std::vector<app::SurveyFigures>& figures) {
    constexpr unsigned kAll = 100;
    Words list(Words::type::list);
    for (auto one = figures.rbegin(); one != figures.rend(); ++one) {
        Words words;
        words.set("month", month_in_words(one->month));
        words.set("kind", kind_in_words(one->kind));
        set_number(words, "opened", one->opened);
        set_number(words, "offered", one->offered);
        set_number(words, "completed", one->completed);
        set_number(words, "declined", one->declined);
        set_number(words, "partial", one->partial);
        set_number(words, "expired", one->expired);
        const bool drawn = one->completed && one->opened && *one->opened > 0;
        words.set("is_drawn", drawn);
        words.set("share", drawn ? std::to_string(kAll * *one->completed / *one->opened) : std::string());
        list << words;
    }
    return list;
}

Words open_words(const std::vector<OpenOffer>& open, const Names& names) {
    Words list(Words::type::list);
    for (const OpenOffer& one : open) {
        Words words;
        words.set("name", name_of(names, one.offer.person));
        words.set("kind", kind_in_words(one.offer.kind));
        words.set("kind_word", std::string(domain::to_word(one.offer.kind)));
        words.set("since", day_in_words(domain::london_date(one.offer.opened_at)));
        words.set("state", one.offer.state == domain::OfferState::Open ? "Not offered yet" : "Offered");
        words.set("has_appointment", one.appointment.has_value());
        words.set("id", one.appointment ? one.appointment->text() : std::string());
        list << words;
    }
    return list;
}

Words help_words(const std::vector<app::HelpRequest>& help, const std::vector<app::Kiosk>& kiosks,
                 base::Instant now) {
    Words list(Words::type::list);
    for (const app::HelpRequest& one : help) {
        Words followed(Words::type::list);
        for (const app::HelpFollowUp& each : one.follow_ups) {
            Words words;
            words.set("what", in_words(each.word));
            words.set("who", each.who);
            words.set("when", time_in_words(each.at, now));
            followed << words;
        }
        Words words;
        words.set("id", one.call.id);
        words.set("when", time_in_words(one.call.at, now));
        words.set("where", app::kiosk_name(kiosks, one.call.kiosk));
        words.set("is_open", one.follow_ups.empty());
        words.set("followed", followed);
        list << words;
    }
    return list;
}

base::Result<Held> look(Office& office, const Visit& visit, bool sees_figures, bool follows_up) {
    Held held;
    const auto read = [&](app::View& view) -> base::Done {
        const base::Instant now = visit.moment.now;
        if (sees_figures) held.figures = TRY(app::survey_figures(view, now, office.needs.smallest_group));
        if (!follows_up) return {};
        held.open = TRY(open_offers(view));
        held.help = TRY(app::help_requests(view, now));
        held.kiosks = TRY(view.kiosks());
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    return held;
}

std::vector<domain::PersonId> people_of(const std::vector<OpenOffer>& open) {
    std::vector<domain::PersonId> people;
    for (const OpenOffer& one : open) {
        const auto& person = one.offer.person;
        if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
    }
    return people;
}

}  // namespace

Reply surveys(Office& office, Visit& visit) {
    const bool sees_figures = may(visit.account.role, PageName::SurveyAnswers);
    const bool follows_up = may(visit.account.role, PageName::FollowUp);
    const auto held = look(office, visit, sees_figures, follows_up);
    if (!held) return told(office, visit, held.error());
    const auto names = names_seen(office, visit, people_of(held->open), "open surveys and ratings");
    if (!names) return told(office, visit, names.error());
    Words words = words_of(office, visit);
    words.set("sees_figures", sees_figures);
    words.set("smallest", std::to_string(office.needs.smallest_group));
    words.set("figures", figure_words(held->figures));
    words.set("has_figures", !held->figures.empty());
    words.set("follows_up", follows_up);
    words.set("open", open_words(held->open, *names));
    words.set("has_open", !held->open.empty());
    words.set("help", help_words(held->help, held->kiosks, visit.moment.now));
    words.set("has_help", !held->help.empty());
    return page(frame_of(office, visit, "Surveys"), "surveys.html", words);
}

Reply follow_up(Office& office, Visit& visit) {
    const std::string& word = visit.form["word"];
    if (word != "spoken_with" && word != "passed_on")
        return told(office, visit, {base::ErrorKind::NotFound, ""});
    const HelpWord what = word == "spoken_with" ? HelpWord::SpokenWith : HelpWord::PassedOn;
    const auto done = in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) {
        return app::follow_up(transaction, visit.request.judged.id, what, visit.account.name, when);
    });
    return done ? go_to("/surveys") : told(office, visit, done.error());
}

}  // namespace server::reception
