#pragma once

#include "tests/support/memory_record.h"

/// How the store in memory lets go of people and of histories.
namespace support {

/// All but the histories.
base::Done erase_person(MemoryRecord& record, const server::app::Erasure& erasure);
/// Of the person's referrals, and of everybody with their CRN or with that of one of those.
void erase_histories(MemoryRecord& record, const domain::PersonId& person);
void forget_histories(MemoryRecord& record, base::Instant ended_before, base::Instant unlisted_before);

}  // namespace support
