#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/today_board.h"
#include "server/reception/visit.h"
#include "shared/domain/update.h"

/// One appointment with everything that its pages say of it.
namespace server::reception {

struct Shown {
    app::BoardRow row;
    std::vector<domain::AttendanceEvent> events;
    std::optional<domain::Update> update;
    std::vector<app::Breach> missed;  ///< its deadlines that were missed
    std::vector<app::Kiosk> kiosks;   ///< of the hub
    std::string reference;            ///< of the referral
    std::string name;
    std::string seen;                ///< seen_mark()
    bool was_shut = false;           ///< the hub, all day
    std::string only_noted_because;  ///< why did-not-attend could not be submitted yet; empty: it could
};

/// The appointment in the path of the page that is visited.
domain::AppointmentId appointment_of(const Visit& visit);

/// The look at the person's name is kept (who, when), as `what`. NotFound when the hub does not hold it.
base::Result<Shown> look_at_appointment(Office& office, const Visit& visit, const std::string& what);

/// What a person may do now with what is shown. The use cases judge again.
struct OpenActs {
    bool arrival = false;    ///< record that the person came
    bool absence = false;    ///< confirm did-not-attend
    bool not_held = false;   ///< say that the session did not happen
    bool submit = false;     ///< submit what is recorded
    bool told = false;       ///< note that the practitioner was told by telephone
    bool time = false;       ///< correct the time of the arrival
    bool take_back = false;  ///< the arrival was another person's
    bool withdraw = false;   ///< take did-not-attend back
    bool held = false;       ///< the session happened after all
    bool corrected = false;  ///< it was put right in the case system by hand
    bool resend = false;     ///< send it again

    bool corrects() const { return time || take_back || withdraw || held || corrected || resend; }
};
OpenActs open_acts(const Shown& shown, base::Instant now);

}  // namespace server::reception
