#include "server/app/freeze_months.h"

#include <algorithm>
#include <vector>

#include "server/app/histories.h"

namespace server::app {
namespace {

using domain::Month;
using std::chrono::months;

/// The newest month that stands still now.
Month newest_still(base::Instant now, const domain::Calendar& calendar) {
    Month month = domain::month_of(domain::london_date(now)) - months{1};
    for (;; month -= months{1}) {
        const auto from = figures::frozen_from(month, calendar);
        if (from && *from <= now) return month;
    }
}

struct Frozen {
    figures::FrozenMonth month;
    std::vector<figures::FrozenItem> items;
};

base::Result<std::vector<Month>> months_to_freeze(View& view, base::Instant now,
                                                  const domain::Calendar& calendar) {
    const Month newest = newest_still(now, calendar);
    const auto frozen = TRY(view.newest_frozen_month());
    const Month first_held = domain::month_of(domain::london_date(histories_kept_from(now))) + months{1};
    Month month = frozen ? std::max(*frozen + months{1}, first_held) : newest;
    std::vector<Month> due;
    for (; month <= newest; month += months{1}) due.push_back(month);
    if (due.empty()) return due;
    const auto reading = TRY(view.history_reading());
    const base::Instant still_from = *figures::frozen_from(newest, calendar);
    const bool read =
        reading && reading->complete_at <= now && reading->complete_at > still_from - kReadBeforeFreezing;
    const bool all_read = read && (reading->not_read == 0 || now >= still_from + kWaitsForTheUnread);
    return all_read ? due : std::vector<Month>();
}

base::Result<std::vector<Frozen>> reckon(View& view, base::Instant now, const FigureRules& rules) {
    std::vector<Frozen> all;
    const auto due = TRY(months_to_freeze(view, now, rules.calendar));
    if (due.empty()) return all;
    const auto histories = TRY(histories_for_figures(view, now));
    const auto reading = TRY(view.history_reading());
    for (const Month month : due) {
        const auto reckoned = figures::compute_all(histories, {month, month}, rules.as_of(now));
        all.push_back({{month, now, {}, reading->not_read}, figures::frozen_items(reckoned)});
        for (const figures::Figure& one : reckoned) all.back().month.figures.push_back(counts_of(one));
    }
    return all;
}

}  // namespace

base::Result<unsigned> freeze_months(Store& store, const Moment& moment, const FigureRules& rules) {
    if (moment.clock == domain::ClockState::Doubtful) return 0U;
    std::vector<Frozen> due;
    const auto look = [&](View& view) -> base::Done {
        due = TRY(reckon(view, moment.now, rules));
        return {};
    };
    TRY_DONE(store.read(look));
    unsigned count = 0;
    for (const Frozen& one : due) {
        TRY_DONE(store.write_and_wait(
            [&one](Transaction& transaction) { return transaction.freeze(one.month, one.items); }));
        ++count;
    }
    return count;
}

}  // namespace server::app
