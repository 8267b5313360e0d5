#include "server/app/make_batch.h"

#include <utility>

#include "server/app/forward_step.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using domain::Update;
using domain::UpdateState;

bool may_go(const Update& update, base::Instant now) {
    const bool waiting = update.state == UpdateState::Held || update.state == UpdateState::Drafted;
    return waiting && !update.submitted_at && update.submit_decided && !lacks_decision(update) &&
           update.hold_until <= now && update.next_try <= now;
}

/// A file cannot ask what is held there: what was submitted is not sent again.
bool is_submitted_already(const Update& update) {
    return update.state == UpdateState::Held && update.submitted_at;
}

base::Result<DropRow> row_of(Transaction& transaction, const Update& update, const std::string& batch,
                             unsigned number) {
    DropRow row;
    row.batch = batch;
    row.number = number;
    row.appointment = update.appointment;
    row.referral = update.referral;
    row.update = update.id;
    row.person = update.person;
    const auto referral = TRY(base::if_found(transaction.referral(update.referral)));
    if (referral) row.reference = referral->reference;
    row.type = update.type;
    row.start = update.start;
    row.attendance = update.attendance;
    row.arrived_at = update.arrived_at;
    row.not_held = update.not_held;
    row.note = update.note;
    row.decided_by = update.decided_by;
    return row;
}

/// The update as it is to be put to Sending, where the row is just what would be told of it now.
base::Result<std::optional<Update>> still_to_tell(Transaction& transaction, const DropRow& row,
                                                  base::Instant now) {
    const auto update = TRY(transaction.update_of(row.appointment));
    if (!update || !may_go(*update, now)) return std::nullopt;
    if (TRY(row_of(transaction, *update, row.batch, row.number)) != row) return std::nullopt;
    const Begun begun = TRY(check_step(transaction, *update, now));
    return begun.step ? std::optional(begun.step->update) : std::nullopt;
}

}  // namespace

std::string in_file_words(const std::string& file, base::Instant now) {
    return std::string(kInFile) + file + " since " + domain::london_time(now) +
           "; waits for the provider's answer.";
}

Exchange exchange_about(const DropRow& row, CaseCall call, const std::string& file, base::Instant now,
                        base::Entropy& entropy) {
    Exchange one;
    one.id = base::new_uuid_at(entropy, now);
    one.appointment = row.appointment;
    one.update = row.update;
    one.person = row.person;
    one.at = now;
    one.call = call;
    one.address = file + " row " + std::to_string(row.number);
    return one;
}

base::Result<std::optional<DropBatch>> make_batch(Transaction& transaction, base::Instant now,
                                                  base::Entropy& entropy) {
    DropBatch batch;
    batch.id = base::new_uuid_at(entropy, now);
    batch.made_at = now;
    std::vector<DropRow> rows;
    for (Update update : TRY(transaction.updates_owed())) {
        if (is_submitted_already(update)) {
            update.state = UpdateState::Submitted;
            update.why.clear();
            TRY_DONE(transaction.put(update));
            continue;
        }
        if (rows.size() == kBatchRowsMax || !may_go(update, now)) continue;
        if (!TRY(check_step(transaction, update, now)).step) continue;
        rows.push_back(TRY(row_of(transaction, update, batch.id, static_cast<unsigned>(rows.size()) + 1)));
    }
    if (rows.empty()) return std::nullopt;
    batch.rows = static_cast<unsigned>(rows.size());
    TRY_DONE(transaction.put(batch));
    for (const DropRow& row : rows) TRY_DONE(transaction.append(row));
    return batch;
}

base::Result<DropBatch> let_leave(Transaction& transaction, DropBatch batch, base::Instant now) {
    std::vector<Update> leaving;
    for (const DropRow& row : TRY(transaction.drop_rows(batch.id))) {
        auto update = TRY(still_to_tell(transaction, row, now));
        if (update) leaving.push_back(*std::move(update));
    }
    const bool whole = leaving.size() == batch.rows;
    batch.state = whole ? BatchState::Leaving : BatchState::Abandoned;
    for (const Update& update : leaving) {
        if (whole) TRY_DONE(transaction.put(update));
    }
    TRY_DONE(transaction.put(batch));
    return batch;
}

base::Done take_back_from_leaving(Transaction& transaction, DropBatch batch, base::Instant now) {
    for (const DropRow& row : TRY(transaction.drop_rows(batch.id))) {
        auto update = TRY(transaction.update_of(row.appointment));
        if (!update || update->id != row.update || update->state != UpdateState::Sending) continue;
        update->state = UpdateState::Held;
        update->next_try = now;
        TRY_DONE(transaction.put(*update));
    }
    batch.state = BatchState::Prepared;
    return transaction.put(batch);
}

}  // namespace server::app
