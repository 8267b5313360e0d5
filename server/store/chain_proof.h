#pragma once

#include "server/app/chain_proof.h"
#include "server/store/record.h"

namespace server::store {

/// The events asked for, and the chain from before the first of them up to the newest event of the record.
/// Where there are none, the newest event alone is told. Corrupt when the chain does not hold from there on.
base::Result<app::ChainProof> chain_proof(Record& record, const app::ProofOf& of);

}  // namespace server::store
