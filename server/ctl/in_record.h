#pragma once

#include "server/app/occasion.h"
#include "server/ctl/hub.h"
#include "server/hub/server_clock.h"

namespace server::ctl {

/// Runs what a person decides in the way that `write` opens a transaction of a store, with the server's time
/// as it can be judged now.
template <class Write, class Act>
base::Done in_record_by(const Hub& hub, const Write& write, const Act& act) {
    const auto record = TRY(open_for_tool(hub));
    hub::ServerClock server_clock(hub.clock, hub.settings.clock_trust);
    TRY_DONE(server_clock.learn(*record.store));
    return write(*record.store, [&](auto& transaction) -> base::Done {
        const app::RuleSet set = TRY(app::rules_in_force(transaction, rules_of_file(hub)));
        const app::Occasion occasion{server_clock.moment(), set.rules, set.calendar, hub.entropy};
        return act(transaction, occasion);
    });
}

/// As one transaction.
template <class Act>
base::Done in_record(const Hub& hub, const Act& act) {
    return in_record_by(
        hub, [](store::SqliteStore& store, const auto& command) { return store.write_and_wait(command); },
        act);
}

/// The same for a pack of evidence.
template <class Act>
base::Done in_pack_record(const Hub& hub, const Act& act) {
    return in_record_by(
        hub, [](store::SqliteStore& store, const auto& command) { return store.write_pack(command); }, act);
}

}  // namespace server::ctl
