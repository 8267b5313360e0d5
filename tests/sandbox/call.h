#pragma once

#include <string>

#include "shared/base/instant.h"

namespace sandbox {

/// One call that reached the sandbox.
struct Call {
    int sequence = 1;
    base::Instant at;
    std::string method;
    std::string path;          ///< with its query
    std::string body;          ///< without secrets
    std::string username;      ///< whose token it carried; empty: none, or a bare client's
    int status = 0;            ///< of the answer; 0: none was sent
    bool took_effect = false;  ///< it changed what the sandbox holds
    std::string fault;         ///< which fault struck it; empty: none

    bool operator==(const Call&) const = default;
};

/// One line of JSON, as in GET /_sandbox/calls.
std::string to_json_line(const Call& call);

}  // namespace sandbox
