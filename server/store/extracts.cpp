#include "server/store/extracts.h"

#include <array>
#include <utility>

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::ExtractNames;
using app::ExtractPlace;
using app::ExtractRequest;
using app::ExtractStep;
using app::ExtractWord;

constexpr std::array kExtractWords{Word<ExtractWord>{ExtractWord::Approved, "approved"},
                                   Word<ExtractWord>{ExtractWord::Refused, "refused"},
                                   Word<ExtractWord>{ExtractWord::Taken, "taken"}};

constexpr std::array kExtractPlaces{Word<ExtractPlace>{ExtractPlace::Reception, "reception"},
                                    Word<ExtractPlace>{ExtractPlace::CommandLine, "command line"}};

std::string place_of_request(const std::string& id) {
    return "extract_request/" + id;
}

std::string place_of_step(const std::string& id) {
    return "extract_step/" + id;
}

}  // namespace

base::Result<std::vector<ExtractRequest>> all_extract_requests(Record& record) {
    return attempt([&]() -> base::Result<std::vector<ExtractRequest>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<ExtractRequest> all;
        Query row = record.db.query(
            "SELECT id, at, first_day, last_day, names, sealed, place FROM extract_request ORDER BY seq");
        while (row.next()) {
            ExtractRequest one;
            one.id = row.text(0);
            one.at = row.instant(1);
            const auto first = domain::parse_date(row.text(2));
            const auto last = domain::parse_date(row.text(3));
            one.names = row.truth(4) ? ExtractNames::With : ExtractNames::Without;
            const std::string bytes = TRY(record.vault.unseal(key, place_of_request(one.id), row.text(5)));
            FieldReader fields(bytes);
            one.who = fields.text();
            one.recipient = fields.text();
            one.why = fields.text();
            const auto place = value_of(kExtractPlaces, row.text(6));
            if (!fields.ok() || !first || !last || !place) return damaged("a request for an extract");
            one.place = *place;
            one.first = *first;
            one.last = *last;
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Result<std::vector<ExtractStep>> all_extract_steps(Record& record) {
    return attempt([&]() -> base::Result<std::vector<ExtractStep>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<ExtractStep> all;
        Query row =
            record.db.query("SELECT id, at, request, what, cases, sealed FROM extract_step ORDER BY seq");
        while (row.next()) {
            const std::string id = row.text(0);
            const auto word = value_of(kExtractWords, row.text(3));
            if (!word) return damaged("a step of an extract");
            std::string who = TRY(record.vault.unseal(key, place_of_step(id), row.text(5)));
            all.push_back({id, row.instant(1), row.text(2), *word, static_cast<unsigned>(row.number(4)),
                           std::move(who)});
        }
        return all;
    });
}

base::Done append_extract_request(Record& record, const ExtractRequest& request) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter fields;
        fields.add(request.who).add(request.recipient).add(request.why);
        const std::string sealed = record.vault.seal(key, place_of_request(request.id), fields.bytes());
        record.db
            .query(
                "INSERT INTO extract_request (id, at, first_day, last_day, names, sealed, place) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)")
            .with(request.id, request.at, domain::to_text(request.first), domain::to_text(request.last),
                  request.names == ExtractNames::With, Blob{sealed}, word_of(kExtractPlaces, request.place))
            .run();
        return {};
    });
}

base::Done append_extract_step(Record& record, const ExtractStep& step) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, place_of_step(step.id), step.who);
        record.db
            .query(
                "INSERT INTO extract_step (id, at, request, what, cases, sealed) VALUES (?, ?, ?, ?, ?, ?)")
            .with(step.id, step.at, step.request, word_of(kExtractWords, step.word), std::int64_t{step.cases},
                  Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
