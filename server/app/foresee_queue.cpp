#include "server/app/foresee_queue.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "server/app/forward_updates.h"
#include "server/app/today_board.h"

namespace server::app {
namespace {

using base::Instant;
using domain::UpdateState;

constexpr const char* kToSubmit = "Drafted; waits for somebody to submit it.";
constexpr const char* kHeldToSubmit = "Waits for somebody to submit it.";
constexpr const char* kSessionsEnd = "Waits for the session's end.";
constexpr const char* kNobodySaid = "It ended and nobody is recorded as having come.";

/// From when on something may go.
struct Opens {
    Instant anything{};   ///< a case system that is not asked now is asked again by then
    Instant next_file{};  ///< only where records go as files
};

Instant sent_at(const domain::Update& update, const Opens& opens) {
    const Instant own = std::max({update.hold_until, update.next_try, opens.anything});
    const bool by_next_file = update.submit_decided && update.state != UpdateState::Sending;
    return by_next_file ? std::max(own, opens.next_file) : own;
}

void move_on(const domain::Update& update, Instant sent, Instant at, const ForeseeRules& rules,
             Foreseen& out) {
    if (at < sent) {
        out.why = update.why.empty() ? kSessionsEnd : update.why;
        return;
    }
    out.changes = sent;
    if (update.submit_decided) {
        out.state = UpdateState::Submitted;
    } else {
        out.state = rules.has_drafts ? UpdateState::Drafted : UpdateState::Held;
        out.why = rules.has_drafts ? kToSubmit : kHeldToSubmit;
    }
}

void stay(const domain::Update& update, Foreseen& out) {
    out.why = update.why;
}

Foreseen of_update(const domain::Update& update, const Opens& opens, Instant now, Instant at,
                   const ForeseeRules& rules) {
    Foreseen out;
    out.appointment = update.appointment;
    out.attendance = update.attendance;
    out.state = update.state;
    out.kind = deadline_kind_of(update.attendance);
    out.deadline = update.deadline;
    out.changes = now;
    switch (update.state) {
        case UpdateState::Held:
        case UpdateState::Sending:
            if (lacks_decision(update))
                stay(update, out);
            else
                move_on(update, sent_at(update, opens), at, rules, out);
            break;
        case UpdateState::Drafted:
            if (update.submit_decided)
                move_on(update, sent_at(update, opens), at, rules, out);
            else
                out.why = kToSubmit;
            break;
        case UpdateState::WaitingForPerson:
        case UpdateState::Submitted:
        case UpdateState::Withdrawn:
            stay(update, out);
            break;
    }
    return out;
}

/// Fills the list, each appointment once.
class Foreseeing {
public:
    Foreseeing(View& view, Instant now, Instant at, const ForeseeRules& rules)
        : view_(view), now_(now), at_(std::max(now, at)), rules_(rules) {}

    base::Done add_owed() {
        const Opens opens = TRY(look_when());
        for (const domain::Update& update : TRY(view_.updates_owed()))
            TRY_DONE(add(of_update(update, opens, now_, at_, rules_)));
        return {};
    }

    /// Those that ended, or would have by then, without anybody being recorded as having come.
    base::Done add_undecided(domain::Date day) {
        for (const domain::Appointment& one : TRY(view_.appointments_on(day))) {
            if (!domain::expected_here(one) || one.status == domain::AppointmentStatus::Settled ||
                domain::end_of(one) >= at_ || seen_.contains(one.id))
                continue;
            const BoardRow row = TRY(board_row(view_, one, at_));
            if (row.update || row.record.attendance || row.record.time_waits_for_person) continue;
            Foreseen out;
            out.appointment = one.id;
            out.deadline = one.start + domain::kAbsenceToldWithin;
            out.changes = std::max(now_, domain::end_of(one));
            out.why = row.why.empty() ? kNobodySaid : row.why;
            TRY_DONE(add(std::move(out)));
        }
        return {};
    }

    std::vector<Foreseen> take() {
        std::sort(out_.begin(), out_.end(), [](const Foreseen& a, const Foreseen& b) {
            return std::tie(a.deadline, a.appointment) < std::tie(b.deadline, b.appointment);
        });
        return std::move(out_);
    }

private:
    base::Result<Opens> look_when() {
        const CaseLink link = TRY(view_.case_link());
        Opens opens{std::max(now_, link.ask_again_at.value_or(now_)), now_};
        if (rules_.has_drafts) return opens;
        const auto newest = TRY(view_.newest_drop_batch());
        // One that is dated in the future was made by a clock that ran ahead: it counts for nothing.
        if (newest && newest->made_at <= now_) opens.next_file = newest->made_at + rules_.file_every;
        return opens;
    }

    base::Done add(Foreseen one) {
        seen_.insert(one.appointment);
        const auto noted = TRY(view_.breaches_of(one.appointment));
        const bool submitted_in_time = one.state == UpdateState::Submitted && one.changes < one.deadline;
        one.missed = std::any_of(noted.begin(), noted.end(),
                                 [&one](const Breach& breach) { return breach.kind == one.kind; });
        if (!submitted_in_time) {
            one.warning = state_of_deadline(one.kind, one.deadline, at_, rules_.absence_left);
            const bool told = TRY(record_told_in_time(one));
            one.missed = one.missed || (one.warning == DeadlineState::Passed && !told);
        }
        out_.push_back(std::move(one));
        return {};
    }

    base::Result<bool> record_told_in_time(const Foreseen& one) {
        if (one.kind != DeadlineKind::Absence) return false;
        const auto told = domain::derive(TRY(view_.events_of(one.appointment))).practitioner_told_at;
        return told && *told < one.deadline;
    }

    View& view_;
    Instant now_;
    Instant at_;
    const ForeseeRules& rules_;
    std::vector<Foreseen> out_;
    std::set<domain::AppointmentId> seen_;
};

/// Undecided appointments older than this have long been missed, and stand on the board.
constexpr std::chrono::days kLooksBack{2};

}  // namespace

base::Result<std::vector<Foreseen>> foresee_queue(View& view, Instant now, Instant at,
                                                  const ForeseeRules& rules) {
    Foreseeing foreseeing(view, now, at, rules);
    TRY_DONE(foreseeing.add_owed());
    const domain::Date last = domain::london_date(std::max(now, at));
    for (domain::Date day = domain::london_date(now - kLooksBack); day <= last; day = domain::next_day(day))
        TRY_DONE(foreseeing.add_undecided(day));
    return foreseeing.take();
}

}  // namespace server::app
