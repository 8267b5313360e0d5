#include "server/evidence/page_parts.h"

#include "server/report/chart.h"

namespace server::evidence {
namespace {

using report::escaped;

/// Black on white, no picture and no font of its own: the same on every screen and on paper.
constexpr char kStyle[] =
    "body{margin:0;font:16px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff}"
    ".bar{background:#0b0c0c;color:#fff;font-weight:bold;padding:.6rem 0;border-bottom:.5rem solid #1d70b8}"
    ".bar p,main{max-width:60rem;margin:0 auto;padding:0 1.25rem}main{padding-bottom:3rem}"
    "h1{font-size:2rem;line-height:1.2;margin:2rem 0 1rem}h2{font-size:1.375rem;margin:2.5rem 0 .5rem}"
    ".caption{color:#505a5f;font-size:1.125rem;margin:2rem 0 -1.5rem}.kind{color:#505a5f;margin:0 0 .5rem}"
    ".says{font-weight:bold;margin:.25rem 0}"
    "dl{margin:0 0 1.5rem}dl div{display:flex;border-bottom:1px solid #b1b4b6;padding:.4rem 0}"
    "dt{font-weight:bold;flex:0 0 14rem}dd{margin:0;overflow-wrap:anywhere}"
    "table{border-collapse:collapse;width:100%;margin:.75rem 0 1rem;table-layout:fixed}"
    "caption{text-align:left;font-weight:bold;padding-bottom:.25rem}"
    "th,td{border-bottom:1px solid #b1b4b6;padding:.35rem .75rem .35rem 0;text-align:left;"
    "vertical-align:top;font-weight:normal;overflow-wrap:anywhere}thead th{font-weight:bold}"
    ".steps thead th:nth-child(1){width:12.5rem}.steps thead th:nth-child(4){width:4rem}"
    ".calls thead th:nth-child(4){width:auto}.calls td{white-space:pre-line}"
    ".all thead th:nth-child(1){width:13rem}"
    "section{border-top:2px solid #0b0c0c;margin-top:2.5rem}section h2{margin-top:1rem}"
    "code{font:14px/1.5 Consolas,Menlo,monospace;overflow-wrap:anywhere}"
    "@page{size:A4;margin:16mm 14mm}"
    "@media print{body{font-size:10.5pt}.bar{color:#0b0c0c;background:none;border-color:#0b0c0c;padding:0 0 "
    ".3rem}"
    ".bar p,main{max-width:none;padding:0}h1{font-size:20pt}h2{font-size:14pt}h1,h2,caption,thead,.kind,.says"
    "{break-after:avoid}tr,dl div{break-inside:avoid}thead{display:table-header-group}code{font-size:9pt}}";

std::string cell(const std::string& tag, const std::string& words) {
    return "<" + tag + ">" + escaped(words) + "</" + tag.substr(0, 2) + ">";
}

}  // namespace

std::string element(const std::string& tag, const std::string& words) {
    return "<" + tag + ">" + escaped(words) + "</" + tag.substr(0, tag.find(' ')) + ">\n";
}

std::string summary_html(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::string html = "<dl>\n";
    for (const auto& [what, words] : rows)
        html += "<div>" + cell("dt", what) + cell("dd", words) + "</div>\n";
    return html + "</dl>\n";
}

std::string table_html(const std::string& kind, const std::string& caption,
                       const std::vector<std::string>& headings,
                       const std::vector<std::vector<std::string>>& rows) {
    std::string html = "<table class=\"" + kind + "\"><caption>" + escaped(caption) + "</caption><thead><tr>";
    for (const std::string& heading : headings) html += cell("th scope=\"col\"", heading);
    html += "</tr></thead><tbody>\n";
    for (const auto& row : rows) {
        html += "<tr>" + cell("th scope=\"row\"", row.front());
        for (std::size_t i = 1; i < row.size(); ++i) html += cell("td", row[i]);
        html += "</tr>\n";
    }
    return html + "</tbody></table>\n";
}

std::string whole_page(const std::string& title, const std::string& content) {
    return "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\"><title>" +
           escaped(title) + "</title><style>" + kStyle +
           "</style></head><body><header class=\"bar\"><p>Evidence of attendance</p></header><main>\n" +
           content + "</main></body></html>\n";
}

}  // namespace server::evidence
