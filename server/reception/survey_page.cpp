// The exit survey and the ratings at the desk: on paper or said, entered from the page of the person,
// declined, or put off.

#include "server/app/language_tag.h"
#include "server/reception/appointment_look.h"
#include "server/reception/names.h"
#include "server/reception/survey_words.h"
#include "shared/base/if_found.h"

namespace server::reception {
namespace {

using domain::OfferKind;
using domain::OfferState;
using http::Reply;

base::Error not_theirs() {
    return {base::ErrorKind::Unauthorized, ""};
}

std::string path_of_person(const Visit& visit) {
    return "/appointments/" + visit.request.judged.id + "/person";
}

/// What is said of the offer; none for what no form of ours says.
std::optional<OfferState> word_of(const std::string& typed) {
    if (typed == "completed") return OfferState::Completed;
    if (typed == "declined") return OfferState::Declined;
    if (typed == "later") return OfferState::Offered;
    return std::nullopt;
}

/// Whose offer it is. Conflict when it is over, NotFound when there is none.
base::Result<domain::PersonId> person_asked(Office& office, const Visit& visit, OfferKind kind) {
    domain::PersonId person;
    const auto read = [&](app::View& view) -> base::Done {
        const auto appointment = TRY(view.appointment(appointment_of(visit)));
        for (const app::Offer& one : TRY(view.offers_of(appointment.referral))) {
            if (one.kind != kind) continue;
            person = appointment.person;
            if (domain::is_open(one.state)) return {};
            return base::fail(base::ErrorKind::Conflict, "this was answered or declined meanwhile");
        }
        return base::fail(base::ErrorKind::NotFound, "nothing of this kind was offered");
    };
    TRY_DONE(office.needs.store.read(read));
    return person;
}

Reply sheet(Office& office, Visit& visit, OfferKind kind, const Filled& filled) {
    const auto person = person_asked(office, visit, kind);
    if (!person) return told(office, visit, person.error());
    const auto names = names_seen(office, visit, {*person}, "a survey at the desk");
    if (!names) return told(office, visit, names.error());
    Words words = words_of(office, visit);
    set_questions(words, office.needs.surveys.of(kind), visit.form, filled);
    words.set("id", visit.request.judged.id);
    words.set("kind", std::string(domain::to_word(kind)));
    words.set("title", kind_in_words(kind));
    words.set("name", name_of(*names, *person));
    words.set("kept", domain::is_rating(kind) ? kRatingKept : kExitKept);
    words.set("may_skip", kMaySkip);
    words.set("is_exit", !domain::is_rating(kind));
    words.set("share", kShare);
    words.set("not_shared", kNotShared);
    words.set("talk", kTalk);
    const std::string error = filled.wrong.empty() ? "" : filled.wrong.begin()->second;
    return form_page(frame_of(office, visit, kind_in_words(kind)), "survey.html", words, error);
}

base::Done call_for(app::Transaction& transaction, const app::Referral& referral, const app::Occasion& when) {
    const auto person = TRY(base::if_found(transaction.person(referral.person)));
    const std::string tag = person ? app::language_tag(person->preferred_language) : "";
    return app::call_from_desk(transaction, tag.empty() ? "en" : tag, when);
}

Reply saved(Office& office, Visit& visit, OfferKind kind, const Filled& filled) {
    Words words = words_of(office, visit);
    words.set("id", visit.request.judged.id);
    words.set("is_named", domain::is_rating(kind) || filled.sharing == app::Sharing::WithWorker);
    words.set("is_empty", filled.answers.answers.empty() && filled.answers.comment.empty());
    words.set("is_talk", filled.wants_to_talk);
    words.set("crisis", kCrisis);
    return page(frame_of(office, visit, "Answers saved"), "survey_saved.html", words);
}

}  // namespace

Reply survey_form(Office& office, Visit& visit) {
    const auto kind = domain::offer_kind_from_word(visit.form["kind"]);
    if (!kind) return told(office, visit, {base::ErrorKind::NotFound, ""});
    if (!may_enter(visit.account.role, *kind)) return told(office, visit, not_theirs());
    return sheet(office, visit, *kind, {});
}

Reply enter_answers(Office& office, Visit& visit) {
    const auto kind = domain::offer_kind_from_word(visit.form["kind"]);
    const auto word = word_of(visit.form["word"]);
    if (!kind || !word) return told(office, visit, {base::ErrorKind::NotFound, ""});
    if (!may_enter(visit.account.role, *kind)) return told(office, visit, not_theirs());
    const domain::Survey& survey = office.needs.surveys.of(*kind);
    const bool completed = *word == OfferState::Completed;
    const Filled filled = completed ? filled_in(visit.form, survey) : Filled{};
    if (!filled.wrong.empty()) return sheet(office, visit, *kind, filled);
    const auto done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            const auto appointment = TRY(transaction.appointment(appointment_of(visit)));
            const auto referral = TRY(transaction.referral(appointment.referral));
            const app::DeskAnswer desk{
                referral.id, *kind, *word, filled.way, filled.answers, filled.sharing, visit.account.name};
            TRY_DONE(app::take_desk_answer(transaction, desk, survey, when));
            return filled.wants_to_talk ? call_for(transaction, referral, when) : base::Done();
        });
    if (!done) return told(office, visit, done.error());
    if (!completed) return go_to(path_of_person(visit));
    // The log holds what waited before beside what waits now, and with that whose the newest is. Where it is
    // in use just now, housekeeping empties it within a minute.
    (void)office.needs.store.empty_log();
    return saved(office, visit, *kind, filled);
}

Reply shared_answers(Office& office, Visit& visit) {
    domain::PersonId person;
    std::optional<domain::Answers> answers;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        const auto appointment = TRY(view.appointment(appointment_of(visit)));
        person = appointment.person;
        for (const app::Offer& one : TRY(view.offers_of(appointment.referral))) {
            if (one.kind == OfferKind::ExitSurvey) answers = one.answers;
        }
        return {};
    });
    if (!read) return told(office, visit, read.error());
    if (!answers) return told(office, visit, {base::ErrorKind::NotFound, ""});
    const auto names = names_seen(office, visit, {person}, "what a person shared");
    if (!names) return told(office, visit, names.error());
    const domain::Survey& survey = office.needs.surveys.exit;
    Words list(Words::type::list);
    for (const domain::Answer& one : answers->answers) {
        std::string ask = one.question;
        for (const domain::Question& question : survey.questions) {
            if (question.id == one.question) ask = domain::text_in(question.ask, "en");
        }
        Words words;
        words.set("ask", ask);
        words.set("answer", answer_in_words(survey, one));
        list << words;
    }
    Words words = words_of(office, visit);
    words.set("id", visit.request.judged.id);
    words.set("name", name_of(*names, person));
    words.set("answers", list);
    words.set("comment", answers->comment);
    words.set("has_comment", !answers->comment.empty());
    return page(frame_of(office, visit, "Shared answers"), "shared_answers.html", words);
}

}  // namespace server::reception
