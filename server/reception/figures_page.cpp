// The figures of the contract, for managers and analysts. They tell of nobody.

#include "server/reception/figures_asked.h"
#include "server/report/cells.h"
#include "server/report/chart.h"
#include "server/report/indicators.h"

namespace server::reception {
namespace {

using http::Reply;

Words words_of_row(const std::vector<std::string>& row) {
    Words cells(Words::type::list);
    for (std::size_t i = 1; i < row.size(); ++i) {
        Words cell;
        cell.set("text", row[i]);
        cell.set("has_link", false);
        cells << cell;
    }
    Words words;
    words.set("first", row.front());
    words.set("cells", cells);
    return words;
}

/// A table for `part_cells`; `id` is unique on the page.
Words words_of_table(const report::Cells& cells, const std::string& id) {
    Words headings(Words::type::list);
    for (const std::string& heading : cells.headings) {
        Words words;
        words.set("text", heading);
        headings << words;
    }
    Words rows(Words::type::list);
    for (const auto& row : cells.rows) rows << words_of_row(row);
    Words words;
    words.set("id", id);
    words.set("caption", std::string(cells.caption));
    words.set("headings", headings);
    words.set("rows", rows);
    words.set("has_rows", !cells.rows.empty());
    return words;
}

Words words_of_trends(const report::Report& report) {
    Words trends(Words::type::list);
    int number = 0;
    for (const report::Line& line : report.lines) {
        const std::string id = "trend-" + std::to_string(++number);
        Words words = words_of_table(trend_cells(line), id + "-table");
        words.set("code", std::string(figures::definition(line.figure.id).code));
        words.set("chart", report::trend_chart(line, id));
        trends << words;
    }
    return trends;
}

/// The table of figures, in which each number leads to the referrals behind it.
Words words_of_figures(const report::Report& report) {
    /// Columns of figure_cells() behind its first, and what of the figure they count.
    const std::map<std::size_t, std::string> kLinks{
        {2, "met"}, {3, "counted"}, {9, "not_known"}, {10, "left_out"}};
    const report::Cells figures = figure_cells(report);
    const std::string items = "/figures/items?month=" + figures::to_text(report.period) + "&figure=";
    Words rows(Words::type::list);
    for (std::size_t row = 0; row < figures.rows.size(); ++row) {
        const std::string address = items + address_of(report.lines[row].figure.id) + "&verdict=";
        Words cells(Words::type::list);
        for (std::size_t i = 1; i < figures.headings.size(); ++i) {
            const std::string& text = figures.rows[row][i];
            const auto link = kLinks.find(i);
            const bool has_link = link != kLinks.end() && text != "0" && text != "-";
            Words cell;
            cell.set("text", text);
            cell.set("has_link", has_link);
            if (has_link) cell.set("link", address + link->second);
            cells << cell;
        }
        Words words;
        words.set("first", figures.rows[row].front());
        words.set("cells", cells);
        rows << words;
    }
    Words words = words_of_table(figures, "figures");
    words.set("rows", rows);
    return words;
}

void set_report(Words& words, const report::Report& report) {
    Words sentences(Words::type::list);
    for (const std::string& sentence : heading_words(report)) {
        Words one;
        one.set("text", sentence);
        sentences << one;
    }
    Words tables(Words::type::list);
    tables << words_of_figures(report);
    if (report.frozen_at) tables << words_of_table(frozen_cells(report), "frozen");
    tables << words_of_table(complexity_cells(report), "complexity");
    tables << words_of_table(indicator_cells(report), "indicators");
    tables << words_of_table(quality_cells(report), "quality");
    words.set("has_report", true);
    words.set("sentences", sentences);
    words.set("tables", tables);
    words.set("trends", words_of_trends(report));
}

}  // namespace

Reply figures_page(Office& office, Visit& visit) {
    const AskedFigures asked = asked_figures(visit);
    Words words = words_of(office, visit);
    if (asked.error.empty()) {
        const auto report = figures_of(office, visit, *asked.period);
        const bool is_read_later = !report && report.error().kind == base::ErrorKind::Unavailable;
        if (!report && !is_read_later) return told(office, visit, report.error());
        if (report) set_report(words, *report);
        words.set("has_nothing", is_read_later);
        if (is_read_later) words.set("nothing", report.error().message);
    }
    words.set("month", asked.month);
    words.set("period", asked.period ? figures::to_text(*asked.period) : std::string());
    set_problem(words, asked.error, "month");
    return form_page(frame_of(office, visit, "Figures of the contract"), "figures.html", words, asked.error);
}

}  // namespace server::reception
