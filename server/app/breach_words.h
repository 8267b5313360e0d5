#pragma once

#include "server/app/deadlines.h"

namespace server::app {

/// Why a deadline was missed, for people: `nobody had decided`.
const char* cause_in_words(BreachCause cause);

}  // namespace server::app
