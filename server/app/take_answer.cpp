#include "server/app/take_answer.h"

#include <algorithm>
#include <utility>

#include "server/app/forward_step.h"
#include "server/app/make_batch.h"
#include "server/app/missed_deadlines.h"
#include "server/app/occasion.h"
#include "server/app/owed_update.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::Update;
using domain::UpdateState;

constexpr std::string_view kNoAnswer = "No answer has come to the file ";

/// Each row once and in order, however many of their people were erased since.
base::Done check_rows(const DropBatch& batch, const BatchAnswer& answer) {
    bool in_order = answer.rows.size() == batch.rows;
    for (std::size_t i = 0; i < answer.rows.size(); ++i) in_order = in_order && answer.rows[i].row == i + 1;
    if (in_order) return {};
    return base::fail(ErrorKind::InvalidInput,
                      "it must answer each row of its batch once, from 1 to " + std::to_string(batch.rows));
}

const RowAnswer& said_of(const DropRow& row, const BatchAnswer& answer) {
    return answer.rows[row.number - 1];
}

bool says_as_before(const std::vector<DropRow>& rows, const BatchAnswer& answer) {
    return std::all_of(rows.begin(), rows.end(),
                       [&answer](const DropRow& row) { return row.taken == said_of(row, answer).taken; });
}

bool says_the_same_as(const DropRow& row, const domain::AttendanceRecord& record) {
    Update told;
    told.attendance = row.attendance;
    told.not_held = row.not_held;
    told.arrived_at = row.arrived_at;
    return says_the_same(told, record);
}

std::string refused_words(const std::string& reason) {
    return "The provider's case system did not take this record" + (reason.empty() ? "" : ": " + reason) +
           ". Put right what is wrong, then resend.";
}

/// Whether the update still waits for what is said of this file, and of none that it went into later.
base::Result<bool> waits_for(Transaction& transaction, const Update& update, const DropRow& row) {
    const auto newest = TRY(transaction.newest_batch_of(row.appointment));
    if (!newest || newest->id != row.batch) return false;
    return update.state == UpdateState::Sending ||
           (update.state == UpdateState::WaitingForPerson && update.why.starts_with(kNoAnswer));
}

base::Done note_taken(Transaction& transaction, const DropRow& row, const Update& current,
                      base::Instant now) {
    Update next = current;
    const auto record = TRY(record_of(transaction, row.appointment));
    const bool the_same = says_the_same_as(row, record);
    next.submitted_at = now;
    next.state = the_same ? UpdateState::Submitted : UpdateState::WaitingForPerson;
    next.why = the_same ? with_deadline("", next, now) : kChangedWhileSubmitted;
    TRY_DONE(note_if_late(transaction, current, next, now));
    return transaction.put(next);
}

base::Done take_row(Transaction& transaction, const DropRow& row, const RowAnswer& said, base::Instant now) {
    const auto current = TRY(transaction.update_of(row.appointment));
    if (!current || current->id != row.update) return {};
    Update next = *current;
    if (current->submitted_at) {
        // It was in two files, and one of them was taken.
        if (current->state != UpdateState::Sending) return {};
        next.state = UpdateState::Submitted;
        next.why.clear();
        return transaction.put(next);
    }
    if (said.taken) return note_taken(transaction, row, *current, now);
    if (!TRY(waits_for(transaction, *current, row))) return {};
    next.state = UpdateState::WaitingForPerson;
    next.why = with_deadline(refused_words(said.reason), next, now);
    return transaction.put(next);
}

}  // namespace

base::Done take_answer(Transaction& transaction, const BatchAnswer& answer, const std::string& file,
                       base::Instant now, base::Entropy& entropy) {
    auto batch = TRY(transaction.drop_batch(answer.batch));
    const bool is_out =
        batch && (batch->state == BatchState::HandedOver || batch->state == BatchState::Answered);
    if (!is_out)
        return base::fail(ErrorKind::NotFound, "it answers a file that this hub has not handed over");
    TRY_DONE(check_rows(*batch, answer));
    const auto rows = TRY(transaction.drop_rows(answer.batch));
    if (batch->state == BatchState::Answered) {
        if (says_as_before(rows, answer)) return {};
        return base::fail(ErrorKind::Conflict,
                          "it says otherwise than the answer that was taken in before: ask the provider");
    }
    for (const DropRow& row : rows) {
        const RowAnswer& said = said_of(row, answer);
        TRY_DONE(take_row(transaction, row, said, now));
        Exchange exchange = exchange_about(row, CaseCall::FileAnswer, file, now, entropy);
        exchange.answered =
            said.taken ? "taken" : "not taken" + (said.reason.empty() ? "" : ": " + said.reason);
        TRY_DONE(transaction.append(exchange));
        TRY_DONE(transaction.answer_row(row.batch, row.number, said.taken));
    }
    batch->state = BatchState::Answered;
    batch->answered_at = now;
    return transaction.put(*batch);
}

base::Done give_to_people(Transaction& transaction, DropBatch batch, const std::string& file,
                          base::Instant now) {
    for (const DropRow& row : TRY(transaction.drop_rows(batch.id))) {
        auto update = TRY(transaction.update_of(row.appointment));
        if (!update || update->id != row.update || update->state != UpdateState::Sending) continue;
        if (!TRY(waits_for(transaction, *update, row))) continue;
        update->state = UpdateState::WaitingForPerson;
        update->why = with_deadline(std::string(kNoAnswer) + file +
                                        ". Ask the provider whether it was taken in. If it was not, resend.",
                                    *update, now);
        TRY_DONE(transaction.put(*update));
    }
    batch.overdue_told = true;
    return transaction.put(batch);
}

}  // namespace server::app
