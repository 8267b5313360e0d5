// What to do when the server, the network, a kiosk or the case system is away: to be printed beforehand, for
// without the server it cannot be shown.

#include "server/reception/visit.h"

namespace server::reception {

http::Reply when_away(Office& office, Visit& visit) {
    return page(frame_of(office, visit, "When something is away"), "when_away.html", words_of(office, visit));
}

}  // namespace server::reception
