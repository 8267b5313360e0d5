#include "server/store/histories.h"

#include "server/store/failure.h"
#include "server/store/history_fields.h"

namespace server::store {
namespace {

std::string place_of(const domain::ReferralId& id) {
    return "history/" + id.text();
}

/// When its time begins to run out; an expiry may be to come.
std::optional<base::Instant> ended_at(const figures::ReferralHistory& told) {
    if (told.concluded_at) return told.concluded_at;
    return told.expiry ? std::optional(domain::start_of(*told.expiry)) : std::nullopt;
}

base::Result<app::History> unsealed(Record& record, const base::Secret& key, const Query& row) {
    const domain::ReferralId id(row.text(0));
    const std::string bytes = TRY(record.vault.unseal(key, place_of(id), row.text(1)));
    return history_of(id, bytes);
}

void take_earlier(std::optional<base::Instant>& kept, std::optional<base::Instant> at) {
    if (at && (!kept || *at < *kept)) kept = at;
}

void read_events(Record& record, base::Instant from, app::OwnRecord& own) {
    // What was taken back was never stored.
    Query row = record.db.query(
        "SELECT appointment, min(CASE WHEN attendance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event AS "
        "undone WHERE undone.kind = 'undone' AND undone.arrival = event.arrival) THEN recorded_at END), "
        "min(CASE WHEN kind = 'practitioner_told' THEN ifnull(at, recorded_at) END) "
        "FROM event WHERE recorded_at >= ? AND appointment <> '' GROUP BY appointment");
    row.with(from);
    while (row.next()) {
        const app::OwnRecord::Times times{row.maybe_instant(1), std::nullopt, std::nullopt,
                                          row.maybe_instant(2)};
        if (times != app::OwnRecord::Times{}) own.appointments[domain::AppointmentId(row.text(0))] = times;
    }
}

void read_updates(Record& record, base::Instant from, app::OwnRecord& own) {
    // Of what somebody else submitted the hub knows only when it noticed: in time then, it was in time
    // before.
    Query row = record.db.query(
        "SELECT appointment, drafted_at, "
        "CASE WHEN submit_decided = 1 OR submitted_at < deadline THEN submitted_at END FROM outbox WHERE "
        "(drafted_at IS NOT NULL OR "
        "submitted_at IS NOT NULL) AND ifnull(submitted_at, drafted_at) >= ?");
    row.with(from);
    while (row.next()) {
        app::OwnRecord::Times& times = own.appointments[domain::AppointmentId(row.text(0))];
        take_earlier(times.stored_at, row.maybe_instant(1));
        take_earlier(times.drafted_at, row.maybe_instant(1));
        times.submitted_at = row.maybe_instant(2);
    }
}

}  // namespace

base::Result<std::optional<app::History>> read_history(Record& record, const domain::ReferralId& id) {
    return attempt([&]() -> base::Result<std::optional<app::History>> {
        Query row = record.db.query("SELECT referral, sealed FROM history WHERE referral = ?");
        if (!row.with(id).next()) return std::nullopt;
        const base::Secret key = TRY(Keys(record).hub());
        return std::optional(TRY(unsealed(record, key, row)));
    });
}

base::Result<std::vector<app::History>> all_histories(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::History>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<app::History> all;
        Query row = record.db.query("SELECT referral, sealed FROM history ORDER BY referral");
        while (row.next()) all.push_back(TRY(unsealed(record, key, row)));
        return all;
    });
}

base::Result<std::vector<app::HistoryMark>> all_history_marks(Record& record) {
    return attempt([&]() -> base::Result<std::vector<app::HistoryMark>> {
        std::vector<app::HistoryMark> all;
        Query row = record.db.query(
            "SELECT referral, concluded_at, 0, unlisted_at FROM history UNION ALL "
            "SELECT referral, NULL, 1, NULL FROM history_erased ORDER BY 1");
        while (row.next())
            all.push_back(
                {domain::ReferralId(row.text(0)), row.maybe_instant(1), row.truth(2), row.maybe_instant(3)});
        return all;
    });
}

base::Result<std::optional<app::HistoryReading>> read_history_reading(Record& record) {
    return attempt([&]() -> base::Result<std::optional<app::HistoryReading>> {
        Query row = record.db.query("SELECT complete_at, not_read FROM history_reading");
        if (!row.next()) return std::nullopt;
        return app::HistoryReading{row.instant(0), static_cast<unsigned>(row.number(1))};
    });
}

