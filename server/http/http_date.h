#pragma once

#include <string>

#include "shared/base/instant.h"

namespace server::http {

/// The form of the `Date` header (RFC 9110 5.6.7): `Mon, 23 Nov 2026 14:07:00 GMT`.
std::string to_http_date(base::Instant instant);

}  // namespace server::http
