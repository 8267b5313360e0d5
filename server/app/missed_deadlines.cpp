#include "server/app/missed_deadlines.h"

#include <algorithm>

#include "server/app/make_batch.h"
#include "server/app/today_board.h"

namespace server::app {
namespace {

using domain::UpdateState;

base::Result<bool> is_noted(View& view, const domain::AppointmentId& id, DeadlineKind kind) {
    const auto noted = TRY(view.breaches_of(id));
    return std::any_of(noted.begin(), noted.end(), [kind](const Breach& one) { return one.kind == kind; });
}

base::Result<std::optional<Breach>> missed(View& view, const domain::AppointmentId& id, DeadlineFacts facts,
                                           base::Instant now) {
    if (now < facts.deadline || TRY(is_noted(view, id, facts.kind))) return std::nullopt;
    const auto events = TRY(view.events_of(id));
    facts.told_at = domain::derive(events).practitioner_told_at;
    facts.decided_at = decided_since(events);
    const auto cause = cause_of_breach(facts, now);
    if (!cause) return std::nullopt;
    return Breach{id, facts.kind, facts.deadline, now, *cause};
}

DeadlineFacts facts_of(const domain::Update& update, const CaseLink& link) {
    DeadlineFacts facts;
    facts.kind = deadline_kind_of(update.attendance);
    facts.deadline = update.deadline;
    facts.submitted_at = update.submitted_at;
    // What was decided and waits for a person was refused there, or nothing came back for its file.
    const bool not_taken = update.state == UpdateState::WaitingForPerson;
    const bool in_file = update.state == UpdateState::Sending && update.why.starts_with(kInFile);
    facts.held_up_there = not_taken || in_file || waits_for_case_system(update) || link.unanswered > 0;
    return facts;
}

base::Done add_owed(View& view, base::Instant now, std::vector<Breach>& out) {
    const CaseLink link = TRY(view.case_link());
    for (const domain::Update& update : TRY(view.updates_owed())) {
        if (now < update.deadline) break;  // the tightest comes first
        const auto breach = TRY(missed(view, update.appointment, facts_of(update, link), now));
        if (breach) out.push_back(*breach);
    }
    return {};
}

/// Of one day, those that ended and of which nothing is owed because nobody has said anything.
base::Done add_undecided(View& view, domain::Date day, base::Instant now, std::vector<Breach>& out) {
    for (const domain::Appointment& one : TRY(view.appointments_on(day))) {
        if (!domain::expected_here(one) || now < one.start + domain::kAbsenceToldWithin) continue;
        const BoardRow row = TRY(board_row(view, one, now));
        if (row.update || !row.deadline) continue;
        DeadlineFacts facts;
        facts.kind = DeadlineKind::Absence;
        facts.deadline = *row.deadline;
        const auto breach = TRY(missed(view, one.id, facts, now));
        if (breach) out.push_back(*breach);
    }
    return {};
}

base::Result<std::vector<Breach>> look_for(View& view, base::Instant now, base::Instant from) {
    std::vector<Breach> out;
    TRY_DONE(add_owed(view, now, out));
    const domain::Date last = domain::london_date(now);
    for (domain::Date day = domain::london_date(from); day <= last; day = domain::next_day(day))
        TRY_DONE(add_undecided(view, day, now, out));
    return out;
}

}  // namespace

base::Result<unsigned> note_missed_deadlines(Store& store, const Moment& moment, base::Instant from) {
    if (moment.clock == domain::ClockState::Doubtful) return 0U;
    std::vector<Breach> found;
    const auto look = [&](View& view) -> base::Done {
        found = TRY(look_for(view, moment.now, from));
        return {};
    };
    TRY_DONE(store.read(look));
    if (found.empty()) return 0U;
    unsigned noted = 0;
    const auto note = [&](Transaction& transaction) -> base::Done {
        noted = 0;
        // Anything may have been decided or submitted since it was looked for.
        for (const Breach& one : TRY(look_for(transaction, moment.now, from))) {
            TRY_DONE(transaction.append(one));
            ++noted;
        }
        return {};
    };
    TRY_DONE(store.write_and_wait(note));
    return noted;
}

base::Done note_if_late(Transaction& transaction, const domain::Update& before, const domain::Update& update,
                        base::Instant now) {
    const bool late = update.submitted_at && !before.submitted_at && *update.submitted_at >= update.deadline;
    if (!late) return {};
    DeadlineFacts facts = facts_of(before, TRY(transaction.case_link()));
    facts.submitted_at = update.submitted_at;
    const auto breach = TRY(missed(transaction, update.appointment, facts, now));
    return breach ? transaction.append(*breach) : base::Done();
}

}  // namespace server::app
