#pragma once

#include <cstdint>
#include <string>

#include "server/store/record.h"
#include "shared/domain/attendance.h"

/// The chain over the append-only record: link = SHA-256(link before, commitment), commitment =
/// SHA-256(salt, all that the event says). Whoever holds an old head can prove that nothing before it was
/// changed.
namespace server::store {

struct ChainHead {
    std::int64_t seq = 0;  ///< number of the newest event, 0 when there is none
    std::string link;      ///< 32 bytes
    bool operator==(const ChainHead&) const = default;
};

/// Read inside the transaction that extends it: another program may have added events since the last one.
base::Result<ChainHead> read_head(Record& record);

/// The link after this event; 0: the start of the chain.
base::Result<std::string> link_at(Record& record, std::int64_t seq);

std::string commitment_of(Record& record, const app::Digest& salt, const domain::AttendanceEvent& event);
std::string link_after(Record& record, std::string_view link, std::string_view commitment);

/// Corrupt with the number of the first wrong event, when after `after` (0: from the start) an event is
/// missing, a link does not follow from the one before, or a commitment is not that of its event. Of erased
/// people only the links can be checked.
base::Done check_chain(Record& record, std::int64_t after);

}  // namespace server::store
