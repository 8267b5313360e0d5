#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tests/bench/handover/hub_and_town.h"

namespace bench {

/// How long one start of the server took until it listened, and until a kiosk's check-in was answered with
/// "done" over a new connection with mutual TLS. Milliseconds since the program was started.
struct Start {
    double listening = 0;
    double first_check_in = 0;
};

/// Starts the real hub-server on the hub's record, which must be closed, `times` times over; each time
/// another of those who are expected now checks in. The server reads the schedule and looks through its
/// record meanwhile, as after every start. Unavailable when it does not start or does not answer.
base::Result<std::vector<Start>> start_and_check_in(HubAndTown& hub, const std::string& program, int times);

}  // namespace bench
