#pragma once

#include <string>

#include "server/http/exchange.h"
#include "shared/base/result.h"

namespace server::http {

/// Every way in which the door refuses; docs/protocol.md lists them with what a kiosk does about each.
enum class ProblemType {
    MalformedRequest,
    HeaderTooLarge,
    UnknownPath,
    MethodNotAllowed,
    NotAcceptable,
    UnsupportedMediaType,
    TooLarge,
    ExpectationFailed,
    IdempotencyKeyNeeded,
    SendingHeaderNeeded,
    InvalidBody,
    KeyReused,
    InFlight,
    NotFound,
    Conflict,
    NotAllowed,
    Busy,
    Failed,
};

/// The problem document. `detail` names the part that is wrong and repeats nothing that was sent.
Reply problem(ProblemType type, std::string detail = "");

/// What a failure of a use case or of the store becomes. Busy ones say when to come again.
Reply problem_of(const base::Error& error, int retry_after_s);

}  // namespace server::http
