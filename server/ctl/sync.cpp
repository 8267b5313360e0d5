#include "server/ctl/commands.h"
#include "server/hub/case_link.h"

namespace server::ctl {

base::Done sync(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    const auto link = TRY(hub::link_case_system(hub.settings, hub.clock, *record.store));
    app::ScheduleSync schedule(*link, *record.store, hub.entropy, hub::sync_settings(hub.settings));
    const auto outcome = TRY(schedule.run(app::SyncExtent::Everything, hub.clock.now()));
    hub.out << outcome.read << " referrals read, " << outcome.changed << " with something new.\n";
    if (!outcome.problem.empty()) return base::fail(base::ErrorKind::Unavailable, outcome.problem);
    return {};
}

}  // namespace server::ctl
