#include "server/store/hub_rows.h"

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {
namespace {

std::optional<std::chrono::milliseconds> maybe_milliseconds(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return std::chrono::milliseconds{row.number(column)};
}

std::string answer_place(std::string_view key) {
    return "answer/" + std::string(key);
}

}  // namespace

base::Result<std::vector<app::Kiosk>> all_kiosks(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::Kiosk>> {
        std::vector<app::Kiosk> kiosks;
        Query row = record.db.query("SELECT id, fingerprint, added_at, revoked_at FROM kiosk ORDER BY id");
        while (row.next())
            kiosks.push_back(
                {domain::KioskId(row.text(0)), row.text(1), row.instant(2), row.maybe_instant(3)});
        return kiosks;
    });
}

base::Result<std::vector<app::KioskHealth>> all_kiosk_health(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::KioskHealth>> {
        std::vector<app::KioskHealth> all;
        Query row = record.db.query(
            "SELECT kiosk, seen_at, skew_ms, version, journal_waiting FROM kiosk_health ORDER BY kiosk");
        while (row.next()) {
            all.push_back({domain::KioskId(row.text(0)), row.instant(1),
                           std::chrono::milliseconds{row.number(2)}, row.text(3),
                           static_cast<unsigned>(row.number(4))});
        }
        return all;
    });
}

base::Result<std::vector<app::Call>> unanswered_calls(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::Call>> {
        std::vector<app::Call> calls;
        Query row = record.db.query(
            "SELECT id, kiosk, language, cause, at FROM call WHERE answered_at IS NULL ORDER BY at, id");
        while (row.next()) {
            calls.push_back({row.text(0), domain::KioskId(row.text(1)), row.text(2), row.text(3),
                             row.instant(4), std::nullopt});
        }
        return calls;
    });
}

base::Result<app::SyncState> read_sync_state(Record& record) {
    return attempt([&]() -> base::Result<app::SyncState> {
        app::SyncState state;
        Query row = record.db.query(
            "SELECT succeeded_at, tried_at, problem, ahead_of_case_system_ms FROM sync_state");
        if (!row.next()) return state;
        state.succeeded_at = row.maybe_instant(0);
        state.tried_at = row.maybe_instant(1);
        state.problem = row.text(2);
        state.ahead_of_case_system = maybe_milliseconds(row, 3);
        return state;
    });
}

base::Result<std::optional<app::StoredAnswer>> read_answer(Record& record, std::string_view key) {
    return attempt([&]() -> base::Result<std::optional<app::StoredAnswer>> {
        Query row = record.db.query("SELECT status, sealed, at FROM answer WHERE key = ?");
        if (!row.with(key).next()) return std::nullopt;
        const base::Secret hub_key = TRY(Keys(record).hub());
        const std::string bytes = TRY(record.vault.unseal(hub_key, answer_place(key), row.text(1)));
        FieldReader fields(bytes);
        app::StoredAnswer answer;
        answer.key = key;
        answer.body_hash = fields.text();
        answer.status = static_cast<int>(row.number(0));
        answer.body = fields.text();
        answer.at = row.instant(2);
        if (!fields.ok()) return damaged("an answer");
        return answer;
    });
}

base::Done put_kiosk(Record& record, const app::Kiosk& kiosk) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO kiosk (id, fingerprint, added_at, revoked_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, "
                "added_at = excluded.added_at, revoked_at = excluded.revoked_at")
            .with(kiosk.id, kiosk.fingerprint, kiosk.added_at, kiosk.revoked_at)
            .run();
        return {};
    });
}

base::Done put_kiosk_health(Record& record, const app::KioskHealth& health) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO kiosk_health (kiosk, seen_at, skew_ms, version, journal_waiting) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (kiosk) DO UPDATE SET seen_at = excluded.seen_at, "
                "skew_ms = excluded.skew_ms, version = excluded.version, "
                "journal_waiting = excluded.journal_waiting")
            .with(health.kiosk, health.seen_at, health.skew, health.version,
                  std::int64_t{health.journal_waiting})
            .run();
        return {};
    });
}

base::Done put_call(Record& record, const app::Call& call) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO call (id, kiosk, language, cause, at, answered_at) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET kiosk = excluded.kiosk, language = excluded.language, "
                "cause = excluded.cause, at = excluded.at, answered_at = excluded.answered_at")
            .with(call.id, call.kiosk, call.language, call.cause, call.at, call.answered_at)
            .run();
        return {};
    });
}

base::Done put_sync_state(Record& record, const app::SyncState& state) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO sync_state (one, succeeded_at, tried_at, problem, ahead_of_case_system_ms) "
                "VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET "
                "succeeded_at = excluded.succeeded_at, tried_at = excluded.tried_at, "
                "problem = excluded.problem, ahead_of_case_system_ms = excluded.ahead_of_case_system_ms")
            .with(state.succeeded_at, state.tried_at, state.problem, state.ahead_of_case_system)
            .run();
        return {};
    });
}

base::Done put_answer(Record& record, const app::StoredAnswer& answer) {
    return attempt([&]() -> base::Done {
        const base::Secret hub_key = TRY(Keys(record).hub());
        FieldWriter fields;  // a hash of so short a request could be guessed: it is sealed too
        fields.add(answer.body_hash).add(answer.body);
        const std::string sealed = record.vault.seal(hub_key, answer_place(answer.key), fields.bytes());
        record.db.query("INSERT INTO answer (key, status, sealed, at) VALUES (?, ?, ?, ?)")
            .with(answer.key, answer.status, Blob{sealed}, answer.at)
            .run();
        return {};
    });
}

base::Done forget_answers(Record& record, base::Instant before) {
    return attempt([&]() -> base::Done {
        record.db.query("DELETE FROM answer WHERE at < ?").with(before).run();
        return {};
    });
}

}  // namespace server::store
