#include "server/store/exchanges.h"

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

using app::Exchange;

std::string place_of(const std::string& id) {
    return "exchange/" + id;
}

std::string fields_of(const Exchange& exchange) {
    FieldWriter fields;
    fields.add(app::to_word(exchange.call)).add(exchange.address).add(std::int64_t{exchange.status});
    fields.add(exchange.sent).add(exchange.answered);
    return fields.bytes();
}

base::Done read_fields(Exchange& exchange, std::string_view bytes) {
    FieldReader fields(bytes);
    const auto call = app::case_call_from_word(fields.text());
    exchange.address = fields.text();
    exchange.status = static_cast<int>(fields.number());
    exchange.sent = fields.text();
    exchange.answered = fields.text();
    if (!fields.ok() || !call) return damaged("what was sent to the case system");
    exchange.call = *call;
    return {};
}

}  // namespace

base::Result<std::vector<Exchange>> exchanges_of_appointment(Record& record,
                                                             const domain::AppointmentId& id) {
    return attempt([&]() -> base::Result<std::vector<Exchange>> {
        Keys keys(record);
        std::vector<Exchange> all;
        Query row = record.db.query(
            "SELECT id, update_id, person, at, sealed FROM exchange WHERE appointment = ? ORDER BY seq");
        row.with(id);
        while (row.next()) {
            Exchange one;
            one.id = row.text(0);
            one.appointment = id;
            one.update = domain::UpdateId(row.text(1));
            one.person = domain::PersonId(row.text(2));
            one.at = row.instant(3);
            const auto bytes = TRY(keys.unseal(one.person, place_of(one.id), row.text(4)));
            if (!bytes) continue;
            TRY_DONE(read_fields(one, *bytes));
            all.push_back(std::move(one));
        }
        return all;
    });
}

base::Done append_exchange(Record& record, const Exchange& exchange) {
    return attempt([&]() -> base::Done {
        Keys keys(record);
        if (TRY(keys.standing(exchange.person)) == Standing::Erased) return {};
        const std::string sealed =
            TRY(keys.seal(exchange.person, place_of(exchange.id), fields_of(exchange)));
        record.db
            .query(
                "INSERT INTO exchange (id, at, appointment, update_id, person, sealed) "
                "VALUES (?, ?, ?, ?, ?, ?)")
            .with(exchange.id, exchange.at, exchange.appointment, exchange.update, exchange.person,
                  Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
