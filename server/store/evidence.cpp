#include "server/store/evidence.h"

#include <array>
#include <utility>

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::EvidenceAnswer;
using app::EvidenceRequest;
using app::EvidenceWord;

constexpr std::array kEvidenceWords{Word<EvidenceWord>{EvidenceWord::Sent, "sent"},
                                    Word<EvidenceWord>{EvidenceWord::Withdrawn, "withdrawn"}};

std::string place_of_request(const std::string& id) {
    return "evidence_request/" + id;
}

std::string place_of_answer(const std::string& id) {
    return "evidence_answer/" + id;
}

/// Of who entered it, beside what is sealed at this place.
std::string place_of_who(const std::string& place) {
    return place + "/who";
}

/// What people wrote about somebody is sealed under their key and goes with them. Where the hub did not know
/// them when it was entered, it is under the hub's own.
base::Result<std::string> seal_words(Record& record, const domain::PersonId& person, const std::string& place,
                                     const std::string& words) {
    Keys keys(record);
    if (!person.empty()) return keys.seal(person, place, words);
    const base::Secret key = TRY(keys.hub());
    return record.vault.seal(key, place, words);
}

/// None once the person's key is gone.
base::Result<std::optional<std::string>> unseal_words(Record& record, Keys& keys,
                                                      const domain::PersonId& person,
                                                      const std::string& place, const std::string& sealed) {
    if (!person.empty()) return keys.unseal(person, place, sealed);
    const base::Secret key = TRY(keys.hub());
    return std::optional(TRY(record.vault.unseal(key, place, sealed)));
}

domain::PersonId person_of(Record& record, const EvidenceRequest& request) {
    Query row = record.db.query(
        "SELECT person FROM referral WHERE id = ?1 UNION ALL SELECT person FROM appointment WHERE id = ?2 "
        "LIMIT 1");
    return row.with(request.referral, request.appointment).next() ? domain::PersonId(row.text(0))
                                                                  : domain::PersonId();
}

domain::PersonId person_of_request(Record& record, const std::string& request) {
    Query row = record.db.query("SELECT person FROM evidence_request WHERE id = ?");
    return row.with(request).next() ? domain::PersonId(row.text(0)) : domain::PersonId();
}

}  // namespace

base::Result<std::vector<EvidenceRequest>> all_evidence_requests(Record& record) {
    return attempt([&]() -> base::Result<std::vector<EvidenceRequest>> {
        Keys keys(record);
        const base::Secret key = TRY(keys.hub());
        std::vector<EvidenceRequest> all;
        Query row = record.db.query(
            "SELECT id, noted_at, referral, appointment, received_at, person, who, sealed "
            "FROM evidence_request ORDER BY seq");
        while (row.next()) {
            EvidenceRequest one;
            one.id = row.text(0);
            one.noted_at = row.instant(1);
            one.referral = domain::ReferralId(row.text(2));
            one.appointment = domain::AppointmentId(row.text(3));
            one.received_at = row.instant(4);
            const std::string place = place_of_request(one.id);
            one.who = TRY(record.vault.unseal(key, place_of_who(place), row.text(6)));
            if (const auto words =
                    TRY(unseal_words(record, keys, domain::PersonId(row.text(5)), place, row.text(7)))) {
                FieldReader fields(*words);
                one.asked_by = fields.text();
                one.what = fields.text();
                if (!fields.ok()) return damaged("a request for evidence");
            }
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Result<std::vector<EvidenceAnswer>> all_evidence_answers(Record& record) {
    return attempt([&]() -> base::Result<std::vector<EvidenceAnswer>> {
        Keys keys(record);
        const base::Secret key = TRY(keys.hub());
        std::vector<EvidenceAnswer> all;
        Query row = record.db.query(
            "SELECT answer.id, answer.noted_at, request, answer.what, at, person, answer.who, answer.sealed "
            "FROM evidence_answer answer JOIN evidence_request asked ON asked.id = request "
            "ORDER BY answer.seq");
        while (row.next()) {
            EvidenceAnswer one;
            one.id = row.text(0);
            one.noted_at = row.instant(1);
            one.request = row.text(2);
            const auto word = value_of(kEvidenceWords, row.text(3));
            if (!word) return damaged("what became of a request for evidence");
            one.word = *word;
            one.at = row.instant(4);
            const std::string place = place_of_answer(one.id);
            one.who = TRY(record.vault.unseal(key, place_of_who(place), row.text(6)));
            auto words = TRY(unseal_words(record, keys, domain::PersonId(row.text(5)), place, row.text(7)));
            one.words = std::move(words).value_or(std::string());
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Done append_evidence_request(Record& record, const EvidenceRequest& request) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string place = place_of_request(request.id);
        const domain::PersonId person = person_of(record, request);
        FieldWriter fields;
        fields.add(request.asked_by).add(request.what);
        const std::string sealed = TRY(seal_words(record, person, place, fields.bytes()));
        const std::string who = record.vault.seal(key, place_of_who(place), request.who);
        record.db
            .query(
                "INSERT INTO evidence_request (id, noted_at, referral, appointment, person, received_at, "
                "who, "
                "sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .with(request.id, request.noted_at, request.referral, request.appointment, person,
                  request.received_at, Blob{who}, Blob{sealed})
            .run();
        return {};
    });
}

base::Done append_evidence_answer(Record& record, const EvidenceAnswer& answer) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string place = place_of_answer(answer.id);
        const std::string sealed =
            TRY(seal_words(record, person_of_request(record, answer.request), place, answer.words));
        const std::string who = record.vault.seal(key, place_of_who(place), answer.who);
        record.db
            .query(
                "INSERT INTO evidence_answer (id, noted_at, request, what, at, who, sealed) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)")
            .with(answer.id, answer.noted_at, answer.request, word_of(kEvidenceWords, answer.word), answer.at,
                  Blob{who}, Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
