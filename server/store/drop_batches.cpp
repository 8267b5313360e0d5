#include "server/store/drop_batches.h"

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::DropBatch;
using app::DropRow;

// The columns in the order batch_of() reads them.
#define BATCH_COLUMNS \
    "SELECT id, made_at, state, handed_over_at, answered_at, overdue_told, rows FROM drop_batch "

base::Result<DropBatch> batch_of(const Query& row) {
    const auto state = app::batch_state_from_word(row.text(2));
    if (!state) return damaged("a batch of records");
    DropBatch batch;
    batch.id = row.text(0);
    batch.made_at = row.instant(1);
    batch.state = *state;
    batch.handed_over_at = row.maybe_instant(3);
    batch.answered_at = row.maybe_instant(4);
    batch.overdue_told = row.truth(5);
    batch.rows = static_cast<unsigned>(row.number(6));
    return batch;
}

base::Result<std::optional<DropBatch>> first_of(Query& row) {
    if (!row.next()) return std::nullopt;
    return TRY(batch_of(row));
}

std::string place_of(std::string_view batch, unsigned number) {
    return "drop_row/" + std::string(batch) + '/' + std::to_string(number);
}

std::string fields_of(const DropRow& row) {
    FieldWriter fields;
    fields.add(row.update.text()).add(row.referral.text()).add(row.reference);
    fields.add(word_of(kAppointmentTypes, row.type)).add(row.start).add(domain::to_word(row.attendance));
    fields.add(row.arrived_at);
    fields.add(row.not_held ? std::optional(std::string(domain::to_word(*row.not_held))) : std::nullopt);
    fields.add(row.note).add(row.decided_by);
    return fields.bytes();
}

base::Done read_fields(DropRow& row, std::string_view bytes) {
    FieldReader fields(bytes);
    row.update = domain::UpdateId(fields.text());
    row.referral = domain::ReferralId(fields.text());
    row.reference = fields.text();
    const auto type = value_of(kAppointmentTypes, fields.text());
    row.start = fields.instant();
    const auto attendance = domain::attendance_from_word(fields.text());
    row.arrived_at = fields.maybe_instant();
    const auto not_held = fields.maybe_text();
    if (not_held) row.not_held = domain::no_session_reason_from_word(*not_held);
    row.note = fields.text();
    row.decided_by = fields.text();
    if (!fields.ok() || !type || !attendance || (not_held && !row.not_held))
        return damaged("a row of a file");
    row.type = *type;
    row.attendance = *attendance;
    return {};
}

}  // namespace

base::Result<std::vector<DropBatch>> unanswered_batches(Record& record) {
    return attempt([&]() -> base::Result<std::vector<DropBatch>> {
        std::vector<DropBatch> batches;
        Query row = record.db.query(BATCH_COLUMNS
                                    "WHERE state NOT IN ('answered', 'abandoned') ORDER BY made_at, id");
        while (row.next()) batches.push_back(TRY(batch_of(row)));
        return batches;
    });
}

base::Result<std::optional<DropBatch>> read_batch(Record& record, std::string_view id) {
    return attempt([&]() -> base::Result<std::optional<DropBatch>> {
        Query row = record.db.query(BATCH_COLUMNS "WHERE id = ?");
        return first_of(row.with(id));
    });
}

base::Result<std::optional<DropBatch>> newest_batch(Record& record) {
    return attempt([&]() -> base::Result<std::optional<DropBatch>> {
        Query row = record.db.query(BATCH_COLUMNS "ORDER BY made_at DESC, id DESC LIMIT 1");
        return first_of(row);
    });
}

base::Done put_batch(Record& record, const DropBatch& batch) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO drop_batch (id, made_at, state, handed_over_at, answered_at, overdue_told, "
                "rows) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET made_at = excluded.made_at, "
                "state = excluded.state, handed_over_at = excluded.handed_over_at, "
                "answered_at = excluded.answered_at, overdue_told = excluded.overdue_told, "
                "rows = excluded.rows")
            .with(batch.id, batch.made_at, to_word(batch.state), batch.handed_over_at, batch.answered_at,
                  batch.overdue_told, std::int64_t{batch.rows})
            .run();
        return {};
    });
}

base::Result<std::vector<DropRow>> rows_of_batch(Record& record, std::string_view batch) {
    return attempt([&]() -> base::Result<std::vector<DropRow>> {
        Keys keys(record);
        std::vector<DropRow> rows;
        Query found = record.db.query(
            "SELECT number, appointment, person, sealed, taken FROM drop_row WHERE batch = ? ORDER BY "
            "number");
        found.with(batch);
        while (found.next()) {
            DropRow row;
            row.batch = batch;
            row.number = static_cast<unsigned>(found.number(0));
            row.appointment = domain::AppointmentId(found.text(1));
            row.person = domain::PersonId(found.text(2));
            if (!found.is_null(4)) row.taken = found.truth(4);
            const auto bytes = TRY(keys.unseal(row.person, place_of(batch, row.number), found.text(3)));
            if (!bytes) continue;
            TRY_DONE(read_fields(row, *bytes));
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

base::Result<std::optional<DropBatch>> newest_batch_of_appointment(Record& record,
                                                                   const domain::AppointmentId& id) {
    return attempt([&]() -> base::Result<std::optional<DropBatch>> {
        Query row = record.db.query(BATCH_COLUMNS
                                    "WHERE state <> 'abandoned' AND id IN "
                                    "(SELECT batch FROM drop_row WHERE appointment = ?) "
                                    "ORDER BY made_at DESC, id DESC LIMIT 1");
        return first_of(row.with(id));
    });
}

base::Done append_drop_row(Record& record, const DropRow& row) {
    return attempt([&]() -> base::Done {
        const std::string sealed =
            TRY(Keys(record).seal(row.person, place_of(row.batch, row.number), fields_of(row)));
        record.db
            .query(
                "INSERT INTO drop_row (batch, number, appointment, person, sealed, taken) "
                "VALUES (?, ?, ?, ?, ?, ?)")
            .with(row.batch, std::int64_t{row.number}, row.appointment, row.person, Blob{sealed}, row.taken)
            .run();
        return {};
    });
}

base::Done put_row_answer(Record& record, std::string_view batch, unsigned number, bool taken) {
    return attempt([&]() -> base::Done {
        const int changed = record.db.query("UPDATE drop_row SET taken = ? WHERE batch = ? AND number = ?")
                                .with(taken, batch, std::int64_t{number})
                                .run();
        if (changed == 0) return base::fail(base::ErrorKind::NotFound, "there is no such row");
        return {};
    });
}

}  // namespace server::store
