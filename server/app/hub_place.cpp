#include "server/app/hub_place.h"

#include <algorithm>
#include <string_view>

namespace server::app {
namespace {

/// Letters and digits only, ASCII letters in upper case; letters beyond ASCII as they are.
std::string plain(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool kept =
            (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (kept) out += c;
    }
    return out;
}

}  // namespace

bool is_at_hub(const CaseAppointment& appointment, const std::vector<HubAddress>& addresses) {
    if (appointment.appointment.method != domain::DeliveryMethod::InPersonHub) return false;
    const std::string postcode = plain(appointment.postcode);
    const std::string line = plain(appointment.address);
    return std::ranges::any_of(addresses, [&](const HubAddress& hub) {
        if (postcode.empty() || plain(hub.postcode) != postcode) return false;
        return hub.line.empty() || plain(hub.line) == line;
    });
}

}  // namespace server::app
