#include "server/store/hub_rows.h"

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

std::string answer_place(std::string_view key) {
    return "answer/" + std::string(key);
}

}  // namespace

base::Result<std::vector<app::Kiosk>> all_kiosks(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::Kiosk>> {
        std::vector<app::Kiosk> kiosks;
        Query row =
            record.db.query("SELECT id, fingerprint, added_at, revoked_at, name FROM kiosk ORDER BY id");
        while (row.next())
            kiosks.push_back({domain::KioskId(row.text(0)), row.text(1), row.instant(2), row.maybe_instant(3),
                              row.text(4)});
        return kiosks;
    });
}

base::Result<std::vector<app::KioskHealth>> all_kiosk_health(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::KioskHealth>> {
        std::vector<app::KioskHealth> all;
        Query row = record.db.query(
            "SELECT kiosk, seen_at, skew_ms, version, journal_waiting, arrivals_waiting, arrivals_refused, "
            "refused_at, out_of_use FROM kiosk_health ORDER BY kiosk");
        while (row.next()) {
            all.push_back({domain::KioskId(row.text(0)), row.instant(1),
                           std::chrono::milliseconds{row.number(2)}, row.text(3),
                           static_cast<unsigned>(row.number(4)), static_cast<unsigned>(row.number(5)),
                           static_cast<unsigned>(row.number(6)), row.maybe_instant(7), row.number(8) != 0});
        }
        return all;
    });
}

namespace {

/// Calls, with the columns in the order in which call_of() reads them.
std::string select_calls(const char* which) {
    return std::string(
               "SELECT id, kiosk, language, cause, at, heard_at, clock, answered_at, answered_by "
               "FROM call ") +
           which;
}

base::Result<app::Call> call_of(const Query& row) {
    const auto clock = value_of(kClockStates, row.text(6));
    if (!clock) return damaged("a call");
    return app::Call{
        row.text(0), domain::KioskId(row.text(1)), row.text(2), row.text(3), row.instant(4), row.instant(5),
        *clock,      row.maybe_instant(7),         row.text(8)};
}

}  // namespace

base::Result<std::vector<app::Call>> unanswered_calls(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::Call>> {
        std::vector<app::Call> calls;
        Query row = record.db.query(select_calls("WHERE answered_at IS NULL ORDER BY at, id").c_str());
        while (row.next()) calls.push_back(TRY(call_of(row)));
        return calls;
    });
}

base::Result<std::optional<app::Call>> find_call(Record& record, std::string_view id) {
    return attempt([&]() -> base::Result<std::optional<app::Call>> {
        Query row = record.db.query(select_calls("WHERE id = ?").c_str());
        if (!row.with(id).next()) return std::nullopt;
        return TRY(call_of(row));
    });
}

base::Result<app::SyncState> read_sync_state(Record& record) {
    return attempt([&]() -> base::Result<app::SyncState> {
        app::SyncState state;
        Query row = record.db.query(
            "SELECT succeeded_at, tried_at, problem, ahead_of_case_system_ms, case_system_seen_at "
            "FROM sync_state");
        if (!row.next()) return state;
        state.succeeded_at = row.maybe_instant(0);
        state.tried_at = row.maybe_instant(1);
        state.problem = row.text(2);
        if (!row.is_null(3)) {
            state.from_case_system =
                domain::ClockDifference{std::chrono::milliseconds{row.number(3)}, row.instant(4)};
        }
        return state;
    });
}

base::Result<std::optional<app::RecordCheck>> read_record_check(Record& record) {
    return attempt([&]() -> base::Result<std::optional<app::RecordCheck>> {
        Query row = record.db.query("SELECT at, problem FROM record_check");
        if (!row.next()) return std::nullopt;
        return app::RecordCheck{row.instant(0), row.text(1)};
    });
}

