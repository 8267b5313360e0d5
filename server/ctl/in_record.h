#pragma once

#include "server/app/occasion.h"
#include "server/ctl/hub.h"
#include "server/hub/server_clock.h"

namespace server::ctl {

/// Runs what a person decides as one transaction, with the server's time as it can be judged now.
template <class Act>
base::Done in_record(const Hub& hub, const Act& act) {
    const auto record = TRY(open_for_tool(hub));
    hub::ServerClock server_clock(hub.clock, hub.settings.clock_trust);
    TRY_DONE(server_clock.learn(*record.store));
    return record.store->write_and_wait([&](app::Transaction& transaction) -> base::Done {
        const app::RuleSet set = TRY(app::rules_in_force(transaction, rules_of_file(hub)));
        const app::Occasion occasion{server_clock.moment(), set.rules, set.calendar, hub.entropy};
        return act(transaction, occasion);
    });
}

}  // namespace server::ctl
