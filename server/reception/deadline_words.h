#pragma once

#include <string>
#include <vector>

#include "server/app/today_board.h"

/// Missed deadlines as people at the desk read them.
namespace server::reception {

/// `The deadline of 00:00 on 25 November was missed: nobody had decided.`, and where the row has a later one
/// by now, that it was moved since.
std::string breach_in_words(const app::Breach& breach, const app::BoardRow& row);
/// `3: nobody had decided 2, the case system was away 1`; empty where there are none.
std::string missed_counts_in_words(const std::vector<app::Breach>& missed);

}  // namespace server::reception
