#pragma once

#include "tests/sandbox/case_system.h"

namespace sandbox {

/// The sandbox's own controls: GET /_sandbox/calls, GET /_sandbox/effects, GET, POST and DELETE
/// /_sandbox/faults, POST /_sandbox/tokens/forget, POST /_sandbox/sign-in.
Answer control(const Request& request, Holdings& held);

}  // namespace sandbox