base::Result<std::optional<app::Housekeeping>> read_housekeeping(Record& record) {
    return attempt([&]() -> base::Result<std::optional<app::Housekeeping>> {
        Query row = record.db.query("SELECT done_at, erased, kept FROM housekeeping");
        if (!row.next()) return std::nullopt;
        return app::Housekeeping{row.instant(0), static_cast<unsigned>(row.number(1)),
                                 static_cast<unsigned>(row.number(2))};
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
                "INSERT INTO kiosk (id, fingerprint, added_at, revoked_at, name) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, "
                "added_at = excluded.added_at, revoked_at = excluded.revoked_at, name = excluded.name")
            .with(kiosk.id, kiosk.fingerprint, kiosk.added_at, kiosk.revoked_at, kiosk.name)
            .run();
        return {};
    });
}

base::Done put_kiosk_health(Record& record, const app::KioskHealth& health) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO kiosk_health (kiosk, seen_at, skew_ms, version, journal_waiting, "
                "arrivals_waiting, arrivals_refused, refused_at, out_of_use) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kiosk) DO UPDATE SET "
                "seen_at = excluded.seen_at, skew_ms = excluded.skew_ms, version = excluded.version, "
                "journal_waiting = excluded.journal_waiting, arrivals_waiting = excluded.arrivals_waiting, "
                "arrivals_refused = excluded.arrivals_refused, refused_at = excluded.refused_at, "
                "out_of_use = excluded.out_of_use")
            .with(health.kiosk, health.seen_at, health.skew, health.version,
                  std::int64_t{health.journal_waiting}, std::int64_t{health.arrivals_waiting},
                  std::int64_t{health.arrivals_refused}, health.refused_at, std::int64_t{health.out_of_use})
            .run();
        return {};
    });
}

base::Done put_call(Record& record, const app::Call& call) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO call (id, kiosk, language, cause, at, heard_at, clock, answered_at, "
                "answered_by) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET kiosk = excluded.kiosk, language = excluded.language, "
                "cause = excluded.cause, at = excluded.at, heard_at = excluded.heard_at, "
                "clock = excluded.clock, answered_at = excluded.answered_at, "
                "answered_by = excluded.answered_by")
            .with(call.id, call.kiosk, call.language, call.cause, call.at, call.heard_at,
                  word_of(kClockStates, call.clock), call.answered_at, call.answered_by)
            .run();
        return {};
    });
}

base::Done put_sync_state(Record& record, const app::SyncState& state) {
    return attempt([&]() -> base::Done {
        std::optional<std::chrono::milliseconds> ahead;
        std::optional<base::Instant> seen_at;
        if (state.from_case_system) {
            ahead = state.from_case_system->ahead;
            seen_at = state.from_case_system->seen_at;
        }
        record.db
            .query(
                "INSERT INTO sync_state (one, succeeded_at, tried_at, problem, ahead_of_case_system_ms, "
                "case_system_seen_at) VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET "
                "succeeded_at = excluded.succeeded_at, tried_at = excluded.tried_at, "
                "problem = excluded.problem, ahead_of_case_system_ms = excluded.ahead_of_case_system_ms, "
                "case_system_seen_at = excluded.case_system_seen_at")
            .with(state.succeeded_at, state.tried_at, state.problem, ahead, seen_at)
            .run();
        return {};
    });
}

base::Done put_record_check(Record& record, const app::RecordCheck& check) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO record_check (one, at, problem) VALUES (1, ?, ?) "
                "ON CONFLICT (one) DO UPDATE SET at = excluded.at, problem = excluded.problem")
            .with(check.at, check.problem)
            .run();
        return {};
    });
}

base::Done put_housekeeping(Record& record, const app::Housekeeping& done) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO housekeeping (one, done_at, erased, kept) VALUES (1, ?, ?, ?) ON CONFLICT (one) "
                "DO UPDATE SET done_at = excluded.done_at, erased = excluded.erased, kept = excluded.kept")
            .with(done.done_at, std::int64_t{done.erased}, std::int64_t{done.kept})
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
