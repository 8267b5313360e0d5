#pragma once

#include <string>
#include <vector>

#include "server/app/deadlines.h"

/// Missed deadlines as people at the desk read them.
namespace server::reception {

/// `The deadline of 00:00 on 25 November was missed: nobody had decided.`
std::string breach_in_words(const app::Breach& breach);
/// `3: nobody had decided 2, the case system was away 1`; empty where there are none.
std::string missed_counts_in_words(const std::vector<app::Breach>& missed);

}  // namespace server::reception
