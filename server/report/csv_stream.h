#pragma once

#include <istream>
#include <string>

#include "server/report/csv.h"

namespace server::report {

/// Reads a file of RFC 4180 record by record, however long it is: it holds one record at a time. A fault in a
/// record is told of with its line, and reading goes on behind it wherever that is possible.
class CsvStream {
public:
    static constexpr std::size_t kRecordBytesMax = 64 * 1024;

    enum class Next {
        Record,
        BadRecord,  ///< this one cannot be read; the next one may be
        Broken,     ///< from here on nothing can be read: cut short, or a quote that is never closed
        End,
    };

    explicit CsvStream(std::istream& in) : in_(in) {}

    /// `record.line` is where the record begins; of BadRecord and Broken `fault()` says what is wrong there.
    Next next(CsvLine& record);
    const std::string& fault() const { return fault_; }

private:
    /// The text of a record with its line end; false when it was broken off.
    bool gather();

    std::istream& in_;
    std::string text_;
    std::string fault_;
    unsigned line_ = 1;
};

}  // namespace server::report
