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

}  // namespace

base::Result<std::vector<EvidenceRequest>> all_evidence_requests(Record& record) {
    return attempt([&]() -> base::Result<std::vector<EvidenceRequest>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<EvidenceRequest> all;
        Query row = record.db.query(
            "SELECT id, noted_at, referral, appointment, received_at, sealed FROM evidence_request "
            "ORDER BY seq");
        while (row.next()) {
            EvidenceRequest one;
            one.id = row.text(0);
            one.noted_at = row.instant(1);
            one.referral = domain::ReferralId(row.text(2));
            one.appointment = domain::AppointmentId(row.text(3));
            one.received_at = row.instant(4);
            const std::string bytes = TRY(record.vault.unseal(key, place_of_request(one.id), row.text(5)));
            FieldReader fields(bytes);
            one.asked_by = fields.text();
            one.what = fields.text();
            one.who = fields.text();
            if (!fields.ok()) return damaged("a request for evidence");
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Result<std::vector<EvidenceAnswer>> all_evidence_answers(Record& record) {
    return attempt([&]() -> base::Result<std::vector<EvidenceAnswer>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<EvidenceAnswer> all;
        Query row = record.db.query(
            "SELECT id, noted_at, request, what, at, sealed FROM evidence_answer ORDER BY seq");
        while (row.next()) {
            EvidenceAnswer one;
            one.id = row.text(0);
            one.noted_at = row.instant(1);
            one.request = row.text(2);
            const auto word = value_of(kEvidenceWords, row.text(3));
            one.at = row.instant(4);
            const std::string bytes = TRY(record.vault.unseal(key, place_of_answer(one.id), row.text(5)));
            FieldReader fields(bytes);
            one.words = fields.text();
            one.who = fields.text();
            if (!fields.ok() || !word) return damaged("what became of a request for evidence");
            one.word = *word;
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Done append_evidence_request(Record& record, const EvidenceRequest& request) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter fields;
        fields.add(request.asked_by).add(request.what).add(request.who);
        const std::string sealed = record.vault.seal(key, place_of_request(request.id), fields.bytes());
        record.db
            .query(
                "INSERT INTO evidence_request (id, noted_at, referral, appointment, received_at, sealed) "
                "VALUES (?, ?, ?, ?, ?, ?)")
            .with(request.id, request.noted_at, request.referral, request.appointment, request.received_at,
                  Blob{sealed})
            .run();
        return {};
    });
}

base::Done append_evidence_answer(Record& record, const EvidenceAnswer& answer) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter fields;
        fields.add(answer.words).add(answer.who);
        const std::string sealed = record.vault.seal(key, place_of_answer(answer.id), fields.bytes());
        record.db
            .query(
                "INSERT INTO evidence_answer (id, noted_at, request, what, at, sealed) "
                "VALUES (?, ?, ?, ?, ?, ?)")
            .with(answer.id, answer.noted_at, answer.request, word_of(kEvidenceWords, answer.word), answer.at,
                  Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
