#include "server/app/call_reception.h"
#include "server/ctl/commands.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"

namespace server::ctl {

namespace {

std::string since(const app::Call& call) {
    return call.clock == domain::ClockState::Sure ? date_and_time(call.at) : "not certain";
}

/// How old it is by now, and whether the kiosk could tell it only later.
std::string missed(const app::Call& call, base::Instant now) {
    std::string text = "missed";
    if (call.clock == domain::ClockState::Sure) {
        const auto age = std::chrono::duration_cast<std::chrono::minutes>(now - call.at);
        text += " " + std::to_string(age.count()) + " minutes ago";
    }
    if (call.heard_at - call.at > app::kCallRingsFor)
        text += ", told at " + domain::london_time(call.heard_at);
    return text;
}

}  // namespace

base::Done list_calls(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&hub](app::View& view) -> base::Done {
        Table table({"since", "state", "kiosk", "language", "why", "call"});
        const auto calls = TRY(view.open_calls());
        for (const bool ringing : {true, false}) {
            for (const app::Call& call : calls) {
                if (app::still_rings(call, hub.clock.now()) != ringing) continue;
                table.add({since(call), ringing ? "waiting" : missed(call, hub.clock.now()),
                           call.kiosk.text(), call.language, call.cause, call.id});
            }
        }
        table.print(hub.out);
        return {};
    });
}

base::Done answer_call(const Hub& hub, const std::string& call, const std::string& who) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->write_and_wait([&](app::Transaction& transaction) {
        return app::answer_call(transaction, call, who, hub.clock.now());
    });
}

}  // namespace server::ctl
