#include "server/app/file_handover.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/app/make_batch.h"
#include "server/app/take_answer.h"
#include "shared/base/log.h"

namespace server::app {

using base::Instant;

namespace {

/// The first trouble is told; the rest waits until that is seen to.
void tell(std::string& trouble, std::string words) {
    if (trouble.empty()) trouble = std::move(words);
}

/// One that has not left keeps the next one from being made.
bool is_unfinished(const DropBatch& batch) {
    switch (batch.state) {
        case BatchState::Made:
        case BatchState::Prepared:
        case BatchState::Leaving:
            return true;
        case BatchState::HandedOver:
        case BatchState::Answered:
        case BatchState::Abandoned:
            return false;
    }
    return false;
}

}  // namespace

std::string in_words(const DropRow& row) {
    std::string text = "attendance: " + std::string(domain::to_word(row.attendance));
    const auto add = [&text](const char* name, const std::string& value) {
        if (!value.empty()) text += '\n' + std::string(name) + ": " + value;
    };
    add("arrived at", row.arrived_at ? base::to_text(*row.arrived_at) : "");
    add("session happened", row.not_held || row.attendance == domain::Attendance::No ? "no" : "yes");
    add("why not held", row.not_held ? std::string(domain::to_word(*row.not_held)) : "");
    add("note", row.note);
    return text;
}

FileHandover::FileHandover(CaseFiles& files, Store& store, base::Entropy& entropy,
                           FileHandoverSettings settings)
    : files_(files), store_(store), entropy_(entropy), settings_(settings) {}

base::Result<std::size_t> FileHandover::run_once(const Moment& moment) {
    std::string trouble;
    std::size_t steps = TRY(take_in(moment.now, trouble));
    // A batch is made, prepared, let go and handed over, a step each; one that was abandoned is made anew.
    constexpr int kSteps = 8;
    const bool may_leave = moment.clock == domain::ClockState::Sure;
    for (int step = 0; may_leave && step < kSteps; ++step) {
        const std::size_t made = TRY(begin(moment.now));
        const std::size_t done = made + TRY(go_on(moment.now, trouble));
        if (done == 0) break;
        steps += done;
    }
    TRY_DONE(note_trouble(trouble));
    return steps;
}

base::Result<std::size_t> FileHandover::take_in(Instant now, std::string& trouble) {
    const auto returned = files_.returned();
    if (!returned) {
        tell(trouble, returned.error().message);
        return 0U;
    }
    std::size_t taken = 0;
    for (const ReturnedFile& file : *returned) {
        base::Done done;
        if (file.answer) {
            done = store_.write_and_wait([&](Transaction& transaction) {
                return take_answer(transaction, *file.answer, file.shown, now, entropy_);
            });
        } else {
            done = tl::unexpected<base::Error>(file.answer.error());
        }
        if (done) done = files_.put_away(file);
        if (done)
            ++taken;
        else
            tell(trouble,
                 "The file " + file.shown + " that came back is not taken in: " + done.error().message + '.');
    }
    return taken;
}

base::Result<std::size_t> FileHandover::begin(Instant now) {
    std::optional<DropBatch> batch;
    const auto make = [&](Transaction& transaction) -> base::Done {
        batch.reset();
        const auto newest = TRY(transaction.newest_drop_batch());
        // One that is dated in the future was made by a clock that ran ahead: it counts for nothing.
        const bool waits = newest && newest->state != BatchState::Abandoned && newest->made_at <= now &&
                           now < newest->made_at + settings_.every;
        const auto open = TRY(transaction.open_drop_batches());
        const bool one_is_here = std::any_of(open.begin(), open.end(), is_unfinished);
        if (!waits && !one_is_here) batch = TRY(make_batch(transaction, now, entropy_));
        return {};
    };
    TRY_DONE(store_.write_and_wait(make));
    return batch ? 1U : 0U;
}

base::Result<std::size_t> FileHandover::go_on(Instant now, std::string& trouble) {
    std::vector<DropBatch> open;
    const auto look = [&](View& view) -> base::Done {
        open = TRY(view.open_drop_batches());
        return {};
    };
    TRY_DONE(store_.read(look));
    if (to_tidy_) to_tidy_ = !files_.discard_all_but(open);
    std::size_t steps = 0;
    for (const DropBatch& batch : open) {
        const bool overdue = batch.state == BatchState::HandedOver && !batch.overdue_told &&
                             batch.handed_over_at && now >= *batch.handed_over_at + settings_.answer_within;
        if (overdue) {
            TRY_DONE(store_.write_and_wait([&](Transaction& transaction) {
                return give_to_people(transaction, batch, files_.name_of(batch), now);
            }));
            ++steps;
        } else if (is_unfinished(batch)) {
            steps += TRY(advance(batch, now, trouble)) ? 1U : 0U;
        }
    }
    return steps;
}

base::Result<bool> FileHandover::advance(const DropBatch& batch, Instant now, std::string& trouble) {
    switch (batch.state) {
        case BatchState::Made:
            return prepare(batch, trouble);
        case BatchState::Prepared:
            return let_go(batch, now, trouble);
        case BatchState::Leaving:
            return go_on_leaving(batch, now, trouble);
        case BatchState::HandedOver:
        case BatchState::Answered:
        case BatchState::Abandoned:
            break;
    }
    return false;
}

base::Result<bool> FileHandover::prepare(DropBatch batch, std::string& trouble) {
    std::vector<DropRow> rows;
    const auto look = [&](View& view) -> base::Done {
        rows = TRY(view.drop_rows(batch.id));
        return {};
    };
    TRY_DONE(store_.read(look));
    if (const auto prepared = files_.prepare(batch, rows); !prepared) {
        tell(trouble, prepared.error().message);
        return false;
    }
    batch.state = BatchState::Prepared;
    TRY_DONE(store_.write_and_wait([&](Transaction& transaction) { return transaction.put(batch); }));
    return true;
}

base::Result<bool> FileHandover::let_go(const DropBatch& batch, Instant now, std::string& trouble) {
    DropBatch leaving;
    const auto leave = [&](Transaction& transaction) -> base::Done {
        leaving = TRY(let_leave(transaction, batch, now));
        return {};
    };
    TRY_DONE(store_.write_and_wait(leave));
    if (leaving.state == BatchState::Leaving) return hand_over(leaving, now, trouble);
    to_tidy_ = true;
    return true;
}

base::Result<bool> FileHandover::go_on_leaving(const DropBatch& batch, Instant now, std::string& trouble) {
    if (!files_.is_prepared(batch)) return hand_over(batch, now, trouble);
    // The last look was long ago: the hub was cut off after it, or the folder could not be reached.
    TRY_DONE(take_back(batch, now));
    return true;
}

base::Done FileHandover::take_back(const DropBatch& batch, Instant now) {
    return store_.write_and_wait(
        [&](Transaction& transaction) { return take_back_from_leaving(transaction, batch, now); });
}

base::Result<bool> FileHandover::hand_over(const DropBatch& batch, Instant now, std::string& trouble) {
    const auto handed_over = files_.hand_over(batch);
    if (handed_over) {
        TRY_DONE(note_handed_over(batch, now));
        base::log::info("batch_handed_over", {{"batch", domain::UpdateId(batch.id)}});
        return true;
    }
    tell(trouble, handed_over.error().message);
    // Where it is seen not to have left, people may go on correcting what is in it.
    if (files_.is_prepared(batch)) TRY_DONE(take_back(batch, now));
    return false;
}

base::Done FileHandover::note_handed_over(DropBatch batch, Instant now) {
    batch.state = BatchState::HandedOver;
    batch.handed_over_at = now;
    const std::string file = files_.name_of(batch);
    return store_.write_and_wait([&](Transaction& transaction) -> base::Done {
        for (const DropRow& row : TRY(transaction.drop_rows(batch.id))) {
            Exchange exchange = exchange_about(row, CaseCall::WriteFile, file, now, entropy_);
            exchange.sent = in_words(row);
            TRY_DONE(transaction.append(exchange));
            auto update = TRY(transaction.update_of(row.appointment));
            if (!update || update->state != domain::UpdateState::Sending) continue;
            update->why = in_file_words(file, now);
            TRY_DONE(transaction.put(*update));
        }
        return transaction.put(batch);
    });
}

base::Done FileHandover::note_trouble(const std::string& trouble) {
    bool changed = false;
    const auto look = [&](View& view) -> base::Done {
        changed = TRY(view.case_link()).trouble != trouble;
        return {};
    };
    TRY_DONE(store_.read(look));
    if (!changed) return {};
    return store_.write_and_wait([&](Transaction& transaction) -> base::Done {
        CaseLink link = TRY(transaction.case_link());
        link.trouble = trouble;
        return transaction.put(link);
    });
}

}  // namespace server::app
