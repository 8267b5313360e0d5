#include <map>

#include "server/app/today_board.h"
#include "server/ctl/commands.h"
#include "server/ctl/table.h"
#include "server/hub/server_clock.h"

namespace server::ctl {
namespace {

std::string london(const std::optional<base::Instant>& instant) {
    return instant ? domain::london_time(*instant) : "-";
}

/// The referral's reference, by which staff know whose appointment it is; no name stands on this list.
std::string reference_of(app::View& view, const app::BoardRow& row) {
    const auto referral = view.referral(row.appointment.referral);
    return referral ? referral->reference : "-";
}

void print_freshness(const app::SyncState& sync, base::Instant now, std::ostream& out) {
    if (!sync.succeeded_at) {
        out << "The schedule has never been read.";
    } else {
        const auto age = std::chrono::duration_cast<std::chrono::minutes>(now - *sync.succeeded_at);
        out << "The schedule was read " << age.count() << " minutes ago.";
    }
    if (!sync.problem.empty()) out << " The last try had a problem: " << sync.problem;
    out << '\n';
}

}  // namespace

base::Done today(const Hub& hub, domain::Date day) {
    const auto record = TRY(open_for_tool(hub));
    hub::ServerClock server_clock(hub.clock, hub.settings.clock_trust);
    TRY_DONE(server_clock.learn(*record.store));
    return record.store->read([&](app::View& view) -> base::Done {
        const app::Moment moment = server_clock.moment();
        const app::Board board = TRY(app::today_board(view, day, moment));
        print_freshness(TRY(view.sync_state()), moment.now, hub.out);
        std::map<std::string, int> counts;
        Table table({"start", "end", "referral", "state", "arrived", "submit before", "appointment", "why"});
        for (const app::BoardRow& row : board.here) {
            const std::string state(to_word(row.state));
            ++counts[state];
            table.add({domain::london_time(row.appointment.start),
                       domain::london_time(end_of(row.appointment)), reference_of(view, row), state,
                       london(row.record.arrived_at), london(row.deadline), row.appointment.id.text(),
                       row.why});
        }
        table.print(hub.out);
        hub.out << board.here.size() << " appointments here";
        for (const auto& [state, count] : counts) hub.out << ", " << count << ' ' << state;
        hub.out << "; " << board.elsewhere.size() << " elsewhere or by telephone.\n";
        return {};
    });
}

}  // namespace server::ctl
