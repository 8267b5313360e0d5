// A comparison with the official report, in words.

#include <algorithm>

#include "server/report/comparison.h"

namespace server::report {
namespace {

constexpr std::size_t kShownMax = 50;

/// What a terminal can show: a file may hold anything.
std::string printable(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = '?';
    return text;
}

Cells printable(Cells cells) {
    for (auto& row : cells.rows)
        for (std::string& cell : row) cell = printable(std::move(cell));
    return cells;
}

std::string sentence_of_columns(const std::vector<std::string>& columns, const char* before,
                                const char* after) {
    if (columns.empty()) return "";
    std::string words;
    for (const std::string& one : columns) words += (words.empty() ? "" : ", ") + printable(one);
    return before + words + after;
}

Cells unread_cells(const Comparison& comparison) {
    Cells cells{"Lines that were not read", {"line", "why"}, {}};
    for (const UnreadLine& one : comparison.unread) {
        if (cells.rows.size() == kShownMax) break;
        cells.rows.push_back({std::to_string(one.line), one.why});
    }
    return cells;
}

Cells not_comparable_cells(const Comparison& comparison) {
    Cells cells{"Not known here", {"column", "cells", "why"}, {}};
    for (const NotComparable& one : comparison.not_comparable)
        cells.rows.push_back({one.column, std::to_string(one.cells), one.why});
    return cells;
}

/// What nobody can explain stands first.
std::vector<Difference> worst_first(std::vector<Difference> differences) {
    std::ranges::stable_partition(differences,
                                  [](const Difference& one) { return one.because == Because::NotExplained; });
    return differences;
}

std::vector<std::string> row_of(const Difference& one) {
    const bool is_row = one.column.empty();
    const std::string where =
        is_row ? (one.line == 0 ? "not in the official report" : "not here") : one.column;
    return {one.line == 0 ? "-" : std::to_string(one.line),
            one.referral,
            where,
            one.ours,
            one.theirs,
            std::string(to_words(one.because)),
            one.why};
}

}  // namespace

std::string_view to_words(Because because) {
    switch (because) {
        case Because::KnownDefect:
            return "known defect of the official report";
        case Because::NotKnownHere:
            return "not known here";
        case Because::ReadTooEarly:
            return "read too early";
        case Because::NotOurs:
            return "not this hub's";
        case Because::NotExplained:
            return "not explained";
    }
    return "";
}

Cells difference_cells(const Comparison& comparison) {
    Cells cells{"Differences", {"line", "referral", "column", "here", "official", "because", "why"}, {}};
    for (const Difference& one : worst_first(comparison.differences)) cells.rows.push_back(row_of(one));
    return cells;
}

std::string to_text(const Comparison& comparison) {
    std::string text = std::to_string(comparison.rows) + " rows of the official report were read; " +
                       std::to_string(comparison.compared) + " are of referrals that the hub holds, and " +
                       std::to_string(comparison.agreeing) +
                       " of these say the same in all that the hub knows.\n";
    if (comparison.is_cut_short)
        text +=
            "The file could not be read to its end. What came before was compared; which referrals it lacks "
            "was not looked for. Ask for it again.\n";
    text += sentence_of_columns(comparison.missing_columns, "The file has no column ",
                                ": these were not compared.\n");
    text +=
        sentence_of_columns(comparison.unknown_columns, "Columns of the file that are not known: ", ".\n");
    Cells counts{"Differences", {"because", "count"}, {}};
    for (const auto& [because, count] : comparison.counts)
        counts.rows.push_back({std::string(to_words(because)), std::to_string(count)});
    text += "\n" + table_text(counts);
    if (!comparison.not_comparable.empty()) text += "\n" + table_text(not_comparable_cells(comparison));
    Cells listed = difference_cells(comparison);
    const std::size_t all = listed.rows.size();
    if (all > kShownMax) listed.rows.resize(kShownMax);
    if (all > 0) text += "\n" + table_text(printable(listed));
    if (all > kShownMax) text += "… and more: --csv FILE has them.\n";
    if (all == Comparison::kListedMax)
        text += "Only so many are listed, in the file too. Compare fewer days at a time: --from and --to.\n";
    if (comparison.unread_count > 0) text += "\n" + table_text(unread_cells(comparison));
    if (comparison.unread_count > kShownMax)
        text += "… of " + std::to_string(comparison.unread_count) + " lines.\n";
    return text;
}

}  // namespace server::report
