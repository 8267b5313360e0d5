#include "server/app/take_answer.h"

#include <algorithm>
#include <utility>

#include "server/app/forward_step.h"
#include "server/app/missed_deadlines.h"
#include "server/app/occasion.h"
#include "server/app/owed_update.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::Update;
using domain::UpdateState;

base::Done check_rows(const std::vector<DropRow>& rows, const BatchAnswer& answer) {
    const auto same = [](const DropRow& row, const RowAnswer& said) {
        return row.number == said.row;
    };
    if (std::equal(rows.begin(), rows.end(), answer.rows.begin(), answer.rows.end(), same)) return {};
    return base::fail(ErrorKind::InvalidInput,
                      "it must answer each row of its batch once, from 1 to " + std::to_string(rows.size()));
}

bool says_as_before(const std::vector<DropRow>& rows, const BatchAnswer& answer) {
    return std::equal(rows.begin(), rows.end(), answer.rows.begin(), answer.rows.end(),
                      [](const DropRow& row, const RowAnswer& said) { return row.taken == said.taken; });
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

base::Done take_row(Transaction& transaction, const DropRow& row, const RowAnswer& said, base::Instant now) {
    const auto current = TRY(transaction.update_of(row.appointment));
    if (!current || current->id != row.update || current->submitted_at) return {};
    Update next = *current;
    if (said.taken) {
        const auto record = TRY(record_of(transaction, row.appointment));
        const bool the_same = says_the_same_as(row, record);
        next.submitted_at = now;
        next.state = the_same ? UpdateState::Submitted : UpdateState::WaitingForPerson;
        next.why = the_same ? with_deadline("", next, now) : kChangedWhileSubmitted;
        TRY_DONE(note_if_late(transaction, *current, next, now));
        return transaction.put(next);
    }
    // What was sent again since is not touched by what is said of the earlier file.
    const bool in_this_file =
        current->state == UpdateState::Sending || current->state == UpdateState::WaitingForPerson;
    if (!in_this_file) return {};
    next.state = UpdateState::WaitingForPerson;
    next.why = with_deadline(refused_words(said.reason), next, now);
    return transaction.put(next);
}

Exchange exchange_of(const DropRow& row, const RowAnswer& said, const std::string& file, base::Instant now,
                     base::Entropy& entropy) {
    Exchange one;
    one.id = base::new_uuid_at(entropy, now);
    one.appointment = row.appointment;
    one.update = row.update;
    one.person = row.person;
    one.at = now;
    one.call = CaseCall::FileAnswer;
    one.address = file + " row " + std::to_string(row.number);
    one.answered = said.taken ? "taken" : "not taken" + (said.reason.empty() ? "" : ": " + said.reason);
    return one;
}

}  // namespace

base::Done take_answer(Transaction& transaction, const BatchAnswer& answer, const std::string& file,
                       base::Instant now, base::Entropy& entropy) {
    auto batch = TRY(transaction.drop_batch(answer.batch));
    const bool is_out = batch && (batch->state == BatchState::HandedOver || batch->state == BatchState::Answered);
    if (!is_out)
        return base::fail(ErrorKind::NotFound, "it answers a file that this hub has not handed over");
    const auto rows = TRY(transaction.drop_rows(answer.batch));
    TRY_DONE(check_rows(rows, answer));
    if (batch->state == BatchState::Answered) {
        if (says_as_before(rows, answer)) return {};
        return base::fail(ErrorKind::Conflict,
                          "it says otherwise than the answer that was taken in before: ask the provider");
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TRY_DONE(take_row(transaction, rows[i], answer.rows[i], now));
        TRY_DONE(transaction.append(exchange_of(rows[i], answer.rows[i], file, now, entropy)));
        TRY_DONE(transaction.answer_row(rows[i].batch, rows[i].number, answer.rows[i].taken));
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
        update->state = UpdateState::WaitingForPerson;
        update->why = with_deadline("No answer has come to the file " + file +
                                        ". Ask the provider whether it was taken in. If it was not, resend.",
                                    *update, now);
        TRY_DONE(transaction.put(*update));
    }
    batch.overdue_told = true;
    return transaction.put(batch);
}

}  // namespace server::app
