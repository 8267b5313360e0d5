#include "server/report/pack.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "server/report/html_parts.h"

namespace server::report {
namespace {

constexpr std::string_view kAnd = " + ";

std::optional<figures::Counts> frozen_together(const Pack& pack, std::size_t index) {
    std::optional<figures::Counts> all;
    for (const HubFigures& hub : pack.hubs) {
        const auto& frozen = hub.rows[index].frozen;
        if (!frozen) return std::nullopt;
        all = all ? figures::sum(*all, *frozen) : *frozen;
    }
    return all;
}

std::string names(const Pack& pack) {
    std::string words;
    for (const HubFigures& hub : pack.hubs)
        words += (words.empty() ? std::string() : std::string(kAnd)) + hub.hub;
    return words;
}

/// Of a pack its hubs; of one hub itself.
std::vector<std::string> members_of(std::string name) {
    std::vector<std::string> members;
    for (auto at = name.find(kAnd); at != std::string::npos; at = name.find(kAnd)) {
        members.push_back(name.substr(0, at));
        name.erase(0, at + kAnd.size());
    }
    members.push_back(std::move(name));
    return members;
}

Cells hub_cells(const Pack& pack) {
    Cells cells{"Hubs", {"hub", "as of", "frozen"}, {}};
    for (const HubFigures& hub : pack.hubs)
        cells.rows.push_back({hub.hub, moment_words(hub.as_of), hub.rows.front().frozen ? "yes" : "no"});
    return cells;
}

std::vector<std::string> row_of(const std::string& first, const CsvRow& row) {
    const figures::Rate rate = row.counts.unmitigated();
    const figures::Rate frozen = row.frozen ? row.frozen->unmitigated() : figures::Rate{};
    return {first,
            std::to_string(rate.count),
            std::to_string(rate.of),
            figures::to_text(rate),
            figures::to_text(row.counts.mitigated()),
            std::string(to_words(figures::standing_of(row.counts.id, rate, row.counts.not_known))),
            std::to_string(row.counts.not_known),
            row.frozen ? std::to_string(frozen.count) : "-",
            row.frozen ? std::to_string(frozen.of) : "-",
            row.frozen ? figures::to_text(frozen) : "-"};
}

std::vector<std::string> headings(const char* first) {
    return {first,      "met",       "of",         "rate",      "with mitigation",
            "standing", "not known", "frozen met", "frozen of", "frozen rate"};
}

std::vector<Cells> all_cells(const Pack& pack) {
    std::vector<Cells> all{hub_cells(pack), {"All hubs together", headings("figure"), {}}};
    const std::vector<CsvRow> sums = together(pack);
    for (const CsvRow& row : sums)
        all.back().rows.push_back(row_of(std::string(figures::definition(row.counts.id).code), row));
    for (std::size_t i = 0; i < sums.size(); ++i) {
        all.push_back({figures::definition(sums[i].counts.id).title, headings("hub"), {}});
        for (const HubFigures& hub : pack.hubs) all.back().rows.push_back(row_of(hub.hub, hub.rows[i]));
    }
    return all;
}

std::string title_of(const Pack& pack) {
    return std::to_string(pack.hubs.size()) + (pack.hubs.size() == 1 ? " hub, " : " hubs, ") +
           figures::to_text(pack.period);
}

}  // namespace

base::Result<Pack> merge(std::vector<HubFigures> hubs) {
    const auto wrong = [](const std::string& why) {
        return base::fail(base::ErrorKind::InvalidInput, why);
    };
    if (hubs.empty()) return wrong("there are no reports to join");
    std::ranges::sort(hubs, {}, &HubFigures::hub);
    const auto twice = std::ranges::adjacent_find(hubs, {}, &HubFigures::hub);
    if (twice != hubs.end()) return wrong("two of the files are of the same hub: " + twice->hub);
    std::set<std::string> members;
    for (const HubFigures& hub : hubs) {
        for (std::string& member : members_of(hub.hub)) {
            if (!members.insert(member).second)
                return wrong("two of the files have the figures of " + member);
        }
    }
    for (const HubFigures& hub : hubs) {
        if (hub.period == hubs.front().period) continue;
        return wrong("the reports are not of the same time: " + hubs.front().hub + " of " +
                     figures::to_text(hubs.front().period) + ", " + hub.hub + " of " +
                     figures::to_text(hub.period));
    }
    Pack pack{hubs.front().period, {}};
    pack.hubs = std::move(hubs);
    return pack;
}

std::vector<CsvRow> together(const Pack& pack) {
    std::vector<CsvRow> rows = pack.hubs.front().rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CsvRow& row = rows[i];
        row.hub = names(pack);
        row.left_out = row.why_it_differs = "-";
        row.frozen = frozen_together(pack, i);
        for (const HubFigures& hub : std::span(pack.hubs).subspan(1)) {
            row.counts = figures::sum(row.counts, hub.rows[i].counts);
            row.as_of = std::min(row.as_of, hub.as_of);
        }
    }
    return rows;
}

std::string to_text(const Pack& pack) {
    std::string text = title_of(pack) + "\n";
    for (const Cells& cells : all_cells(pack)) text += "\n" + table_text(cells);
    return text;
}

std::string to_html(const Pack& pack) {
    std::string content = "<h1>" + escaped(title_of(pack)) + "</h1>\n";
    for (const Cells& cells : all_cells(pack)) content += table_html(cells);
    return page_html(title_of(pack), content);
}

std::string to_csv(const Pack& pack) {
    return to_csv(csv_cells(together(pack)));
}

}  // namespace server::report
