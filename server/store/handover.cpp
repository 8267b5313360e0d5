#include "server/store/handover.h"

#include "server/store/failure.h"

namespace server::store {
namespace {

using app::Breach;
using app::CaseLink;

// The columns in the order all_breaches() reads them.
#define BREACH_COLUMNS "SELECT appointment, kind, deadline, noticed_at, cause FROM deadline_breach "
#define BREACH_ORDER " ORDER BY deadline, appointment, kind"

base::Result<std::vector<Breach>> all_breaches(Query& row) {
    std::vector<Breach> all;
    while (row.next()) {
        const auto kind = app::deadline_kind_from_word(row.text(1));
        const auto cause = app::breach_cause_from_word(row.text(4));
        if (!kind || !cause) return damaged("a deadline that was missed");
        all.push_back({domain::AppointmentId(row.text(0)), *kind, row.instant(2), row.instant(3), *cause});
    }
    return all;
}

}  // namespace

base::Result<std::vector<Breach>> breaches_of_appointment(Record& record, const domain::AppointmentId& id) {
    return attempt([&]() -> base::Result<std::vector<Breach>> {
        Query row = record.db.query(BREACH_COLUMNS "WHERE appointment = ? ORDER BY kind");
        return all_breaches(row.with(id));
    });
}

base::Result<std::vector<Breach>> breaches(Record& record, base::Instant from, base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<Breach>> {
        Query row = record.db.query(BREACH_COLUMNS "WHERE deadline >= ? AND deadline < ?" BREACH_ORDER);
        return all_breaches(row.with(from, to));
    });
}

base::Done append_breach(Record& record, const Breach& breach) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO deadline_breach (appointment, kind, deadline, noticed_at, cause) "
                "VALUES (?, ?, ?, ?, ?)")
            .with(breach.appointment, to_word(breach.kind), breach.deadline, breach.noticed_at,
                  to_word(breach.cause))
            .run();
        return {};
    });
}

base::Result<CaseLink> read_case_link(Record& record) {
    return attempt([&]() -> base::Result<CaseLink> {
        Query row = record.db.query(
            "SELECT unanswered, unanswered_since, ask_again_at, sign_in, trouble FROM case_link");
        if (!row.next()) return CaseLink{};
        return CaseLink{static_cast<unsigned>(row.number(0)), row.maybe_instant(1), row.maybe_instant(2),
                        row.text(3), row.text(4)};
    });
}

base::Done put_case_link(Record& record, const CaseLink& link) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO case_link (one, unanswered, unanswered_since, ask_again_at, sign_in, trouble) "
                "VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET unanswered = excluded.unanswered, "
                "unanswered_since = excluded.unanswered_since, ask_again_at = excluded.ask_again_at, "
                "sign_in = excluded.sign_in, trouble = excluded.trouble")
            .with(std::int64_t{link.unanswered}, link.unanswered_since, link.ask_again_at, link.sign_in,
                  link.trouble)
            .run();
        return {};
    });
}

}  // namespace server::store
