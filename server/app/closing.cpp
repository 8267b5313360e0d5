#include "server/app/closing.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "server/app/hub_rules.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using domain::UpdateState;

bool waits_for_decision(const BoardRow& row) {
    return row.state == BoardState::NeedsDecision ||
           (row.state == BoardState::CameAfterEnd && !row.record.attendance);
}

/// Recorded, over, and nobody has said yet that it may be submitted.
bool is_to_submit(const domain::Update& update, const BoardRow& row, base::Instant now) {
    const bool ready = update.state == UpdateState::Held || update.state == UpdateState::Drafted;
    return ready && !update.submit_decided && now > domain::end_of(row.appointment);
}

void sort_by_deadline(std::vector<ToClose>& list) {
    const auto key = [](const ToClose& one) {
        const domain::Appointment& appointment = one.row.appointment;
        return std::tuple(one.row.deadline.value_or(appointment.start), appointment.start, appointment.id);
    };
    std::sort(list.begin(), list.end(),
              [&key](const ToClose& a, const ToClose& b) { return key(a) < key(b); });
}

/// Fills a Closing, each appointment once.
class Gathering {
public:
    Gathering(View& view, base::Instant now, base::Instant opens_next) : view_(view), now_(now) {
        out_.opens_next = opens_next;
    }

    base::Done add_day(domain::Date day) {
        for (const domain::Appointment& one : TRY(view_.appointments_on(day))) {
            const BoardRow row = TRY(board_row(view_, one, now_));
            if (!is_shown(row)) continue;
            if (waits_for_decision(row)) add(out_.to_decide, row, {});
            if (is_still_on(row)) ++out_.still_to_end;
        }
        return {};
    }

    base::Done add_days_before(domain::Date end, std::chrono::days count) {
        for (std::chrono::sys_days day = std::chrono::sys_days{end} - count; day < std::chrono::sys_days{end};
             day += std::chrono::days{1}) {
            TRY_DONE(add_day(day));
        }
        return {};
    }

    /// Of the days before `end`, what waits for a decision. What plainly waits for nobody is passed over
    /// unread: of a month that is nearly everything.
    base::Done add_undecided_before(domain::Date end, std::chrono::days count) {
        const domain::Date from{std::chrono::sys_days{end} - count};
        const std::vector<domain::Update> owed = TRY(view_.updates_owed());
        auto passed = TRY(view_.plain_arrivals(domain::start_of(from), domain::start_of(end)));
        for (const domain::Update& update : owed) {
            if (update.state == UpdateState::WaitingForPerson) passed.erase(update.appointment);
        }
        for (std::chrono::sys_days day = from; day < std::chrono::sys_days{end};
             day += std::chrono::days{1}) {
            for (const domain::Appointment& one : TRY(view_.appointments_on(day))) {
                if (!passed.contains(one.id)) TRY_DONE(add_undecided(one));
            }
        }
        for (const domain::Update& update : owed) {
            const auto one = TRY(base::if_found(view_.appointment(update.appointment)));
            if (one && one->start < domain::start_of(from)) TRY_DONE(add_undecided(*one));
        }
        return {};
    }

    base::Done add_owed() {
        for (const domain::Update& update : TRY(view_.updates_owed())) {
            const auto appointment = TRY(base::if_found(view_.appointment(update.appointment)));
            if (!appointment) continue;
            const BoardRow row = TRY(board_row(view_, *appointment, now_));
            if (waits_for_decision(row)) {
                add(out_.to_decide, row, update);
            } else if (is_to_submit(update, row, now_)) {
                add(out_.to_submit, row, update);
            }
        }
        return {};
    }

    Closing take() {
        sort_by_deadline(out_.to_decide);
        sort_by_deadline(out_.to_submit);
        return std::move(out_);
    }

private:
    /// Of today, awaited or here, and not over.
    bool is_still_on(const BoardRow& row) const {
        switch (row.state) {
            case BoardState::Expected:
            case BoardState::NotYet:
            case BoardState::Arrived:
            case BoardState::Late:
                return now_ <= domain::end_of(row.appointment) &&
                       domain::is_on(row.appointment, domain::london_date(now_));
            case BoardState::CameAfterEnd:
            case BoardState::NeedsDecision:
            case BoardState::DidNotAttend:
            case BoardState::Settled:
                return false;
        }
        return false;
    }
    base::Done add_undecided(const domain::Appointment& appointment) {
        const BoardRow row = TRY(board_row(view_, appointment, now_));
        if (is_shown(row) && waits_for_decision(row)) add(out_.to_decide, row, {});
        return {};
    }
    void add(std::vector<ToClose>& list, const BoardRow& row, const domain::Update& update) {
        if (!seen_.insert(row.appointment.id).second) return;
        list.push_back({row, update, row.deadline && *row.deadline <= out_.opens_next});
    }

    View& view_;
    base::Instant now_;
    Closing out_;
    std::set<domain::AppointmentId> seen_;
};

}  // namespace

base::Result<Closing> closing(View& view, const Moment& moment, const HubRules& rules,
                              const domain::Calendar& calendar) {
    const domain::Date today = domain::london_date(moment.now);
    Gathering gathering(view, moment.now, opens_next(rules, calendar, today));
    TRY_DONE(gathering.add_days_before(domain::next_day(today), kClosingLooksBack + std::chrono::days{1}));
    TRY_DONE(gathering.add_owed());
    return gathering.take();
}

base::Result<std::vector<BoardRow>> left_over(View& view, const Moment& moment) {
    const domain::Date today = domain::london_date(moment.now);
    Gathering gathering(view, moment.now, moment.now);
    TRY_DONE(gathering.add_undecided_before(today, kClosingLooksBack));
    std::vector<BoardRow> rows;
    for (const ToClose& one : gathering.take().to_decide) {
        if (domain::london_date(one.row.appointment.start) < today) rows.push_back(one.row);
    }
    return rows;
}

}  // namespace server::app
