#include "server/reception/seen.h"

namespace server::reception {

base::Result<std::string> seen_mark(app::View& view, const domain::AppointmentId& appointment) {
    return std::to_string(TRY(view.events_of(appointment)).size());
}

base::Done check_seen(app::View& view, const domain::AppointmentId& appointment, const std::string& seen) {
    if (seen.empty() || seen == TRY(seen_mark(view, appointment))) return {};
    return base::fail(base::ErrorKind::Conflict,
                      "something else was recorded since you opened the page. Look at it as it is now");
}

}  // namespace server::reception
