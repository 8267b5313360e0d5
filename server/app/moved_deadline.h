#pragma once

#include <optional>

#include "server/app/store.h"
#include "server/app/today_board.h"

/// A deadline that was noted as missed and has become a later one since, by a bank holiday that was
/// forgotten. The note stays, like everything that somebody saw; whoever is shown it is shown this beside it
/// (docs/adr/0017-rules-change-in-the-record.md).
namespace server::app {

/// The later deadline; none: the one that was missed still stands.
std::optional<base::Instant> moved_since(const Breach& breach, const BoardRow& row);
base::Result<std::optional<base::Instant>> moved_since(View& view, const Breach& breach);

}  // namespace server::app
