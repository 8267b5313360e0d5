// A person's consent to share with wider partners: what they have said so far, and what they say now.

#include <algorithm>
#include <span>

#include "server/app/consent.h"
#include "server/reception/day_words.h"
#include "server/reception/person_sheet.h"

namespace server::reception {
namespace {

using app::ConsentWord;
using http::Reply;

/// In words, of what was said and everything before it: somebody who was never for it has refused.
const char* word_in_words(std::span<const app::Consent> up_to) {
    const auto is_given = [](const app::Consent& one) {
        return one.word == ConsentWord::Given;
    };
    if (is_given(up_to.back())) return "Given";
    return std::any_of(up_to.begin(), up_to.end(), is_given) ? "Withdrawn" : "Refused";
}

std::optional<ConsentWord> word_of(const std::string& typed) {
    if (typed == "given") return ConsentWord::Given;
    if (typed == "withdrawn") return ConsentWord::Withdrawn;
    return std::nullopt;
}

/// What was typed, and what is wrong with it.
app::ConsentSaid said_in(const Visit& visit, WrongConsent& wrong) {
    app::ConsentSaid said;
    said.actor = visit.account.name;
    said.with = visit.form["with"];
    const auto word = word_of(visit.form["consent"]);
    if (word) said.word = *word;
    if (!word) wrong.word = "Choose what the person said.";
    const bool blank = said.with.find_first_not_of(" \t\r\n") == std::string::npos;
    if (word == ConsentWord::Given && blank) wrong.with = "Enter with whom the hub may share.";
    if (said.with.size() > app::kPartnersBytesMax) wrong.with = "Enter it in fewer words.";
    const auto day = domain::parse_date(visit.form["said_on"]);
    if (!day) {
        wrong.day = "Enter the day on which the person said so.";
    } else if (*day > domain::london_date(visit.moment.now)) {
        wrong.day = "This day is still to come.";
    } else {
        said.said_on = *day;
    }
    return said;
}

base::Done check_seen_consents(app::View& view, const domain::PersonId& person, const std::string& seen) {
    if (seen.empty() || seen == std::to_string(TRY(view.consents_of(person)).size())) return {};
    return base::fail(base::ErrorKind::Conflict,
                      "something else was recorded since you opened the page. Look at it as it is now");
}

void set_field(Words& words, const std::string& name, const std::string& wrong) {
    words.set(name + "_wrong", wrong);
    words.set("is_" + name + "_wrong", !wrong.empty());
}

}  // namespace

std::pair<std::string, std::string> WrongConsent::first() const {
    if (!word.empty()) return {word, "consent"};
    if (!with.empty()) return {with, "with"};
    if (!day.empty()) return {day, "said_on"};
    return {};
}

std::string consent_in_words(const std::vector<app::Consent>& said) {
    if (said.empty()) return "Not asked";
    const app::Consent& newest = said.back();
    const std::string day = " on " + day_in_words(newest.said_on);
    const std::string word = word_in_words(said) + day;
    return newest.word == ConsentWord::Given ? word + ": " + newest.with : word;
}

void set_consent(Words& words, const std::vector<app::Consent>& said, const Visit& visit,
                 const WrongConsent& wrong) {
    Words list(Words::type::list);
    for (auto one = said.rbegin(); one != said.rend(); ++one) {
        Words row;
        row.set("day", day_in_words(one->said_on));
        row.set("what", word_in_words(std::span(said).first(static_cast<std::size_t>(said.rend() - one))));
        row.set("with", one->with);
        row.set("who", one->who);
        row.set("recorded", time_in_words(one->at, visit.moment.now));
        list << row;
    }
    const std::string& typed = visit.form["consent"];
    const std::string& day = visit.form["said_on"];
    words.set("consents", list);
    words.set("has_consents", !said.empty());
    words.set("consent_open", may(visit.account.role, PageName::RecordConsent));
    words.set("consent_seen", std::to_string(said.size()));
    words.set("is_given", typed == "given");
    words.set("is_withdrawn", typed == "withdrawn");
    words.set("with", visit.form["with"]);
    words.set("said_on", day.empty() ? domain::to_text(domain::london_date(visit.moment.now)) : day);
    set_field(words, "consent", wrong.word);
    set_field(words, "with", wrong.with);
    set_field(words, "said_on", wrong.day);
}

Reply record_consent(Office& office, Visit& visit) {
    WrongConsent wrong;
    app::ConsentSaid said = said_in(visit, wrong);
    if (!wrong.first().first.empty()) return person_sheet(office, visit, {}, wrong);
    const app::Occasion when = occasion(office, visit);
    const auto done = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        said.person = TRY(transaction.appointment(appointment_of(visit))).person;
        TRY_DONE(check_seen_consents(transaction, said.person, visit.form["seen_consents"]));
        return app::record_consent(transaction, said, when);
    });
    if (done) return go_to("/appointments/" + visit.request.judged.id + "/person");
    if (done.error().kind != base::ErrorKind::Conflict) return told(office, visit, done.error());
    Wrong whole;
    whole.whole = "This was not done: " + done.error().message + '.';
    return person_sheet(office, visit, whole);
}

}  // namespace server::reception
