#pragma once

#include <optional>

#include "server/extract/columns.h"

/// What the columns ask of a history. An appointment that was moved or cancelled counts nowhere.
namespace server::extract {

enum class Which { All, Attended, Late, Missed, NotHeld };

/// The earliest of these appointments; none where there is none or they were not read.
std::optional<base::Instant> first_start(const figures::ReferralHistory& history,
                                         domain::AppointmentType type, Which which);
/// How many sessions of the intervention; nothing where they were not read.
Value count_of(const figures::ReferralHistory& history, Which which);
std::optional<base::Instant> first_plan_submitted(const figures::ReferralHistory& history);
/// None where the plans were not read.
std::optional<bool> plan_was_approved(const figures::ReferralHistory& history);

}  // namespace server::extract
