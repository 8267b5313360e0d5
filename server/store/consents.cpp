#include "server/store/consents.h"

#include <array>
#include <utility>

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::Consent;
using app::ConsentWord;

constexpr std::array kConsentWords{Word<ConsentWord>{ConsentWord::Given, "given"},
                                   Word<ConsentWord>{ConsentWord::Withdrawn, "withdrawn"}};

std::string place_of(const std::string& id) {
    return "consent/" + id;
}

std::string fields_of(const Consent& consent) {
    FieldWriter fields;
    fields.add(word_of(kConsentWords, consent.word)).add(domain::to_text(consent.said_on));
    fields.add(consent.with).add(consent.who);
    return fields.bytes();
}

base::Done read_fields(Consent& consent, std::string_view bytes) {
    FieldReader fields(bytes);
    const auto word = value_of(kConsentWords, fields.text());
    const auto said_on = domain::parse_date(fields.text());
    consent.with = fields.text();
    consent.who = fields.text();
    if (!fields.ok() || !word || !said_on) return damaged("what somebody consented to");
    consent.word = *word;
    consent.said_on = *said_on;
    return {};
}

}  // namespace

base::Result<std::vector<Consent>> consents_of_person(Record& record, const domain::PersonId& person) {
    return attempt([&]() -> base::Result<std::vector<Consent>> {
        Keys keys(record);
        std::vector<Consent> all;
        Query row = record.db.query("SELECT id, at, sealed FROM consent WHERE person = ? ORDER BY seq");
        row.with(person);
        while (row.next()) {
            Consent one;
            one.id = row.text(0);
            one.person = person;
            one.at = row.instant(1);
            const auto bytes = TRY(keys.unseal(person, place_of(one.id), row.text(2)));
            if (!bytes) continue;
            TRY_DONE(read_fields(one, *bytes));
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Done append_consent(Record& record, const Consent& consent) {
    return attempt([&]() -> base::Done {
        Keys keys(record);
        if (TRY(keys.standing(consent.person)) != Standing::Held) {
            return base::fail(base::ErrorKind::NotFound, "the hub holds no such person");
        }
        const std::string sealed = TRY(keys.seal(consent.person, place_of(consent.id), fields_of(consent)));
        record.db.query("INSERT INTO consent (id, at, person, sealed) VALUES (?, ?, ?, ?)")
            .with(consent.id, consent.at, consent.person, Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
