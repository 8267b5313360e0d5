#pragma once

#include <string_view>

#include "shared/base/result.h"

namespace server::ical {

/// Whether a text is one whole calendar in form: UTF-8 without control characters, from BEGIN:VCALENDAR to
/// END:VCALENDAR, its parts closed and not nested without end. InvalidInput with what to do.
base::Done check_shape(std::string_view text);

}  // namespace server::ical
