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
    return waiting && update.submit_decided && !lacks_decision(update) && update.hold_until <= now &&
           update.next_try <= now;
}

base::Result<DropRow> row_of(Transaction& transaction, const Update& update, const DropBatch& batch,
                             unsigned number) {
    DropRow row;
    row.batch = batch.id;
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

}  // namespace

std::string in_file_words(const std::string& file, base::Instant now) {
    return std::string(kInFile) + file + " since " + domain::london_time(now) +
           "; waits for the provider's answer.";
}

base::Result<std::optional<DropBatch>> make_batch(Transaction& transaction, base::Instant now,
                                                  base::Entropy& entropy) {
    DropBatch batch;
    batch.id = base::new_uuid_at(entropy, now);
    batch.made_at = now;
    std::vector<DropRow> rows;
    for (const Update& update : TRY(transaction.updates_owed())) {
        if (rows.size() == kBatchRowsMax) break;
        if (!may_go(update, now)) continue;
        const Begun begun = TRY(begin_step(transaction, update, now));
        if (!begun.step) continue;
        rows.push_back(
            TRY(row_of(transaction, begun.step->update, batch, static_cast<unsigned>(rows.size()) + 1)));
    }
    if (rows.empty()) return std::nullopt;
    TRY_DONE(transaction.put(batch));
    for (const DropRow& row : rows) TRY_DONE(transaction.append(row));
    return batch;
}

}  // namespace server::app
