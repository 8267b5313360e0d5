// A person's consent to share with wider partners: what they have said so far, and what they say now.

#include <algorithm>
#include <span>

#include "server/app/consent.h"
#include "server/reception/day_words.h"
#include "server/reception/person_sheet.h"
#include "server/reception/seen.h"

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
app::ConsentSaid said_in(const Visit& visit, FieldsWrong& wrong) {
    app::ConsentSaid said;
    said.actor = visit.account.name;
    said.with = visit.form["with"];
    const auto word = word_of(visit.form["consent"]);
    if (word) said.word = *word;
    if (!word) wrong.say("consent", "Choose what the person said.");
    const bool blank = said.with.find_first_not_of(" \t\r\n") == std::string::npos;
    if (word == ConsentWord::Given && blank) wrong.say("with", "Enter with whom the hub may share.");
    if (said.with.size() > app::kPartnersBytesMax) wrong.say("with", "Enter it in fewer words.");
    const auto day = domain::parse_date(visit.form["said_on"]);
    if (!day) {
        wrong.say("said_on", "Enter the day on which the person said so.");
    } else if (*day > domain::london_date(visit.moment.now)) {
        wrong.say("said_on", "This day is still to come.");
    } else {
        said.said_on = *day;
    }
    return said;
}

}  // namespace

std::string consent_in_words(const std::vector<app::Consent>& said) {
    if (said.empty()) return "Not asked";
    const app::Consent& newest = said.back();
    const std::string day = " on " + day_in_words(newest.said_on);
    const std::string word = word_in_words(said) + day;
    return newest.word == ConsentWord::Given ? word + ": " + newest.with : word;
}

void set_consent(Words& words, const std::vector<app::Consent>& said, const Visit& visit) {
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
}

Reply record_consent(Office& office, Visit& visit) {
    FieldsWrong wrong;
    app::ConsentSaid said = said_in(visit, wrong);
    if (wrong.any()) return person_sheet(office, visit, wrong);
    const auto done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            said.person = TRY(transaction.appointment(appointment_of(visit))).person;
            TRY_DONE(check_seen_consents(transaction, said.person, visit.form["seen_consents"]));
            return app::record_consent(transaction, said, when);
        });
    if (done) return go_to("/appointments/" + visit.request.judged.id + "/person");
    if (done.error().kind != base::ErrorKind::Conflict) return told(office, visit, done.error());
    wrong.say("main", "This was not done: " + done.error().message + '.');
    return person_sheet(office, visit, wrong);
}

}  // namespace server::reception
