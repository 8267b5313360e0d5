#pragma once

#include <string>

#include "server/extract/columns.h"

/// An extract row by row, so that it is written as it is made.
namespace server::extract {

enum class Form { Csv, JsonLines };

/// What stands before the first row: the headings of a CSV file, nothing of JSON Lines.
std::string heading(Form form, app::ExtractNames names);
/// CSV by RFC 4180: empty where nothing is known, `yes` and `no` for truths, and nothing that a spreadsheet
/// would run. JSON Lines: an object a line, null where nothing is known.
std::string row(Form form, app::ExtractNames names, const app::ExtractCase& one);

/// The columns themselves as CSV: name, type, names in Refer and Monitor and in nDelius, meaning, and whether
/// they are only in extracts with names.
std::string dictionary();

}  // namespace server::extract
