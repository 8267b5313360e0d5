#pragma once

#include <chrono>
#include <string>

#include "shared/base/instant.h"
#include "shared/domain/calendar.h"
#include "shared/domain/ids.h"

namespace domain {

enum class AppointmentType { SupplierAssessment, Delivery };
enum class SessionType { OneToOne, Group };
enum class DeliveryMethod { InPersonHub, InPersonProbationOffice, PhoneCall, VideoCall };
/// Superseded: moved to another time under another id. Settled: final in the case system, whoever recorded
/// it.
enum class AppointmentStatus { Live, Superseded, Cancelled, Settled };

/// A meeting on a referral, as the case system has it.
struct Appointment {
    AppointmentId id;
    ReferralId referral;
    PersonId person;
    AppointmentType type = AppointmentType::Delivery;
    SessionType session_type = SessionType::OneToOne;
    DeliveryMethod method = DeliveryMethod::InPersonHub;
    AppointmentStatus status = AppointmentStatus::Live;
    base::Instant start{};
    std::chrono::minutes duration{60};
    bool at_this_hub = false;  ///< its delivery address is one of this hub's
    std::string action_plan;   ///< of a delivery appointment: the plan under which the case system lists it
    bool in_custody = false;   ///< the person is in prison: never expected at the hub

    bool operator==(const Appointment&) const = default;
};

base::Instant end_of(const Appointment& appointment);

/// Whether it is one of this London day: it starts on it, or it started the day before and goes on past
/// midnight. No appointment lasts longer than kAppointmentMax.
bool is_on(const Appointment& appointment, Date day);
inline constexpr std::chrono::hours kAppointmentMax{24};

/// Live or settled, in person, at this hub's address, of somebody in the community: only these can be arrived
/// at, be "not yet here", or be offered as did-not-attend.
bool expected_here(const Appointment& appointment);

/// A gap up to this between the end of one appointment and the start of the next is covered by one check-in.
inline constexpr std::chrono::minutes kFollowOnGap{30};

}  // namespace domain
