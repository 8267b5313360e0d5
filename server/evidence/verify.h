#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/chain_proof.h"
#include "server/app/seals.h"

/// Checking a pack of evidence by itself: without a hub, its record or its settings.
namespace server::evidence {

/// One thing that was looked at, in plain words.
struct Finding {
    enum class Kind { Holds, Wrong, Note };
    Kind kind = Kind::Holds;
    std::string words;

    bool operator==(const Finding&) const = default;
};

struct Findings {
    std::vector<Finding> all;

    bool hold() const;  ///< nothing is wrong
    bool operator==(const Findings&) const = default;
};

/// What somebody knows from elsewhere.
struct Known {
    std::string fingerprint;             ///< of the hub's key; empty: nothing
    std::optional<app::ChainMark> mark;  ///< a number and link of the chain that somebody kept
};

/// Looks at everything that can be looked at, also after something was found wrong.
Findings verify(std::string_view zip, const Known& known, const app::Seals& seals);

/// 64 hexadecimal digits; spaces and colons between them, and capitals, are as people write them.
/// InvalidInput for anything else.
base::Result<std::string> read_fingerprint(std::string_view text);
/// `1204:HEX` as `hubctl evidence head` prints it. InvalidInput for anything else.
base::Result<app::ChainMark> read_mark(std::string_view text);

}  // namespace server::evidence
