#pragma once

#include "shared/base/strong_id.h"

namespace domain {

using PersonId = base::StrongId<struct PersonTag>;      ///< made here, at random; says nothing of the person
using ReferralId = base::StrongId<struct ReferralTag>;  ///< the case system's UUID
using AppointmentId = base::StrongId<struct AppointmentTag>;  ///< the case system's UUID (`appointmentId`)
using ArrivalId = base::StrongId<struct ArrivalTag>;     ///< UUID made where the act is: kiosk or reception
using EventId = base::StrongId<struct EventTag>;         ///< UUID of one attendance event
using UpdateId = base::StrongId<struct UpdateTag>;       ///< UUID of one outbox row
using KioskId = base::StrongId<struct KioskTag>;         ///< short name given by staff, such as `front-door`
using OfferId = base::StrongId<struct OfferTag>;         ///< UUID of one offer of a survey or a rating
using SlipId = base::StrongId<struct SlipTag>;           ///< UUID of one slip; never its token
using ContractRef = base::StrongId<struct ContractTag>;  ///< such as `DN671065_MANCHESTER_PWB`

}  // namespace domain
