#pragma once

#include <ostream>
#include <span>
#include <string>

#include "server/app/store.h"

/// What hubctl says of deadlines and of the link to the case system.
namespace server::ctl {

/// `2026-11-24 00:00`, with OVERDUE once it has passed and WARNING from its first warning on.
std::string deadline_with_warning(app::DeadlineKind kind, base::Instant deadline, base::Instant now,
                                  std::span<const std::chrono::hours> absence_left);

/// A line where the case system is not asked for a while, calls got no answer, or files are in trouble.
base::Done tell_of_link(app::View& view, base::Instant now, std::ostream& out);
/// A line that counts the deadlines missed in the last 30 days by cause, where there are any.
base::Done tell_of_missed(app::View& view, base::Instant now, std::ostream& out);

}  // namespace server::ctl
