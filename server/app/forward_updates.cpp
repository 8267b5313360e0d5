#include "server/app/forward_updates.h"

#include <algorithm>
#include <utility>

#include "server/app/forward_step.h"
#include "server/app/missed_deadlines.h"
#include "server/app/occasion.h"
#include "server/app/owed_update.h"
#include "shared/base/log.h"

namespace server::app {

using base::Instant;
using domain::Update;
using domain::UpdateState;

namespace {

/// The record was changed while a call was under way: what people decided stands, and is looked at afresh.
Update merged(Update current, const ForwardStep& step, const domain::AttendanceRecord& record) {
    if (!current.drafted_at) current.drafted_at = step.update.drafted_at;
    if (step.update.submitted_at && !current.submitted_at) {
        const bool the_same = says_the_same(step.update, record);
        current.submitted_at = step.update.submitted_at;
        current.state = the_same ? UpdateState::Submitted : UpdateState::WaitingForPerson;
        current.why = the_same ? "" : kChangedWhileSubmitted;
        return current;
    }
    if (!step.update.drafted.empty()) current.drafted = step.update.drafted;
    if (current.state == UpdateState::Sending) {
        current.state = UpdateState::Held;
        current.next_try = step.now;
    }
    if (current.state == UpdateState::Withdrawn && step.wrote) {
        current.state = UpdateState::WaitingForPerson;
        current.why =
            "The check-in was taken back while it was being sent. Correct the draft in the case system, then "
            "note here that it was put right.";
    }
    return current;
}

base::Done finish(Transaction& transaction, const ForwardStep& step, bool& overtaken) {
    const auto current = TRY(transaction.update_of(step.update.appointment));
    overtaken = !current || *current != step.committed;
    if (!overtaken) {
        TRY_DONE(note_if_late(transaction, step.committed, step.update, step.now));
        return transaction.put(step.update);
    }
    if (!current) return {};
    const auto record = TRY(record_of(transaction, current->appointment));
    return transaction.put(merged(*current, step, record));
}

/// What the calls have shown of our clock is worth as much as what a sync has shown.
base::Done keep_clock_difference(Transaction& transaction, const CaseSystem& case_system) {
    const auto seen = case_system.clock_difference();
    if (!seen) return {};
    SyncState state = TRY(transaction.sync_state());
    if (state.from_case_system == seen) return {};
    state.from_case_system = seen;
    return transaction.put(state);
}

base::Done keep_link(Transaction& transaction, const ForwardStep& step, const LinkPolicy& policy,
                     base::Entropy& entropy) {
    const CaseLink before = TRY(transaction.case_link());
    const CaseLink link = after_step(before, step.reached, policy, step.now, entropy);
    return link == before ? base::Done() : transaction.put(link);
}

}  // namespace

bool lacks_decision(const Update& update) {
    const bool did_not_attend = update.attendance == domain::Attendance::No;
    if ((did_not_attend || update.not_held) && update.decided_by.empty()) return true;
    return did_not_attend && !update.submit_decided;
}

base::Result<std::optional<Update>> next_due(View& view, Instant now, const LinkPolicy& policy) {
    if (!may_ask(TRY(view.case_link()), policy, now)) return std::nullopt;
    return view.update_due(now, [](const Update& update) { return !lacks_decision(update); });
}

Forwarder::Forwarder(CaseSystem& case_system, Store& store, base::Entropy& entropy, ForwardSettings settings)
    : case_system_(case_system), store_(store), entropy_(entropy), settings_(settings) {}

base::Result<Forwarded> Forwarder::forward_one(const Update& update, Instant now) {
    Begun begun;
    const auto begin = [&](Transaction& transaction) -> base::Done {
        begun = TRY(begin_step(transaction, update, now));
        return {};
    };
    TRY_DONE(store_.write_and_wait(begin));
    if (!begun.step) return begun.instead;

    const Forwarded forwarded = CaseTalk(case_system_, entropy_, settings_, *begun.step).talk(*begun.step);
    bool overtaken = false;
    const auto end = [&](Transaction& transaction) -> base::Done {
        TRY_DONE(keep_clock_difference(transaction, case_system_));
        for (const Exchange& one : begun.step->exchanges) TRY_DONE(transaction.append(one));
        TRY_DONE(finish(transaction, *begun.step, overtaken));
        return keep_link(transaction, *begun.step, settings_.link, entropy_);
    };
    TRY_DONE(store_.write_and_wait(end));
    base::log::info("update_forwarded",
                    {{"update", update.id},
                     {"state", base::log::Value::word(domain::to_word(begun.step->update.state))},
                     {"tries", begun.step->update.tries}});
    return overtaken ? Forwarded::Overtaken : forwarded;
}

}  // namespace server::app
