#include "server/store/surveys.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "server/store/answer_fields.h"
#include "server/store/failure.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::AnonymousAnswer;
using app::Offer;

constexpr std::size_t kKeyBytes = 16;

constexpr std::array kOfferWays{Word<app::OfferWay>{app::OfferWay::Kiosk, "kiosk"},
                                Word<app::OfferWay>{app::OfferWay::Paper, "paper"},
                                Word<app::OfferWay>{app::OfferWay::Desk, "desk"}};

std::string place_of(const domain::OfferId& id) {
    return "offer/" + id.text();
}

std::string place_of_who(const domain::OfferId& id) {
    return "offer/" + id.text() + "/who";
}

base::Result<Offer> offer_of(Record& record, const Query& row) {
    Offer offer;
    offer.id = domain::OfferId(row.text(0));
    offer.referral = domain::ReferralId(row.text(1));
    offer.person = domain::PersonId(row.text(2));
    const auto kind = domain::offer_kind_from_word(row.text(3));
    const auto state = domain::offer_state_from_word(row.text(4));
    if (!kind || !state) return damaged("an offer");
    offer.kind = *kind;
    offer.state = *state;
    offer.opened_at = row.instant(5);
    offer.offered_at = row.maybe_instant(6);
    offer.ended_at = row.maybe_instant(7);
    const auto way = value_of(kOfferWays, row.text(9));
    if (!way) return damaged("an offer");
    offer.way = *way;
    Keys keys(record);
    if (!row.is_null(8)) {
        const auto bytes = TRY(keys.unseal(offer.person, place_of(offer.id), row.text(8)));
        if (bytes) offer.answers = TRY(answers_of(*bytes));
    }
    if (!row.is_null(10)) {
        offer.entered_by = TRY(keys.unseal(offer.person, place_of_who(offer.id), row.text(10))).value_or("");
    }
    return offer;
}

base::Result<std::vector<Offer>> all_of(Record& record, Query& rows) {
    std::vector<Offer> offers;
    while (rows.next()) offers.push_back(TRY(offer_of(record, rows)));
    return offers;
}

#define OFFER_COLUMNS                                                                          \
    "SELECT id, referral, person, kind, state, opened_at, offered_at, ended_at, sealed, way, " \
    "entered_sealed FROM offer "
#define OFFER_COLUMNS_WITHOUT_ANSWERS                                                        \
    "SELECT id, referral, person, kind, state, opened_at, offered_at, ended_at, NULL, way, " \
    "entered_sealed FROM offer "

std::string place_of(std::string_view key) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string place = "anonymous_answer/";
    for (const char c : key) {
        place += kDigits[static_cast<unsigned char>(c) >> 4];
        place += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return place;
}

/// A row as it stands on disk.
struct Row {
    std::string key, month, service, sealed;
    bool operator<(const Row& other) const { return key < other.key; }
};

std::vector<Row> rows_of(Record& record, const std::string& month) {
    std::vector<Row> rows;
    Query row = record.db.query("SELECT key, month, service, sealed FROM anonymous_answer WHERE month = ?");
    row.with(month);
    while (row.next()) rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    return rows;
}

base::Result<Row> row_of(Record& record, const AnonymousAnswer& answer) {
    const app::Digest chance = record.vault.salt();
    const std::string key(reinterpret_cast<const char*>(chance.data()), kKeyBytes);
    const base::Secret hub_key = TRY(Keys(record).hub());
    return Row{key, answer.month, answer.service,
               record.vault.seal(hub_key, place_of(key), fields_of(answer.answers))};
}

}  // namespace

base::Result<Offer> read_offer(Record& record, const domain::OfferId& id) {
    return attempt([&]() -> base::Result<Offer> {
        Query row = record.db.query(OFFER_COLUMNS "WHERE id = ?");
        if (row.with(id).next()) return offer_of(record, row);
        return base::fail(base::ErrorKind::NotFound, "the hub holds no such offer");
    });
}

base::Result<std::vector<Offer>> offers_of_referral(Record& record, const domain::ReferralId& referral) {
    return attempt([&]() -> base::Result<std::vector<Offer>> {
        Query rows = record.db.query(OFFER_COLUMNS "WHERE referral = ? ORDER BY kind");
        return all_of(record, rows.with(referral));
    });
}

