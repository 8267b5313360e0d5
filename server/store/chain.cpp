#include "server/store/chain.h"

#include "server/app/event_commitment.h"
#include "server/store/events.h"
#include "server/store/failure.h"

namespace server::store {
namespace {

std::string bytes_of(const app::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

tl::unexpected<base::Error> broken(std::int64_t seq) {
    return base::fail(base::ErrorKind::Corrupt,
                      "the record of attendance was changed at event " + std::to_string(seq) + kDamageAdvice);
}

}  // namespace

base::Result<std::string> link_at(Record& record, std::int64_t seq) {
    Query row =
        record.db.query(seq == 0 ? "SELECT chain_start FROM hub" : "SELECT link FROM event WHERE seq = ?");
    if (seq != 0) row.with(seq);
    if (!row.next()) return damaged("no start of the chain of events");
    return row.text(0);
}

base::Result<ChainHead> read_head(Record& record) {
    return attempt([&]() -> base::Result<ChainHead> {
        Query row = record.db.query("SELECT seq, link FROM event ORDER BY seq DESC LIMIT 1");
        if (row.next()) return ChainHead{row.number(0), row.text(1)};
        return ChainHead{0, TRY(link_at(record, 0))};
    });
}

std::string commitment_of(Record& record, const app::Digest& salt, const domain::AttendanceEvent& event) {
    return bytes_of(record.vault.digest(app::committed_bytes(salt, event)));
}

std::string link_after(Record& record, std::string_view link, std::string_view commitment) {
    return bytes_of(record.vault.digest(std::string(link) + std::string(commitment)));
}

base::Done check_chain(Record& record, std::int64_t after) {
    return attempt([&]() -> base::Done {
        std::string link = TRY(link_at(record, after));
        Keys keys(record);
        std::int64_t seq = after;
        Query rows = record.db.query(EVENT_COLUMNS "WHERE seq > ? ORDER BY seq");
        rows.with(after);
        while (rows.next()) {
            if (rows.number(kEventSeq) != ++seq) return broken(seq);
            const std::string commitment = rows.text(kEventCommitment);
            link = link_after(record, link, commitment);
            if (rows.text(kEventLink) != link) return broken(seq);
            const base::Result<StoredEvent> stored = event_of(keys, rows);
            if (!stored) return broken(seq);
            if (stored->salt && commitment_of(record, *stored->salt, stored->event) != commitment)
                return broken(seq);
        }
        return {};
    });
}

}  // namespace server::store
