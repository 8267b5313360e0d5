#pragma once

#include <string>
#include <vector>

#include "server/app/case_system.h"

namespace server::app {

/// One delivery address of this hub.
struct HubAddress {
    std::string line;  ///< first line, as the case system writes it; empty: the postcode alone decides
    std::string postcode;
};

/// Whether the appointment is held in person at one of these addresses. Case, spaces and punctuation do not
/// matter.
bool is_at_hub(const CaseAppointment& appointment, const std::vector<HubAddress>& addresses);

}  // namespace server::app
