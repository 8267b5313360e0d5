// The figures of the contract, for managers and analysts. They tell of nobody.

#include "server/reception/visit.h"
#include "server/report/cells.h"
#include "server/report/chart.h"
#include "server/report/of_record.h"

namespace server::reception {
namespace {

using http::Reply;

Words words_of_row(const std::vector<std::string>& row) {
    Words cells(Words::type::list);
    for (std::size_t i = 1; i < row.size(); ++i) {
        Words cell;
        cell.set("text", row[i]);
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

void set_report(Words& words, const report::Report& report) {
    Words sentences(Words::type::list);
    for (const std::string& sentence : heading_words(report)) {
        Words one;
        one.set("text", sentence);
        sentences << one;
    }
    Words tables(Words::type::list);
    tables << words_of_table(figure_cells(report), "figures");
    if (report.frozen_at) tables << words_of_table(frozen_cells(report), "frozen");
    tables << words_of_table(quality_cells(report), "quality");
    words.set("has_report", true);
    words.set("sentences", sentences);
    words.set("tables", tables);
    words.set("trends", words_of_trends(report));
}

/// The month before this one, of which the last days are in.
domain::Month usual_month(base::Instant now) {
    return domain::month_of(domain::london_date(now)) - std::chrono::months{1};
}

}  // namespace

Reply figures_page(Office& office, Visit& visit) {
    const std::string asked = visit.form["month"];
    const std::string month = asked.empty() ? domain::to_text(usual_month(visit.moment.now)) : asked;
    const app::FigureRules rules{office.needs.calendar, office.needs.expected_referrals};
    Words words = words_of(office, visit);
    std::string error;
    const auto period = figures::parse_period(month);
    if (!period)
        error = period.error().message;
    else if (const auto fits = report::check_period(*period, visit.moment.now); !fits)
        error = fits.error().message;
    if (error.empty()) {
        const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
            set_report(words, TRY(report::report_of(view, office.needs.hub, *period,
                                                    rules.as_of(visit.moment.now))));
            return {};
        });
        const bool is_read_later = !read && read.error().kind == base::ErrorKind::Unavailable;
        if (!read && !is_read_later) return told(office, visit, read.error());
        words.set("has_nothing", is_read_later);
        if (is_read_later) words.set("nothing", read.error().message);
    }
    words.set("month", month);
    words.set("period", period ? figures::to_text(*period) : std::string());
    set_problem(words, error, "month");
    return form_page(frame_of(office, visit, "Figures of the contract"), "figures.html", words, error);
}

}  // namespace server::reception
