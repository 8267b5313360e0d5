#pragma once

#include <string>

#include "server/report/cells.h"
#include "server/report/chart.h"

/// What the pages of reports are made of.
namespace server::report {

/// With its caption; the first cell of a row says what the row is about.
std::string table_html(const Cells& cells);
/// A whole page that needs no other file.
std::string page_html(const std::string& title, const std::string& content);

}  // namespace server::report
