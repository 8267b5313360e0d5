#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "server/app/store.h"

/// The outbox as it would stand at some later time. Pure but for what it reads.
namespace server::app {

/// How one update, or an appointment of which nobody has said anything, would stand.
struct Foreseen {
    domain::AppointmentId appointment;
    std::optional<domain::Attendance> attendance;  ///< none: nobody has said who came
    domain::UpdateState state = domain::UpdateState::WaitingForPerson;
    DeadlineKind kind = DeadlineKind::Absence;
    base::Instant deadline{};
    DeadlineState warning = DeadlineState::Open;
    bool missed = false;      ///< would be noted as missed by then, or is noted already
    base::Instant changes{};  ///< when it would come to this state; now where it is in it
    std::string why;          ///< what it would wait for, in plain words
};

struct ForeseeRules {
    std::vector<std::chrono::hours>
        absence_left;        ///< so long before a non-attendance's deadline it is warned of
    bool has_drafts = true;  ///< false where records go as files: what nobody has decided on stays held
    std::chrono::minutes file_every{0};  ///< the next file is made so long after the newest
};

/// What is owed and what will have ended, as it would stand at `at`, if nobody decides anything more, nobody
/// else comes, and the case system answers every call: held until its time, then drafted, and submitted where
/// somebody has decided so. The tightest deadline first. `at` in the past counts as now.
base::Result<std::vector<Foreseen>> foresee_queue(View& view, base::Instant now, base::Instant at,
                                                  const ForeseeRules& rules);

}  // namespace server::app
