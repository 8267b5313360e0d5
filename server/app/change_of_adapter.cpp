#include "server/app/change_of_adapter.h"

#include "server/app/forward_step.h"

namespace server::app {
namespace {

using domain::Update;
using domain::UpdateState;

constexpr const char* kByFile =
    "It went out in a file, and the hub was set to another way since. Ask the provider whether it was taken "
    "in, "
    "then resend.";
constexpr const char* kByCalls =
    "It was being sent when the hub was set to write files. Look whether the case system has it, then "
    "resend.";

/// Whether the update is Sending in a file that was handed over, or may have been.
base::Result<bool> is_in_file(Transaction& transaction, const Update& update) {
    const auto batch = TRY(transaction.newest_batch_of(update.appointment));
    return batch && (batch->state == BatchState::Leaving || batch->state == BatchState::HandedOver);
}

base::Done abandon_what_is_here(Transaction& transaction) {
    for (DropBatch batch : TRY(transaction.open_drop_batches())) {
        if (batch.state != BatchState::Made && batch.state != BatchState::Prepared) continue;
        batch.state = BatchState::Abandoned;
        TRY_DONE(transaction.put(batch));
    }
    return {};
}

}  // namespace

base::Done settle_what_others_began(Transaction& transaction, SentBy by, base::Instant now) {
    for (Update update : TRY(transaction.updates_owed())) {
        if (update.state != UpdateState::Sending) continue;
        const SentBy sent_by = TRY(is_in_file(transaction, update)) ? SentBy::Files : SentBy::Calls;
        if (sent_by == by) continue;
        update.state = UpdateState::WaitingForPerson;
        update.why = with_deadline(sent_by == SentBy::Files ? kByFile : kByCalls, update, now);
        TRY_DONE(transaction.put(update));
    }
    return by == SentBy::Calls ? abandon_what_is_here(transaction) : base::Done();
}

}  // namespace server::app