base::Result<std::vector<Offer>> offers_of_person(Record& record, const domain::PersonId& person) {
    return attempt([&]() -> base::Result<std::vector<Offer>> {
        Query rows = record.db.query(OFFER_COLUMNS "WHERE person = ? ORDER BY opened_at, kind, id");
        return all_of(record, rows.with(person));
    });
}

base::Result<std::vector<Offer>> offers_opened_between(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<Offer>> {
        Query rows = record.db.query(OFFER_COLUMNS_WITHOUT_ANSWERS
                                     "WHERE opened_at >= ? AND opened_at < ? ORDER BY opened_at, id");
        return all_of(record, rows.with(from, to));
    });
}

base::Result<std::vector<Offer>> all_open_offers(Record& record) {
    return attempt([&]() -> base::Result<std::vector<Offer>> {
        Query rows = record.db.query(OFFER_COLUMNS_WITHOUT_ANSWERS
                                     "WHERE state IN ('open', 'offered') ORDER BY opened_at, kind, id");
        return all_of(record, rows);
    });
}

base::Result<bool> has_open_offer(Record& record, const domain::PersonId& person) {
    return attempt([&]() -> base::Result<bool> {
        Query row = record.db.query("SELECT 1 FROM offer WHERE person = ? AND state IN ('open', 'offered')");
        return row.with(person).next();
    });
}

base::Done put_offer(Record& record, const Offer& offer) {
    return attempt([&]() -> base::Done {
        Keys keys(record);
        TRY_DONE(keys.hold(offer.person));
        std::optional<std::string> sealed;
        std::optional<std::string> who;
        // Nothing that was answered is kept of somebody who was erased meanwhile.
        const bool is_held = TRY(keys.standing(offer.person)) == Standing::Held;
        if (offer.answers && is_held)
            sealed = TRY(keys.seal(offer.person, place_of(offer.id), fields_of(*offer.answers)));
        if (!offer.entered_by.empty() && is_held)
            who = TRY(keys.seal(offer.person, place_of_who(offer.id), offer.entered_by));
        record.db
            .query(
                "INSERT INTO offer (id, referral, person, kind, state, opened_at, offered_at, ended_at, "
                "sealed, way, entered_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET state = excluded.state, offered_at = excluded.offered_at, "
                "ended_at = excluded.ended_at, sealed = excluded.sealed, way = excluded.way, "
                "entered_sealed = excluded.entered_sealed")
            .with(offer.id, offer.referral, offer.person, domain::to_word(offer.kind),
                  domain::to_word(offer.state), offer.opened_at, offer.offered_at, offer.ended_at,
                  sealed ? std::optional(Blob{*sealed}) : std::nullopt, word_of(kOfferWays, offer.way),
                  who ? std::optional(Blob{*who}) : std::nullopt)
            .run();
        return {};
    });
}

base::Result<std::vector<AnonymousAnswer>> all_anonymous_answers(Record& record) {
    return attempt([&]() -> base::Result<std::vector<AnonymousAnswer>> {
        const base::Secret hub_key = TRY(Keys(record).hub());
        std::vector<AnonymousAnswer> all;
        Query row = record.db.query("SELECT key, month, service, sealed FROM anonymous_answer");
        while (row.next()) {
            const std::string bytes = TRY(record.vault.unseal(hub_key, place_of(row.text(0)), row.text(3)));
            all.push_back({row.text(1), row.text(2), TRY(answers_of(bytes))});
        }
        return all;
    });
}

base::Done add_anonymous_answers(Record& record, const std::vector<AnonymousAnswer>& answers) {
    return attempt([&]() -> base::Done {
        std::set<std::string> months;
        for (const AnonymousAnswer& one : answers) months.insert(one.month);
        std::vector<Row> rows;
        for (const std::string& month : months) {
            for (Row& row : rows_of(record, month)) rows.push_back(std::move(row));
            record.db.query("DELETE FROM anonymous_answer WHERE month = ?").with(month).run();
        }
        for (const AnonymousAnswer& one : answers) rows.push_back(TRY(row_of(record, one)));
        std::sort(rows.begin(), rows.end());
        for (const Row& row : rows) {
            record.db.query("INSERT INTO anonymous_answer (key, month, service, sealed) VALUES (?, ?, ?, ?)")
                .with(Blob{row.key}, row.month, row.service, Blob{row.sealed})
                .run();
        }
        return {};
    });
}

}  // namespace server::store
