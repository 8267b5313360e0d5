#pragma once

#include <span>
#include <string>

#include "server/report/cells.h"

/// Workbooks for spreadsheets (Office Open XML, ECMA-376), by libxlsxwriter.
namespace server::report {

/// One sheet of a workbook.
struct Sheet {
    std::string name;  ///< unique, 31 bytes at most, none of `[]:*?/\`
    Cells cells;
};

/// The bytes of a workbook with these sheets, one at least, made in memory: no file is written. A whole
/// number and a rate such as `87.5 %` become numbers, everything else stays text: nothing in it is ever a
/// formula. The row of headings stays in sight. The same sheets give the same bytes.
///
/// Unavailable when there is no memory for it, InvalidInput when a text is longer than a cell may be.
base::Result<std::string> workbook(const std::string& title, base::Instant made,
                                   std::span<const Sheet> sheets);

}  // namespace server::report
