#include "server/report/csv.h"

namespace server::report {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Goes through the text once; a fault ends it.
class Splitter {
public:
    explicit Splitter(std::string_view text) : rest_(text) {}

    /// The next line; empty fields at the end of the text.
    bool next(CsvLine& line) {
        if (rest_.empty() || fault_ != nullptr) return false;
        line.line = line_;
        line.fields.clear();
        for (bool more = true; more && fault_ == nullptr;) {
            if (line.fields.size() == kCsvFieldsMax) return fail("it has too many fields");
            line.fields.push_back(starts('"') ? quoted() : plain());
            more = separator();
        }
        return fault_ == nullptr;
    }
    const char* fault() const { return fault_; }
    unsigned fault_line() const { return fault_line_; }

private:
    bool starts(char c) const { return !rest_.empty() && rest_.front() == c; }
    char take() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        if (c == '\n') ++line_;
        return c;
    }
    bool fail(const char* why) {
        if (fault_ != nullptr) return false;
        fault_ = why;
        fault_line_ = line_;
        return false;
    }

    std::string plain() {
        const std::string_view field = rest_.substr(0, rest_.find_first_of(",\r\n"));
        rest_.remove_prefix(field.size());
        if (field.find('"') != std::string_view::npos) fail("a quote stands within a field");
        if (field.find('\0') != std::string_view::npos) fail("it holds what is no text");
        return std::string(field);
    }

    std::string quoted() {
        const unsigned begins = line_;
        std::string field;
        take();
        while (!rest_.empty()) {
            const char c = take();
            if (c == '\0') fail("it holds what is no text");
            if (c == '"' && !starts('"')) return field;
            if (c == '"') take();
            field += c;
        }
        line_ = begins;
        fail("a quote is not closed");
        return field;
    }

    /// Whether another field follows on this line.
    bool separator() {
        if (rest_.empty()) return fail("the file is cut short: this line has no end");
        if (starts(',')) {
            take();
            return true;
        }
        if (starts('\r')) take();
        if (!starts('\n')) return fail("something follows a closing quote, or a line has a strange end");
        take();
        return false;
    }

    std::string_view rest_;
    unsigned line_ = 1;
    const char* fault_ = nullptr;  ///< the first one
    unsigned fault_line_ = 1;
};

}  // namespace

base::Result<std::vector<CsvLine>> split_csv(std::string_view text, const std::string& name) {
    const auto refuse = [&name](unsigned line, const std::string& why) {
        return base::fail(base::ErrorKind::InvalidInput, name + ":" + std::to_string(line) + ": " + why);
    };
    if (text.size() > kCsvBytesMax) return refuse(1, "it is too large for a report");
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    Splitter splitter(text);
    std::vector<CsvLine> lines;
    for (CsvLine line; splitter.next(line);) lines.push_back(line);
    if (splitter.fault() != nullptr) return refuse(splitter.fault_line(), splitter.fault());
    return lines;
}

}  // namespace server::report
