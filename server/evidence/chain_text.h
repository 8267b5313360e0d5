#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/chain_proof.h"
#include "server/app/seals.h"
#include "shared/base/result.h"

/// The chain of a proof as a text that a person with a script can follow.
namespace server::evidence {

struct Chain {
    app::ChainMark before;
    std::vector<std::string> commitments;
    app::ChainMark head;

    bool operator==(const Chain&) const = default;
};

inline Chain chain_of(const app::ChainProof& proof) {
    return {proof.before, proof.commitments, proof.head};
}

std::string to_text(const Chain& chain);

/// InvalidInput naming the line for anything that to_text() does not write; whether the links hold is another
/// question.
base::Result<Chain> read_chain(std::string_view text);

/// The links after each event, beginning with that of `before`; the last is the head's if the chain holds.
std::vector<std::string> links_of(const Chain& chain, const app::Seals& seals);

}  // namespace server::evidence
