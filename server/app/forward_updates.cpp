#include "server/app/forward_updates.h"

#include <algorithm>
#include <atomic>
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
    const Update after = merged(*current, step, record);
    TRY_DONE(note_if_late(transaction, step.committed, after, step.now));
    return transaction.put(after);
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

/// Calls that were under way together and failed tell of one outage: they count as one. None when nobody
/// asked.
const ForwardStep* what_tells_of_the_link(const std::vector<Begun>& all) {
    const ForwardStep* found = nullptr;
    for (const Begun& begun : all) {
        if (!begun.step || begun.step->reached == Reached::NotAsked) continue;
        found = &*begun.step;
        if (found->reached != Reached::Answered) return found;
    }
    return found;
}

base::Done keep_link(Transaction& transaction, const std::vector<Begun>& all, const LinkPolicy& policy,
                     base::Entropy& entropy) {
    const ForwardStep* step = what_tells_of_the_link(all);
    if (step == nullptr) return {};
    const CaseLink before = TRY(transaction.case_link());
    const CaseLink link = after_step(before, step->reached, step->failed_because, policy, step->now, entropy);
    return link == before ? base::Done() : transaction.put(link);
}

/// Nothing was said about it: it is as it was.
void put_back(ForwardStep& step) {
    step.update = step.committed;
    step.update.state = step.before;
}

void log_step(const ForwardStep& step) {
    base::log::info("update_forwarded",
                    {{"update", step.update.id},
                     {"state", base::log::Value::word(domain::to_word(step.update.state))},
                     {"tries", step.update.tries}});
}

}  // namespace

bool lacks_decision(const Update& update) {
    const bool did_not_attend = update.attendance == domain::Attendance::No;
    if ((did_not_attend || update.not_held) && update.decided_by.empty()) return true;
    return did_not_attend && !update.submit_decided;
}

base::Result<std::vector<Update>> due_side_by_side(View& view, Instant now, const LinkPolicy& policy,
                                                   std::size_t most) {
    std::vector<Update> due;
    const CaseLink link = TRY(view.case_link());
    if (!may_ask(link, policy, now)) return due;
    const std::size_t room = link.unanswered == 0 ? most : 1;
    const auto takes_the_last = [&](const Update& update) {
        const auto of_the_same = [&](const Update& one) {
            return one.referral == update.referral;
        };
        if (lacks_decision(update) || std::ranges::any_of(due, of_the_same)) return false;
        due.push_back(update);
        return due.size() >= room;
    };
    TRY(view.update_due(now, takes_the_last));
    return due;
}

Forwarder::Forwarder(CaseSystem& case_system, Store& store, base::Entropy& entropy, ForwardSettings settings)
    : case_system_(case_system), store_(store), entropy_(entropy), settings_(settings) {}

base::Result<Forwarded> Forwarder::forward_one(const Update& update, Instant now) {
    return TRY(forward_each({update}, now)).front();
}

base::Result<std::vector<Forwarded>> Forwarder::forward_each(const std::vector<Update>& updates, Instant now,
                                                             const std::stop_token& stop) {
    std::vector<Begun> all;
    const auto begin = [&](Transaction& transaction) -> base::Done {
        all.clear();
        for (const Update& update : updates) all.push_back(TRY(begin_step(transaction, update, now)));
        return {};
    };
    TRY_DONE(store_.write_and_wait(begin));
    if (std::ranges::any_of(all, [](const Begun& begun) { return begun.step.has_value(); })) {
        talk(all, stop);
        const auto end = [&](Transaction& transaction) {
            return finish_all(transaction, all);
        };
        TRY_DONE(store_.write_and_wait(end));
    }
    std::vector<Forwarded> became;
    for (const Begun& begun : all) {
        if (begun.step) log_step(*begun.step);
        became.push_back(begun.instead);
    }
    return became;
}

/// Once a call has failed that will be made again, the next ones would most likely fail too: what was not
/// begun to be talked about is put back.
void Forwarder::talk(std::vector<Begun>& all, const std::stop_token& stop) {
    std::atomic<bool> failed{false};
    case_system_.several_at_a_time(all.size(), [&](std::size_t i) {
        Begun& begun = all[i];
        if (!begun.step) return;
        begun.instead = Forwarded::WillRetry;
        if (failed || stop.stop_requested())
            put_back(*begun.step);
        else
            begun.instead = CaseTalk(case_system_, entropy_, settings_, *begun.step).talk(*begun.step);
        if (begun.instead == Forwarded::WillRetry) failed = true;
    });
}

base::Done Forwarder::finish_all(Transaction& transaction, std::vector<Begun>& all) {
    TRY_DONE(keep_clock_difference(transaction, case_system_));
    for (Begun& begun : all) {
        if (!begun.step) continue;
        for (const Exchange& one : begun.step->exchanges) TRY_DONE(transaction.append(one));
        bool overtaken = false;
        TRY_DONE(finish(transaction, *begun.step, overtaken));
        if (overtaken) begun.instead = Forwarded::Overtaken;
    }
    return keep_link(transaction, all, settings_.link, entropy_);
}

}  // namespace server::app
