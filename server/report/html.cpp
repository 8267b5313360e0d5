#include "server/report/html_parts.h"
#include "server/report/indicators.h"

namespace server::report {
namespace {

constexpr char kStyle[] =
    "body{font:16px/1.4 Arial,sans-serif;color:#0b0c0c;margin:2rem auto;max-width:70rem;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0;width:100%}caption{font-weight:bold;text-align:left}"
    "th,td{border-bottom:1px solid #6f777b;padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top}"
    ".beside{display:flex;gap:2rem;flex-wrap:wrap;align-items:flex-start;break-inside:avoid}"
    ".beside table{width:auto}.trend{width:26rem;max-width:100%;height:auto;font-size:11px}"
    ".trend text{paint-order:stroke;stroke:#fff;stroke-width:4px}"
    ".trend rect{fill:#b1b4b6;stroke:#505a5f}.trend line{stroke:#0b0c0c;stroke-width:2;stroke-dasharray:6 4}";

std::string cell(const char* tag, const std::string& words, const char* scope = nullptr) {
    const std::string attribute = scope == nullptr ? "" : std::string(" scope=\"") + scope + "\"";
    return std::string("<") + tag + attribute + ">" + escaped(words) + "</" + tag + ">";
}

std::string trends(const Report& report) {
    std::string html = "<h2>Six months</h2>\n";
    int number = 0;
    for (const Line& line : report.lines) {
        html += "<h3>" + escaped(figures::definition(line.figure.id).code) + "</h3>\n<div class=\"beside\">" +
                trend_chart(line, "trend-" + std::to_string(++number)) + table_html(trend_cells(line)) +
                "</div>\n";
    }
    return html;
}

}  // namespace

std::string table_html(const Cells& cells) {
    std::string html = "<table><caption>" + escaped(cells.caption) + "</caption><thead><tr>";
    for (const std::string& heading : cells.headings) html += cell("th", heading, "col");
    html += "</tr></thead><tbody>\n";
    for (const auto& row : cells.rows) {
        html += "<tr>" + cell("th", row.front(), "row");
        for (std::size_t i = 1; i < row.size(); ++i) html += cell("td", row[i]);
        html += "</tr>\n";
    }
    html += "</tbody></table>\n";
    return cells.rows.empty() ? html + "<p>Nothing.</p>\n" : html;
}

std::string page_html(const std::string& title, const std::string& content) {
    return "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>" + escaped(title) +
           "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>" +
           kStyle + "</style></head><body><main>\n" + content + "</main></body></html>\n";
}

std::string to_html(const Report& report) {
    const std::string title = report.hub + ", figures of " + figures::to_text(report.period);
    std::string content = "<h1>" + escaped(title) + "</h1>\n";
    for (const std::string& words : heading_words(report)) content += "<p>" + escaped(words) + "</p>\n";
    content += table_html(figure_cells(report)) +
               "<p>CRS PM001 is named by the specification and not defined.</p>\n";
    if (report.frozen_at) content += table_html(frozen_cells(report));
    content += table_html(complexity_cells(report)) + table_html(indicator_cells(report)) +
               table_html(warning_cells(report)) + table_html(quality_cells(report)) + trends(report);
    return page_html(title, content);
}

}  // namespace server::report
