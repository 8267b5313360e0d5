#include "server/app/file_handover.h"

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

Exchange exchange_of(const DropRow& row, const std::string& file, Instant now, base::Entropy& entropy) {
    Exchange one;
    one.id = base::new_uuid_at(entropy, now);
    one.appointment = row.appointment;
    one.update = row.update;
    one.person = row.person;
    one.at = now;
    one.call = CaseCall::WriteFile;
    one.address = file + " row " + std::to_string(row.number);
    one.sent = in_words(row);
    return one;
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

base::Result<std::size_t> FileHandover::run_once(Instant now) {
    std::string trouble;
    std::size_t steps = TRY(take_in(now, trouble));
    steps += TRY(begin(now));
    steps += TRY(go_on(now, trouble));
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
            tell(trouble, "The file " + file.shown + " that came back is not taken in: " +
                              done.error().message + '.');
    }
    return taken;
}

base::Result<std::size_t> FileHandover::begin(Instant now) {
    std::optional<DropBatch> batch;
    const auto make = [&](Transaction& transaction) -> base::Done {
        batch.reset();
        const auto newest = TRY(transaction.newest_drop_batch());
        // One that is dated in the future was made by a clock that ran ahead: it counts for nothing.
        const bool waits = newest && newest->made_at <= now && now < newest->made_at + settings_.every;
        if (!waits) batch = TRY(make_batch(transaction, now, entropy_));
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
    std::size_t steps = 0;
    for (const DropBatch& batch : open) {
        const bool overdue = batch.state == BatchState::HandedOver && !batch.overdue_told &&
                             batch.handed_over_at && now >= *batch.handed_over_at + settings_.answer_within;
        if (overdue) {
            TRY_DONE(store_.write_and_wait([&](Transaction& transaction) {
                return give_to_people(transaction, batch, files_.name_of(batch), now);
            }));
        } else if (batch.state == BatchState::HandedOver) {
            continue;
        } else {
            TRY_DONE(advance(batch, now, trouble));
        }
        ++steps;
    }
    return steps;
}

base::Done FileHandover::advance(DropBatch batch, Instant now, std::string& trouble) {
    if (batch.state == BatchState::Made) {
        std::vector<DropRow> rows;
        const auto look = [&](View& view) -> base::Done {
            rows = TRY(view.drop_rows(batch.id));
            return {};
        };
        TRY_DONE(store_.read(look));
        if (const auto prepared = files_.prepare(batch, rows); !prepared) {
            tell(trouble, prepared.error().message);
            return {};
        }
        batch.state = BatchState::Prepared;
        TRY_DONE(store_.write_and_wait(
            [&](Transaction& transaction) { return transaction.put(batch); }));
    }
    if (const auto handed_over = files_.hand_over(batch); !handed_over) {
        tell(trouble, handed_over.error().message);
        return {};
    }
    TRY_DONE(note_handed_over(batch, now));
    base::log::info("batch_handed_over", {{"batch", domain::UpdateId(batch.id)}});
    return {};
}

base::Done FileHandover::note_handed_over(DropBatch batch, Instant now) {
    batch.state = BatchState::HandedOver;
    batch.handed_over_at = now;
    const std::string file = files_.name_of(batch);
    return store_.write_and_wait([&](Transaction& transaction) -> base::Done {
        for (const DropRow& row : TRY(transaction.drop_rows(batch.id))) {
            TRY_DONE(transaction.append(exchange_of(row, file, now, entropy_)));
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
