#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/device_time.h"

namespace protocol {

/// What belongs to one try of sending a request and not to the request: it may differ at each try, so it
/// stands in a header and the body stays the same, byte for byte, under its Idempotency-Key
/// (docs/adr/0006-sending-header.md).
struct Sending {
    domain::DeviceTime told;        ///< the kiosk's clocks at this try
    bool recorded_offline = false;  ///< by this try the person had been told "saved here, will be sent"
    bool operator==(const Sending&) const = default;
};

/// Name of the header, needed with `POST /v1/arrivals`.
inline constexpr char kSendingHeader[] = "Kiosk-Sending";
inline constexpr std::size_t kSendingHeaderBytesMax = 256;

/// `wall="2026-11-22T14:07:00Z", boot_id="3b1f…", since_boot_us=81234567, recorded_offline`: a dictionary as
/// in RFC 8941, in this order; the last word is left out when false.
std::string to_header(const Sending& sending);

/// InvalidInput for anything that to_header() does not write: longer, other order, unknown or missing parts,
/// a boot id that is not a UUID, a negative count.
base::Result<Sending> sending_from_header(std::string_view text);

}  // namespace protocol
