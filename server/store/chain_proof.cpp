#include "server/store/chain_proof.h"

#include <algorithm>

#include "server/store/chain.h"
#include "server/store/events.h"
#include "server/store/failure.h"

namespace server::store {
namespace {

using app::ChainProof;
using app::ProvenEvent;

base::Done add_rows(Keys& keys, Query& rows, std::vector<ProvenEvent>& out) {
    while (rows.next()) {
        StoredEvent stored = TRY(event_of(keys, rows));
        const app::Opened opened = stored.salt ? app::Opened::Yes : app::Opened::Erased;
        out.push_back({rows.number(kEventSeq), opened, stored.salt, std::move(stored.event)});
    }
    return {};
}

base::Result<std::vector<ProvenEvent>> events_asked_for(Record& record, const app::ProofOf& of) {
    Keys keys(record);
    std::vector<ProvenEvent> all;
    for (const domain::AppointmentId& id : of.appointments) {
        if (id.empty()) continue;
        Query rows = record.db.query(EVENT_COLUMNS "WHERE appointment = ? ORDER BY seq");
        TRY_DONE(add_rows(keys, rows.with(id), all));
    }
    if (!of.referral.empty()) {
        Query rows = record.db.query(EVENT_COLUMNS "WHERE referral = ? ORDER BY seq");
        TRY_DONE(add_rows(keys, rows.with(of.referral), all));
    }
    std::sort(all.begin(), all.end(),
              [](const ProvenEvent& a, const ProvenEvent& b) { return a.number < b.number; });
    const auto same = [](const ProvenEvent& a, const ProvenEvent& b) {
        return a.number == b.number;
    };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

base::Result<app::ChainMark> mark_after(Record& record, std::int64_t number) {
    return app::ChainMark{number, TRY(link_at(record, number))};
}

}  // namespace

base::Result<ChainProof> chain_proof(Record& record, const app::ProofOf& of) {
    return attempt([&]() -> base::Result<ChainProof> {
        ChainProof proof;
        proof.events = TRY(events_asked_for(record, of));
        const ChainHead head = TRY(read_head(record));
        proof.head = {head.seq, head.link};
        const std::int64_t first = proof.events.empty() ? head.seq + 1 : proof.events.front().number;
        TRY_DONE(check_chain(record, first - 1));
        proof.before = TRY(mark_after(record, first - 1));
        Query rows = record.db.query("SELECT commitment FROM event WHERE seq >= ? AND seq <= ? ORDER BY seq");
        rows.with(first, head.seq);
        while (rows.next()) proof.commitments.push_back(rows.text(0));
        return proof;
    });
}

}  // namespace server::store
