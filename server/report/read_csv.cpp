#include <algorithm>
#include <charconv>
#include <map>

#include "server/report/pack.h"

namespace server::report {
namespace {

enum Column : std::size_t {
    Hub,
    PeriodColumn,
    AsOf,
    FigureCode,
    Title,
    Met,
    Of,
    RateText,
    Mitigated,
    Target,
    Trigger,
    StandingWords,
    NotKnown,
    LeftOut,
    Excused,
    FrozenMet,
    FrozenOf,
    FrozenExcused,
    FrozenNotKnown,
    Why,
};

constexpr std::size_t kHubBytesMax = 2000;

base::Result<unsigned> number(const std::string& text) {
    constexpr std::size_t kDigitsMax = 7;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && text.size() <= kDigitsMax;
    if (whole && text == std::to_string(value)) return value;
    return base::fail(base::ErrorKind::InvalidInput, "a number is missing or is none");
}

base::Result<figures::Counts> counts(figures::FigureId id, const std::string& met_text,
                                     const std::string& of_text, const std::string& excused_text) {
    figures::Counts read;
    read.id = id;
    read.met = TRY(number(met_text));
    const unsigned of = TRY(number(of_text));
    read.excused = TRY(number(excused_text));
    if (id == figures::FigureId::Ds1) {
        if (of > 0) read.expected = of;
        if (read.excused == 0) return read;
    } else if (read.met <= of && read.excused <= of - read.met) {
        read.missed = of - read.met;
        return read;
    }
    return base::fail(base::ErrorKind::InvalidInput, "its numbers do not fit together");
}

base::Result<CsvRow> row_of(const std::vector<std::string>& fields) {
    const auto id = figures::figure_with_code(fields[FigureCode]);
    if (!id) return base::fail(base::ErrorKind::InvalidInput, "the figure is not known");
    const auto as_of = base::parse_instant(fields[AsOf]);
    if (!as_of) return base::fail(base::ErrorKind::InvalidInput, "as of when it is, is no time");
    CsvRow row{fields[Hub], fields[PeriodColumn], *as_of, {}, fields[LeftOut], std::nullopt, fields[Why]};
    row.counts = TRY(counts(*id, fields[Met], fields[Of], fields[Excused]));
    row.counts.not_known = TRY(number(fields[NotKnown]));
    const bool none = fields[FrozenMet] == "-" && fields[FrozenOf] == "-" && fields[FrozenExcused] == "-" &&
                      fields[FrozenNotKnown] == "-";
    if (!none) {
        row.frozen = TRY(counts(*id, fields[FrozenMet], fields[FrozenOf], fields[FrozenExcused]));
        row.frozen->not_known = TRY(number(fields[FrozenNotKnown]));
    }
    if (std::ranges::any_of(fields, is_formula))
        return base::fail(base::ErrorKind::InvalidInput, "a spreadsheet would run what stands there");
    // Whatever else stands there follows from the numbers: another text tells of another hand.
    if (csv_cells(std::span(&row, 1)).rows.front() != fields)
        return base::fail(base::ErrorKind::InvalidInput, "its words are not those of its numbers");
    return row;
}

using Rows = std::map<figures::FigureId, CsvRow>;

base::Done add(Rows& rows, HubFigures& hub, CsvRow row) {
    const auto wrong = [](const char* why) {
        return base::fail(base::ErrorKind::InvalidInput, why);
    };
    if (rows.empty()) {
        hub.hub = row.hub;
        hub.as_of = row.as_of;
        hub.period = TRY(figures::parse_period(row.period));
        if (hub.hub.empty() || hub.hub.size() > kHubBytesMax) return wrong("the hub has no name");
    }
    const bool same =
        row.hub == hub.hub && row.as_of == hub.as_of && row.period == figures::to_text(hub.period);
    if (!same) return wrong("it is of another hub, month or time than the lines before");
    const figures::FigureId id = row.counts.id;
    if (!rows.emplace(id, std::move(row)).second) return wrong("the figure stands there twice");
    return {};
}

}  // namespace

base::Result<HubFigures> read_csv(std::string_view text, const std::string& name) {
    const std::vector<CsvLine> lines = TRY(split_csv(text, name));
    const auto refuse = [&name](unsigned line, const std::string& why) {
        return base::fail(base::ErrorKind::InvalidInput, name + ":" + std::to_string(line) + ": " + why);
    };
    const bool headed = !lines.empty() && std::ranges::equal(lines.front().fields, kCsvHeadings);
    if (!headed) return refuse(1, "this is no report of a hub: the first line has other headings");
    HubFigures hub;
    Rows rows;
    for (const CsvLine& line : std::span(lines).subspan(1)) {
        if (line.fields.size() != kCsvHeadings.size())
            return refuse(line.line, "it has " + std::to_string(line.fields.size()) + " fields and not " +
                                         std::to_string(kCsvHeadings.size()));
        auto row = row_of(line.fields);
        if (!row) return refuse(line.line, row.error().message);
        if (const auto added = add(rows, hub, *std::move(row)); !added)
            return refuse(line.line, added.error().message);
    }
    for (const figures::Definition& one : figures::definitions()) {
        const auto found = rows.find(one.id);
        if (found == rows.end())
            return refuse(lines.back().line,
                          "the file is cut short: it does not tell of " + std::string(one.code));
        hub.rows.push_back(std::move(found->second));
    }
    return hub;
}

}  // namespace server::report
