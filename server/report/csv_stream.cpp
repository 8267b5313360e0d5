#include "server/report/csv_stream.h"

#include <algorithm>

namespace server::report {

bool CsvStream::gather() {
    bool quoted = false;
    text_.clear();
    std::streambuf& bytes = *in_.rdbuf();
    for (int c = bytes.sbumpc(); c != std::char_traits<char>::eof(); c = bytes.sbumpc()) {
        if (text_.size() == kRecordBytesMax) {
            fault_ = quoted ? "a quote is not closed" : "this line is too long to be a row of the report";
            return false;
        }
        text_ += static_cast<char>(c);
        if (c == '"') quoted = !quoted;
        if (c == '\n' && !quoted) return true;
    }
    if (text_.empty()) return true;
    fault_ = quoted ? "a quote is not closed, or the file is cut short"
                    : "the file is cut short: this line has no end";
    return false;
}

CsvStream::Next CsvStream::next(CsvLine& record) {
    record.line = line_;
    record.fields.clear();
    if (!gather()) return Next::Broken;
    if (text_.empty()) return Next::End;
    line_ += static_cast<unsigned>(std::count(text_.begin(), text_.end(), '\n'));
    auto split = split_csv(text_, "");
    if (!split || split->size() != 1) {
        // `:1: why`: the line within the record says nothing that its own line does not.
        fault_ = split ? "this is no row" : split.error().message;
        const std::size_t why = fault_.find(": ");
        if (why != std::string::npos) fault_.erase(0, why + 2);
        return Next::BadRecord;
    }
    record.fields = std::move(split->front().fields);
    return Next::Record;
}

}  // namespace server::report
