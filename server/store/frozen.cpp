#include "server/store/frozen.h"

#include <map>

#include "server/store/failure.h"
#include "server/store/history_fields.h"

namespace server::store {
namespace {

std::string place_of(const std::string& month, const domain::ReferralId& referral) {
    return "frozen_item/" + month + '/' + referral.text();
}

/// In the order of the definitions.
base::Result<std::vector<figures::Counts>> read_counts(Record& record, const std::string& month) {
    std::map<figures::FigureId, figures::Counts> found;
    Query row = record.db.query(
        "SELECT figure, met, missed, excused, not_known, expected FROM frozen_figure WHERE month = ?");
    row.with(month);
    while (row.next()) {
        const auto id = figures::figure_with_code(row.text(0));
        if (!id) return damaged("a frozen month");
        figures::Counts& counts = found[*id];
        counts.id = *id;
        counts.met = static_cast<unsigned>(row.number(1));
        counts.missed = static_cast<unsigned>(row.number(2));
        counts.excused = static_cast<unsigned>(row.number(3));
        counts.not_known = static_cast<unsigned>(row.number(4));
        if (!row.is_null(5)) counts.expected = static_cast<unsigned>(row.number(5));
    }
    std::vector<figures::Counts> all;
    for (const figures::Definition& one : figures::definitions())
        if (const auto counts = found.find(one.id); counts != found.end()) all.push_back(counts->second);
    return all;
}

std::optional<std::int64_t> number_of(std::optional<unsigned> value) {
    return value ? std::optional(std::int64_t{*value}) : std::nullopt;
}

void put_counts(Record& record, const std::string& month, const figures::Counts& counts) {
    record.db
        .query(
            "INSERT INTO frozen_figure (month, figure, met, missed, excused, not_known, expected) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(month, figures::definition(counts.id).code, std::int64_t{counts.met},
              std::int64_t{counts.missed}, std::int64_t{counts.excused}, std::int64_t{counts.not_known},
              number_of(counts.expected))
        .run();
}

base::Done put_items(Record& record, const std::string& month,
                     const std::vector<figures::FrozenItem>& items) {
    std::map<domain::ReferralId, std::vector<figures::FrozenItem>> by_referral;
    for (const figures::FrozenItem& one : items) by_referral[one.item.referral].push_back(one);
    const base::Secret key = TRY(Keys(record).hub());
    for (const auto& [referral, theirs] : by_referral) {
        const std::string sealed = record.vault.seal(key, place_of(month, referral), fields_of(theirs));
        record.db.query("INSERT INTO frozen_item (month, referral, sealed) VALUES (?, ?, ?)")
            .with(month, referral, Blob{sealed})
            .run();
    }
    return {};
}

}  // namespace

base::Result<std::optional<figures::FrozenMonth>> read_frozen_month(Record& record, domain::Month month) {
    return attempt([&]() -> base::Result<std::optional<figures::FrozenMonth>> {
        const std::string name = domain::to_text(month);
        figures::FrozenMonth frozen{month, {}, {}, {}};
        {
            Query row = record.db.query("SELECT at, not_read FROM frozen_month WHERE month = ?");
            if (!row.with(name).next()) return std::nullopt;
            frozen.at = row.instant(0);
            if (!row.is_null(1)) frozen.not_read = static_cast<unsigned>(row.number(1));
        }
        frozen.figures = TRY(read_counts(record, name));
        return std::optional(std::move(frozen));
    });
}

base::Result<std::optional<domain::Month>> newest_frozen(Record& record) {
    return attempt([&]() -> base::Result<std::optional<domain::Month>> {
        Query row = record.db.query("SELECT max(month) FROM frozen_month");
        if (!row.next() || row.is_null(0)) return std::nullopt;
        return std::optional(TRY(domain::parse_month(row.text(0))));
    });
}

base::Result<std::vector<figures::FrozenItem>> read_frozen_items(Record& record, domain::Month month) {
    return attempt([&]() -> base::Result<std::vector<figures::FrozenItem>> {
        const std::string name = domain::to_text(month);
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<figures::FrozenItem> all;
        Query row =
            record.db.query("SELECT referral, sealed FROM frozen_item WHERE month = ? ORDER BY referral");
        row.with(name);
        while (row.next()) {
            const domain::ReferralId referral(row.text(0));
            const std::string bytes = TRY(record.vault.unseal(key, place_of(name, referral), row.text(1)));
            for (figures::FrozenItem& one : TRY(frozen_items_of(referral, bytes)))
                all.push_back(std::move(one));
        }
        return all;
    });
}

base::Done freeze_month(Record& record, const figures::FrozenMonth& month,
                        const std::vector<figures::FrozenItem>& items) {
    return attempt([&]() -> base::Done {
        const std::string name = domain::to_text(month.month);
        record.db.query("INSERT INTO frozen_month (month, at, not_read) VALUES (?, ?, ?)")
            .with(name, month.at, number_of(month.not_read))
            .run();
        for (const figures::Counts& counts : month.figures) put_counts(record, name, counts);
        return put_items(record, name, items);
    });
}

}  // namespace server::store
