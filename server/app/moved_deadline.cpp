#include "server/app/moved_deadline.h"

namespace server::app {
namespace {

std::optional<base::Instant> later(const Breach& breach, DeadlineKind kind,
                                   const std::optional<base::Instant>& deadline) {
    const bool is_later = deadline && kind == breach.kind && *deadline > breach.deadline;
    return is_later ? deadline : std::nullopt;
}

}  // namespace

std::optional<base::Instant> moved_since(const Breach& breach, const BoardRow& row) {
    return later(breach, row.deadline_kind, row.deadline);
}

base::Result<std::optional<base::Instant>> moved_since(View& view, const Breach& breach) {
    const auto update = TRY(view.update_of(breach.appointment));
    if (!update || update->state == domain::UpdateState::Withdrawn) return std::nullopt;
    return later(breach, deadline_kind_of(update->attendance), update->deadline);
}

}  // namespace server::app
