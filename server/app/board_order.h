#pragma once

#include <vector>

#include "server/app/today_board.h"

namespace server::app {

/// What needs a person now stands first: whose practitioner must be telephoned; what is to be decided, by its
/// deadline; who should be here, longest overdue first; who came after the end; who is here, newest first;
/// who is expected, by start; then what is over and done.
void sort_by_need(std::vector<BoardRow>& rows, base::Instant now);

}  // namespace server::app
