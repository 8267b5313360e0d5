#include "server/report/workbook.h"

#include <algorithm>
#include <memory>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "server/report/cell_value.h"

namespace server::report {
namespace {

constexpr std::size_t kNarrowest = 8;  ///< in characters
constexpr std::size_t kWidest = 60;

/// A file that is nowhere but in memory, with a path under which this process can open it.
class MemoryFile {
public:
    MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    /// All of it; empty when it cannot be read.
    std::string content() const {
        const off_t size = ::lseek(descriptor_, 0, SEEK_END);
        if (size <= 0) return "";
        std::string bytes(static_cast<std::size_t>(size), '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t read =
                ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
            if (read <= 0) return "";
            done += static_cast<std::size_t>(read);
        }
        return bytes;
    }

private:
    int descriptor_;
};

using Workbook = std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)>;

struct Formats {
    lxw_format* heading;
    lxw_format* text;
    lxw_format* number;
    lxw_format* rate;
};

Formats formats_of(lxw_workbook* book) {
    const Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                          workbook_add_format(book)};
    format_set_bold(formats.heading);
    format_set_bottom(formats.heading, LXW_BORDER_THIN);
    for (lxw_format* one : {formats.heading, formats.text}) format_set_text_wrap(one);
    for (lxw_format* one : {formats.heading, formats.text, formats.number, formats.rate})
        format_set_align(one, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(formats.number, "0");
    format_set_num_format(formats.rate, "0.0 %");
    return formats;
}

lxw_error write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                     const Formats& formats) {
    const auto number = cell_number(text);
    if (!number) return worksheet_write_string(sheet, row, column, text.c_str(), formats.text);
    return worksheet_write_number(sheet, row, column, number->value,
                                  number->is_rate ? formats.rate : formats.number);
}

void set_widths(lxw_worksheet* sheet, const Cells& cells) {
    for (std::size_t column = 0; column < cells.headings.size(); ++column) {
        std::size_t width = cells.headings[column].size();
        for (const auto& row : cells.rows) width = std::max(width, row[column].size());
        const auto place = static_cast<lxw_col_t>(column);
        worksheet_set_column(sheet, place, place,
                             static_cast<double>(std::clamp(width + 2, kNarrowest, kWidest)), nullptr);
    }
}

void set_paper(lxw_worksheet* sheet, const Cells& cells) {
    constexpr std::uint8_t kA4 = 9;
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    const auto last = static_cast<lxw_col_t>(cells.headings.size() - 1);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(cells.rows.size()), last);
}

lxw_error add_sheet(lxw_workbook* book, const Sheet& sheet, const Formats& formats) {
    lxw_worksheet* added = workbook_add_worksheet(book, sheet.name.c_str());
    if (added == nullptr) return LXW_ERROR_SHEETNAME_ALREADY_USED;
    const Cells& cells = sheet.cells;
    set_widths(added, cells);
    set_paper(added, cells);
    for (std::size_t column = 0; column < cells.headings.size(); ++column) {
        const lxw_error error = worksheet_write_string(added, 0, static_cast<lxw_col_t>(column),
                                                       cells.headings[column].c_str(), formats.heading);
        if (error != LXW_NO_ERROR) return error;
    }
    lxw_row_t number = 0;
    for (const auto& row : cells.rows) {
        ++number;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const lxw_error error =
                write_cell(added, number, static_cast<lxw_col_t>(column), row[column], formats);
            if (error != LXW_NO_ERROR) return error;
        }
    }
    return LXW_NO_ERROR;
}

void set_title(lxw_workbook* book, std::string title, base::Instant made) {
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = std::chrono::system_clock::to_time_t(made);
    workbook_set_properties(book, &properties);
}

base::Error not_made(lxw_error error) {
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        return {base::ErrorKind::InvalidInput,
                "a text is too long for a cell of a spreadsheet: ask for it as CSV"};
    return {base::ErrorKind::Unavailable,
            std::string("the workbook could not be made (") + lxw_strerror(error) + "): ask for it as CSV"};
}

}  // namespace

base::Result<std::string> workbook(const std::string& title, base::Instant made,
                                   std::span<const Sheet> sheets) {
    const MemoryFile file;
    if (!file.is_open()) return tl::unexpected(not_made(LXW_ERROR_CREATING_TMPFILE));
    Workbook book(workbook_new(file.path().c_str()), &lxw_workbook_free);
    if (!book) return tl::unexpected(not_made(LXW_ERROR_MEMORY_MALLOC_FAILED));
    set_title(book.get(), title, made);
    const Formats formats = formats_of(book.get());
    for (const Sheet& sheet : sheets) {
        const lxw_error error = add_sheet(book.get(), sheet, formats);
        if (error != LXW_NO_ERROR) return tl::unexpected(not_made(error));
    }
    // Closing writes the file and frees the workbook, whatever comes of it.
    const lxw_error error = workbook_close(book.release());
    if (error != LXW_NO_ERROR) return tl::unexpected(not_made(error));
    std::string bytes = file.content();
    if (bytes.empty()) return tl::unexpected(not_made(LXW_ERROR_CREATING_XLSX_FILE));
    return bytes;
}

}  // namespace server::report
