#include "server/crypto/key_file.h"
#include "server/ctl/commands.h"
#include "server/report/indicators.h"
#include "server/report/of_record.h"
#include "server/report/pack.h"
#include "shared/settings/document.h"

namespace server::ctl {
namespace {

constexpr unsigned kPublicMode = 0644;
constexpr unsigned kPrivateMode = 0600;

/// A file that is not there yet; says so where there is one to write.
base::Done write_file(const Hub& hub, const std::string& file, const std::string& text, unsigned mode) {
    if (file.empty()) return {};
    TRY_DONE(crypto::write_new_file(file, text, mode));
    hub.out << "Written to " << file << ".\n";
    return {};
}

template <class Make>
base::Done write_workbook(const Hub& hub, const std::string& file, unsigned mode, const Make& make) {
    if (file.empty()) return {};
    return write_file(hub, file, TRY(make()), mode);
}

base::Result<figures::Period> period_of(const ReportWords& words) {
    if (words.month.empty() == words.quarter.empty())
        return base::fail(base::ErrorKind::InvalidInput, "say of when: --month 2026-10 or --quarter 2026-Q4");
    return words.month.empty() ? figures::parse_quarter(words.quarter)
                               : figures::parse_month_period(words.month);
}

base::Result<report::Report> read_report(const Hub& hub, const ReportWords& words) {
    const figures::Period period = TRY(period_of(words));
    TRY_DONE(report::check_period(period, hub.clock.now()));
    const auto record = TRY(open_for_tool(hub));
    base::Result<report::Report> found = base::fail(base::ErrorKind::Unavailable, "it was not asked for");
    const auto look = [&](app::View& view) -> base::Done {
        const app::FigureRules rules{TRY(app::rules_in_force(view, rules_of_file(hub))).calendar,
                                     hub.settings.expected_referrals, hub.settings.smallest_group};
        found = report::report_of(view, hub.settings.hub_name, period, rules.as_of(hub.clock.now()));
        return {};
    };
    TRY_DONE(record.store->read(look));
    return found;
}

base::Result<report::Pack> read_pack(const std::vector<std::string>& files) {
    std::vector<report::HubFigures> hubs;
    for (const std::string& file : files) {
        const std::string text = TRY(::settings::read_file(file));
        hubs.push_back(TRY(report::read_csv(text, file)));
    }
    return report::merge(std::move(hubs));
}

}  // namespace

base::Done report(const Hub& hub, const ReportWords& words) {
    if (!words.merge.empty()) {
        const report::Pack pack = TRY(read_pack(words.merge));
        hub.out << to_text(pack);
        TRY_DONE(write_file(hub, words.csv, to_csv(pack), kPublicMode));
        TRY_DONE(write_workbook(hub, words.xlsx, kPublicMode, [&] { return to_xlsx(pack); }));
        return write_file(hub, words.html, to_html(pack), kPublicMode);
    }
    const report::Report found = TRY(read_report(hub, words));
    if (words.indicators) {
        hub.out << found.hub << ", " << figures::to_text(found.period) << "\n\n"
                << table_text(indicator_cells(found));
        return write_file(hub, words.csv, indicators_to_csv(found), kPublicMode);
    }
    hub.out << to_text(found);
    TRY_DONE(write_file(hub, words.csv, to_csv(found), kPublicMode));
    const auto make = [&] {
        return to_xlsx(found, report::ReferralIds::With);
    };
    TRY_DONE(write_workbook(hub, words.xlsx, kPrivateMode, make));
    TRY_DONE(write_file(hub, words.html, to_html(found), kPrivateMode));
    TRY_DONE(write_file(hub, words.complexity, complexity_to_csv(found), kPrivateMode));
    return write_file(hub, words.items, items_to_csv(found), kPrivateMode);
}

}  // namespace server::ctl
