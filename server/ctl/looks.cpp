#include "server/ctl/commands.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"

namespace server::ctl {

base::Done list_looks(const Hub& hub, domain::Date day) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"when", "who", "person", "what"});
        for (const app::PersonLook& look :
             TRY(view.looks_between(domain::start_of(day), domain::start_of(domain::next_day(day))))) {
            table.add({date_and_time(look.at), look.who, look.person.text(), look.what});
        }
        table.print(hub.out);
        return {};
    });
}

base::Done list_erasures(const Hub& hub, domain::Date day) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"when", "who", "person", "why"});
        for (const app::Erasure& erasure :
             TRY(view.erasures_between(domain::start_of(day), domain::start_of(domain::next_day(day))))) {
            table.add({date_and_time(erasure.at), erasure.who, erasure.person.text(), erasure.why});
        }
        table.print(hub.out);
        return {};
    });
}

}  // namespace server::ctl
