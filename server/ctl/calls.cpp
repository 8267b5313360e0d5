#include "server/ctl/commands.h"
#include "server/ctl/table.h"

namespace server::ctl {

base::Done list_calls(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&hub](app::View& view) -> base::Done {
        Table table({"since", "kiosk", "language", "why", "call"});
        for (const app::Call& call : TRY(view.open_calls())) {
            table.add({domain::london_time(call.at), call.kiosk.text(), call.language, call.cause, call.id});
        }
        table.print(hub.out);
        return {};
    });
}

base::Done answer_call(const Hub& hub, const std::string& id) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->write_and_wait([&](app::Transaction& transaction) -> base::Done {
        for (app::Call call : TRY(transaction.open_calls())) {
            if (call.id != id) continue;
            call.answered_at = hub.clock.now();
            return transaction.put(call);
        }
        return base::fail(base::ErrorKind::NotFound, "no such call is open; see hubctl calls");
    });
}

}  // namespace server::ctl
