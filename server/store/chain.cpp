#include "server/store/chain.h"

#include "server/store/events.h"
#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

std::string bytes_of(const app::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

void add(FieldWriter& fields, const std::optional<domain::DeviceTime>& time) {
    fields.add(time ? std::optional(time->wall) : std::nullopt);
    fields.add(time ? std::optional(time->boot_id) : std::nullopt);
    fields.add(time ? std::optional(base::Instant{time->since_boot}) : std::nullopt);
}

base::Result<std::string> link_at(Record& record, std::int64_t seq) {
    Query row =
        record.db.query(seq == 0 ? "SELECT chain_start FROM hub" : "SELECT link FROM event WHERE seq = ?");
    if (seq != 0) row.with(seq);
    if (!row.next()) return damaged("no start of the chain of events");
    return row.text(0);
}

tl::unexpected<base::Error> broken(std::int64_t seq) {
    return base::fail(base::ErrorKind::Corrupt,
                      "the record of attendance was changed at event " + std::to_string(seq) + kDamageAdvice);
}

}  // namespace

base::Result<ChainHead> read_head(Record& record) {
    return attempt([&]() -> base::Result<ChainHead> {
        Query row = record.db.query("SELECT seq, link FROM event ORDER BY seq DESC LIMIT 1");
        if (row.next()) return ChainHead{row.number(0), row.text(1)};
        return ChainHead{0, TRY(link_at(record, 0))};
    });
}

std::string commitment_of(Record& record, const app::Digest& salt, const domain::AttendanceEvent& event) {
    FieldWriter fields;
    fields.add(bytes_of(salt)).add(std::string_view("event/1"));
    fields.add(event.id.text()).add(domain::to_word(event.kind)).add(event.appointment.text());
    fields.add(event.person.text()).add(event.arrival.text());
    fields.add(event.recorded_at).add(event.at);
    fields.add(event.attendance ? std::optional(std::string(domain::to_word(*event.attendance)))
                                : std::nullopt);
    fields.add(word_of(kClockStates, event.clock));
    fields.add(std::int64_t{event.queued}).add(std::int64_t{event.recorded_offline});
    fields.add(event.actor).add(event.reason);
    add(fields, event.touched);
    add(fields, event.told);
    // Only where there is one: events of before it was kept have their commitments without it.
    if (!event.referral.empty()) fields.add(event.referral.text());
    return bytes_of(record.vault.digest(fields.bytes()));
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
