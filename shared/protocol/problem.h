#pragma once

#include <string>

namespace protocol {

/// Why a request was refused: a problem document (RFC 9457). Nothing that was sent is repeated in it.
struct Problem {
    std::string
        type;  ///< relative reference such as `/problems/unknown-path`; docs/protocol.md lists them all
    std::string title;   ///< a sentence that is the same for every problem of the type
    int status = 500;    ///< HTTP status
    std::string detail;  ///< names the part that is wrong, never what stood there; may be empty
    bool operator==(const Problem&) const = default;
};

}  // namespace protocol
