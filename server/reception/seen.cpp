#include "server/reception/seen.h"

namespace server::reception {
namespace {

/// `now` is the mark of what stands there now.
base::Done check_mark(const std::string& seen, const std::string& now) {
    if (seen.empty() || seen == now) return {};
    return base::fail(base::ErrorKind::Conflict,
                      "something else was recorded since you opened the page. Look at it as it is now");
}

}  // namespace

base::Result<std::string> seen_mark(app::View& view, const domain::AppointmentId& appointment) {
    return std::to_string(TRY(view.events_of(appointment)).size());
}

base::Done check_seen(app::View& view, const domain::AppointmentId& appointment, const std::string& seen) {
    return check_mark(seen, TRY(seen_mark(view, appointment)));
}

base::Done check_seen_consents(app::View& view, const domain::PersonId& person, const std::string& seen) {
    return check_mark(seen, std::to_string(TRY(view.consents_of(person)).size()));
}

}  // namespace server::reception
