#pragma once

#include "tests/sandbox/message.h"

namespace sandbox {

/// Whether the firewall in front of R&M would answer 423 to this request: text it takes for an attack, on a
/// path that is not on its allow-list, which is that of a session's feedback.
bool firewall_dislikes(const Request& request);

}  // namespace sandbox