base::Result<app::OwnRecord> own_record_since(Record& record, base::Instant from) {
    return attempt([&]() -> base::Result<app::OwnRecord> {
        app::OwnRecord own;
        read_events(record, from, own);
        read_updates(record, from, own);
        Query row = record.db.query(
            "SELECT referral, min(recorded_at) FROM event WHERE kind = 'intervention_completed' "
            "AND recorded_at >= ? GROUP BY referral");
        row.with(from);
        while (row.next()) own.completed.emplace(domain::ReferralId(row.text(0)), row.instant(1));
        return own;
    });
}

base::Done keep_history(Record& record, const app::History& history, std::string_view crn) {
    return attempt([&]() -> base::Done {
        const domain::ReferralId& id = history.told.id;
        {
            Query erased = record.db.query("SELECT 1 FROM history_erased WHERE referral = ?");
            if (erased.with(id).next()) return {};
        }
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, place_of(id), fields_of(history));
        std::optional<std::string> hash;
        if (!crn.empty()) hash = record.vault.find_hash("crn", crn);
        record.db
            .query(
                "INSERT INTO history (referral, crn_hash, concluded_at, ended_at, sealed) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (referral) DO UPDATE SET crn_hash = excluded.crn_hash, "
                "concluded_at = excluded.concluded_at, ended_at = excluded.ended_at, "
                "sealed = excluded.sealed")
            .with(id, hash ? std::optional(Blob{*hash}) : std::nullopt, history.told.concluded_at,
                  ended_at(history.told), Blob{sealed})
            .run();
        return {};
    });
}

base::Done put_history_reading(Record& record, const app::HistoryReading& reading) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "INSERT INTO history_reading (one, complete_at, not_read) VALUES (1, ?, ?) ON CONFLICT (one) "
                "DO UPDATE SET complete_at = excluded.complete_at, not_read = excluded.not_read")
            .with(reading.complete_at, std::int64_t{reading.not_read})
            .run();
        return {};
    });
}

base::Done note_listed(Record& record, const std::set<domain::ReferralId>& listed, base::Instant now) {
    return attempt([&]() -> base::Done {
        std::vector<std::pair<domain::ReferralId, std::optional<base::Instant>>> changed;
        {
            Query row = record.db.query("SELECT referral, unlisted_at FROM history");
            while (row.next()) {
                domain::ReferralId id(row.text(0));
                const bool is_listed = listed.contains(id);
                if (is_listed == row.is_null(1)) continue;
                changed.emplace_back(std::move(id), is_listed ? std::nullopt : std::optional(now));
            }
        }
        for (const auto& [id, unlisted_at] : changed)
            record.db.query("UPDATE history SET unlisted_at = ? WHERE referral = ?")
                .with(unlisted_at, id)
                .run();
        return {};
    });
}

base::Done forget_histories(Record& record, base::Instant ended_before, base::Instant unlisted_before) {
    return attempt([&]() -> base::Done {
        record.db
            .query(
                "DELETE FROM frozen_item WHERE referral IN (SELECT referral FROM history WHERE ended_at < ? "
                "OR unlisted_at < ?)")
            .with(ended_before, unlisted_before)
            .run();
        record.db.query("DELETE FROM history WHERE ended_at < ? OR unlisted_at < ?")
            .with(ended_before, unlisted_before)
            .run();
        return {};
    });
}

void erase_histories(Record& record, const domain::PersonId& person) {
    // Of somebody who was put away the CRN's hash is gone from their row, and stands at their histories.
    record.db
        .query(
            "INSERT OR IGNORE INTO history_erased (referral) "
            "SELECT id FROM referral WHERE person = ?1 UNION SELECT referral FROM history WHERE crn_hash IN "
            "(SELECT crn_hash FROM person WHERE id = ?1 AND crn_hash IS NOT NULL UNION "
            "SELECT history.crn_hash FROM history JOIN referral ON referral.id = history.referral "
            "WHERE referral.person = ?1 AND history.crn_hash IS NOT NULL)")
        .with(person)
        .run();
    record.db.query("DELETE FROM frozen_item WHERE referral IN (SELECT referral FROM history_erased)").run();
    record.db.query("DELETE FROM history WHERE referral IN (SELECT referral FROM history_erased)").run();
}

}  // namespace server::store
