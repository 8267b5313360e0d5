#include "server/report/cells.h"

#include <map>

#include "server/app/small_group.h"

namespace server::report {
namespace {

using figures::Verdict;

figures::Complexity complexity_of(const Report& report, const figures::Item& item) {
    const auto found = report.complexities.find(item.referral);
    return found == report.complexities.end() ? figures::Complexity::NotKnown : found->second;
}

std::vector<std::string> figure_row(const Line& line) {
    const figures::Figure& figure = line.figure;
    const figures::Definition& held_to = figures::definition(figure.id);
    const figures::Rate rate = figure.unmitigated();
    return {std::string(held_to.code),
            std::string(held_to.title),
            std::to_string(rate.count),
            std::to_string(rate.of),
            figures::to_text(rate),
            figures::to_text(figure.mitigated()),
            percent(held_to.target_percent),
            percent(held_to.trigger_percent),
            std::string(to_words(figure.standing())),
            std::to_string(figure.count(Verdict::NotKnown)),
            left_out_words(figure)};
}

}  // namespace

std::string percent(unsigned number) {
    return number == 0 ? "-" : std::to_string(number) + " %";
}

std::string left_out_words(const figures::Figure& figure) {
    std::map<figures::Why, unsigned> counts;
    for (const figures::Item& item : figure.items) {
        const bool inside = item.verdict == Verdict::Met || item.verdict == Verdict::Missed;
        if (!inside) ++counts[item.why];
    }
    std::string words;
    for (const auto& [why, count] : counts)
        words +=
            (words.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(figures::to_words(why));
    return words.empty() ? "-" : words;
}

Cells figure_cells(const Report& report) {
    Cells cells{"Figures",
                {"figure", "what it counts", "met", "of", "rate", "with mitigation", "target", "trigger",
                 "standing", "not known", "left out and why"},
                {}};
    for (const Line& line : report.lines) cells.rows.push_back(figure_row(line));
    return cells;
}

Cells frozen_cells(const Report& report) {
    Cells cells{
        "Frozen and now",
        {"figure", "frozen met", "frozen of", "frozen rate", "frozen with mitigation", "frozen not known",
         "met now", "of now", "rate now", "with mitigation now", "not known now", "why it differs"},
        {}};
    for (const Line& line : report.lines) {
        if (!line.frozen) continue;
        cells.rows.push_back({std::string(figures::definition(line.figure.id).code)});
        std::vector<std::string>& row = cells.rows.back();
        const auto now = figures::counts_of(line.figure);
        for (const figures::Counts& counts : {line.frozen->counts, now}) {
            row.push_back(std::to_string(counts.unmitigated().count));
            row.push_back(std::to_string(counts.unmitigated().of));
            row.push_back(figures::to_text(counts.unmitigated()));
            row.push_back(figures::to_text(counts.mitigated()));
            row.push_back(std::to_string(counts.not_known));
        }
        row.push_back(line.frozen->why_it_differs);
    }
    return cells;
}

namespace {

void add_complexities(const Line& line, unsigned smallest, Cells& cells) {
    std::vector<unsigned> sizes;
    for (const figures::OfComplexity& one : line.by_complexity)
        sizes.push_back(one.counts.unmitigated().of + one.counts.not_known);
    const std::vector<bool> hidden = app::hidden_parts(sizes, smallest);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i] == 0) continue;
        const figures::OfComplexity& one = line.by_complexity[i];
        const figures::Rate rate = one.counts.unmitigated();
        std::vector<std::string> row{std::string(figures::definition(line.figure.id).code),
                                     std::string(figures::to_words(one.complexity))};
        if (hidden[i])
            row.insert(row.end(), {"not told: too few", "-", "-", "-", "-"});
        else
            row.insert(row.end(),
                       {std::to_string(rate.count), std::to_string(rate.of), figures::to_text(rate),
                        figures::to_text(one.counts.mitigated()), std::to_string(one.counts.not_known)});
        cells.rows.push_back(std::move(row));
    }
}

}  // namespace

Cells complexity_cells(const Report& report) {
    Cells cells{
        "By complexity", {"figure", "complexity", "met", "of", "rate", "with mitigation", "not known"}, {}};
    for (const Line& line : report.lines) {
        // These count each referral once: the indicators tell of them, and no smaller group here.
        if (line.figure.id == figures::FigureId::Ds1 || line.figure.id == figures::FigureId::Ds2) continue;
        add_complexities(line, report.smallest_group, cells);
    }
    return cells;
}

Cells item_cells(const Report& report) {
    Cells cells{
        "What stands behind the figures",
        {"figure", "referral", "appointment or request", "verdict", "why", "mitigation", "complexity"},
        {}};
    for (const Line& line : report.lines) {
        for (const figures::Item& item : line.figure.items) {
            cells.rows.push_back({std::string(figures::definition(line.figure.id).code), item.referral.text(),
                                  item.subject, std::string(figures::to_words(item.verdict)),
                                  std::string(figures::to_words(item.why)), item.mitigation,
                                  std::string(figures::to_words(complexity_of(report, item)))});
        }
    }
    return cells;
}

Cells warning_cells(const Report& report) {
    Cells cells{"Soon too late", {"due", "business days left", "figure", "what it counts", "referral"}, {}};
    for (const figures::Warning& one : report.warnings) {
        const figures::Definition& held_to = figures::definition(one.figure);
        cells.rows.push_back({domain::to_text(one.due), std::to_string(one.business_days_left),
                              std::string(held_to.code), std::string(held_to.title), one.referral.text()});
    }
    return cells;
}

Cells quality_cells(const Report& report) {
    Cells cells{"How complete the data is", {"what is known", "known", "of", "rate"}, {}};
    for (const figures::Completeness& one : report.quality) {
        cells.rows.push_back({std::string(one.what), std::to_string(one.known.count),
                              std::to_string(one.known.of), figures::to_text(one.known)});
    }
    return cells;
}

Cells trend_cells(const Line& line) {
    Cells cells{figures::definition(line.figure.id).title, {"month", "met", "of", "rate", "frozen"}, {}};
    for (const OfMonth& one : line.trend) {
        cells.rows.push_back({domain::to_text(one.month), std::to_string(one.rate.count),
                              std::to_string(one.rate.of), figures::to_text(one.rate),
                              one.is_frozen ? "yes" : "-"});
    }
    return cells;
}

}  // namespace server::report
