// hubctl report --performance and --compare: the case system's own performance report.

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

#include "server/app/histories.h"
#include "server/app/look_at_crns.h"
#include "server/crypto/key_file.h"
#include "server/ctl/commands.h"
#include "server/report/comparison.h"
#include "server/report/csv.h"
#include "shared/base/if_found.h"
#include "shared/domain/calendar.h"

namespace server::ctl {
namespace {

constexpr unsigned kPrivateMode = 0600;

/// What the record holds of referrals, and what their histories do not.
struct Held {
    std::vector<figures::ReferralHistory> histories;
    std::map<domain::ReferralId, app::Referral> referrals;  ///< as far as they are on the daily list
    std::map<domain::PersonId, std::string> crns;           ///< as far as they were asked for
    std::set<domain::ReferralId> erased;
    std::optional<base::Instant> read_at;

    std::vector<report::PerformanceOf> as_rows(base::Instant now) const {
        std::vector<report::PerformanceOf> rows;
        for (const figures::ReferralHistory& history : histories) {
            report::PerformanceOf row{history, "", "", now};
            if (const auto found = referrals.find(history.id); found != referrals.end()) {
                row.reference = found->second.reference;
                if (const auto crn = crns.find(found->second.person); crn != crns.end())
                    row.crn = crn->second;
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }
};

base::Result<Held> read_held(app::Store& store, base::Instant now) {
    Held held;
    const auto look = [&](app::View& view) -> base::Done {
        held.histories = TRY(app::histories_for_figures(view, now));
        for (const figures::ReferralHistory& history : held.histories)
            if (auto referral = TRY(base::if_found(view.referral(history.id))))
                held.referrals.emplace(history.id, *std::move(referral));
        for (const app::HistoryMark& mark : TRY(view.history_marks()))
            if (mark.erased) held.erased.insert(mark.referral);
        if (const auto reading = TRY(view.history_reading())) held.read_at = reading->complete_at;
        return {};
    };
    TRY_DONE(store.read(look));
    if (held.histories.empty() && !held.read_at)
        return base::fail(
            base::ErrorKind::Unavailable,
            "the hub holds no histories of referrals yet: it reads them with the schedule, at the "
            "latest in the coming night");
    return held;
}

/// Days of receipt, both counted.
struct Days {
    std::optional<domain::Date> from;
    std::optional<domain::Date> to;

    bool hold(base::Instant at) const {
        const domain::Date day = domain::london_date(at);
        return (!from || *from <= day) && (!to || day <= *to);
    }
};

base::Result<Days> days_of(const PerformanceWords& words) {
    Days days;
    if (!words.from.empty()) days.from = TRY(domain::parse_date(words.from));
    if (!words.to.empty()) days.to = TRY(domain::parse_date(words.to));
    if (days.from && days.to && *days.to < *days.from)
        return base::fail(base::ErrorKind::InvalidInput, "--to lies before --from");
    return days;
}

base::Done look_at_crns(const Hub& hub, app::Store& store, const PerformanceWords& words, Held& held) {
    std::vector<domain::PersonId> people;
    for (const auto& [id, referral] : held.referrals) people.push_back(referral.person);
    return store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        held.crns = TRY(app::look_at_crns(transaction, people, words.by, "CRN in a performance report",
                                          hub.clock.now(), hub.entropy));
        return {};
    });
}

report::Cells cells_of(const std::vector<report::PerformanceOf>& rows, report::Meaning meaning) {
    report::Cells cells{"Performance", {report::kColumnNames.begin(), report::kColumnNames.end()}, {}};
    for (const report::PerformanceOf& one : rows) {
        const report::PerformanceRow row = performance_row(one, meaning);
        cells.rows.emplace_back(row.begin(), row.end());
    }
    return cells;
}

/// Of each column how many rows could not be told, and why.
report::Cells unknown_cells(const std::vector<report::PerformanceOf>& rows) {
    report::Cells cells{"Left empty because it is not known", {"column", "rows", "why"}, {}};
    for (std::size_t i = 0; i < report::kColumns; ++i) {
        std::map<std::string_view, unsigned> counts;
        for (const report::PerformanceOf& one : rows)
            ++counts[why_not_known(one, static_cast<report::Column>(i))];
        for (const auto& [why, count] : counts)
            if (!why.empty())
                cells.rows.push_back(
                    {std::string(report::kColumnNames[i]), std::to_string(count), std::string(why)});
    }
    return cells;
}

/// In the order of their receipt, as the official report has them.
void leave(std::vector<figures::ReferralHistory>& histories, const Days& days) {
    std::erase_if(histories, [&days](const auto& history) { return !days.hold(history.received_at); });
    std::ranges::sort(histories, [](const auto& one, const auto& other) {
        return std::tie(one.received_at, one.id) < std::tie(other.received_at, other.id);
    });
}

base::Done write_csv(const Hub& hub, const std::string& file, const report::Cells& cells) {
    TRY_DONE(crypto::write_new_file(file, report::to_csv(cells), kPrivateMode));
    hub.out << "Written to " << file << ".\n";
    return {};
}

}  // namespace

base::Done performance_report(const Hub& hub, const PerformanceWords& words) {
    const auto wrong = [](const char* why) {
        return base::fail(base::ErrorKind::InvalidInput, why);
    };
    if (words.from.empty() || words.to.empty())
        return wrong("say of when: --from 2026-10-01 --to 2026-10-31");
    if (words.csv.empty()) return wrong("say where to: --csv FILE");
    if (words.with_crn == words.by.empty())
        return wrong("CRNs are written for somebody who says who they are: give --crn and --by together");
    const Days days = TRY(days_of(words));
    const auto record = TRY(open_for_tool(hub));
    Held held = TRY(read_held(*record.store, hub.clock.now()));
    leave(held.histories, days);
    std::erase_if(held.referrals, [&](const auto& one) {
        return std::ranges::find(held.histories, one.first, &figures::ReferralHistory::id) ==
               held.histories.end();
    });
    if (words.with_crn) TRY_DONE(look_at_crns(hub, *record.store, words, held));
    const auto rows = held.as_rows(hub.clock.now());
    const auto meaning = words.as_official ? report::Meaning::AsOfficial : report::Meaning::AsItShouldBe;
    TRY_DONE(write_csv(hub, words.csv, cells_of(rows, meaning)));
    hub.out << rows.size() << (rows.size() == 1 ? " referral" : " referrals") << " received from "
            << words.from << " to " << words.to
            << (words.as_official ? ", with the known defects of the official report" : "") << ".\n\n"
            << table_text(unknown_cells(rows));
    return {};
}

base::Done compare_official(const Hub& hub, const PerformanceWords& words) {
    const Days days = TRY(days_of(words));
    std::ifstream file(words.compare, std::ios::binary);
    if (!file)
        return base::fail(base::ErrorKind::NotFound, words.compare + " cannot be read: is the path right?");
    const auto record = TRY(open_for_tool(hub));
    const base::Instant now = hub.clock.now();
    const Held held = TRY(read_held(*record.store, now));
    report::OurSide ours;
    ours.referrals = held.as_rows(now);
    ours.contracts = {hub.settings.contracts.begin(), hub.settings.contracts.end()};
    ours.erased = held.erased;
    ours.read_at = held.read_at;
    ours.kept_from = app::histories_kept_from(now);
    ours.from = days.from;
    ours.to = days.to;
    auto comparison = report::compare(file, ours);
    if (!comparison)
        return base::fail(comparison.error().kind, words.compare + ": " + comparison.error().message);
    hub.out << to_text(*comparison);
    if (words.csv.empty()) return {};
    return write_csv(hub, words.csv, difference_cells(*comparison));
}

}  // namespace server::ctl
