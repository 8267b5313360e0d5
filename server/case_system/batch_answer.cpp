// The strict reader of what a provider's case system gives back.

#include <optional>

#include "server/case_system/batch_file.h"
#include "shared/base/entropy.h"
#include "shared/domain/itinerary.h"

namespace server::case_system {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kHeading = "batch,row,outcome,reason";
constexpr std::size_t kFields = 4;

tl::unexpected<base::Error> wrong(std::size_t line, const std::string& what) {
    return base::fail(base::ErrorKind::InvalidInput, "line " + std::to_string(line) + " " + what);
}

/// Takes one line without its end from the front of the text; none where the line has no end.
std::optional<std::string_view> next_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

/// The text of a quoted field, which is the whole of what is left of its line.
std::optional<std::string> unquoted(std::string_view field) {
    if (field.size() < 2 || field.back() != '"') return std::nullopt;
    field = field.substr(1, field.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '"') {
            if (i + 1 == field.size() || field[i + 1] != '"') return std::nullopt;
            ++i;
        }
        text += field[i];
    }
    return text;
}

/// Only the reason, which comes last, may be quoted.
std::optional<std::vector<std::string>> fields_of(std::string_view line) {
    std::vector<std::string> fields;
    while (fields.size() + 1 < kFields) {
        const std::size_t comma = line.find(',');
        if (comma == std::string_view::npos) return std::nullopt;
        fields.emplace_back(line.substr(0, comma));
        line.remove_prefix(comma + 1);
    }
    if (!line.empty() && line.front() == '"') {
        auto last = unquoted(line);
        if (!last) return std::nullopt;
        fields.push_back(*std::move(last));
    } else if (line.find_first_of(",\"") == std::string_view::npos) {
        fields.emplace_back(line);
    } else {
        return std::nullopt;
    }
    return fields;
}

base::Result<app::RowAnswer> row_of(const std::vector<std::string>& fields, std::size_t line,
                                    std::size_t number) {
    // Written as the hub writes it: no sign, no zero before it.
    if (fields[1] != std::to_string(number))
        return wrong(line, "must be the row " + std::to_string(number) + ": each row once, in order");
    app::RowAnswer row;
    row.row = static_cast<unsigned>(number);
    row.taken = fields[2] == "taken";
    if (!row.taken && fields[2] != "refused") return wrong(line, "must say taken or refused");
    row.reason = fields[3];
    if (row.taken && !row.reason.empty()) return wrong(line, "gives a reason although it was taken");
    if (!row.reason.empty() && !domain::is_public_text(row.reason, kReasonCharsMax))
        return wrong(line, "must give its reason in one line of at most 200 letters");
    return row;
}

}  // namespace

base::Result<app::BatchAnswer> decode_batch_answer(std::string_view text) {
    if (text.size() > kBatchAnswerBytesMax)
        return base::fail(base::ErrorKind::InvalidInput, "it is too large for an answer");
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (next_line(text) != kHeading) return wrong(1, "must be batch,row,outcome,reason");
    app::BatchAnswer answer;
    for (std::size_t line = 2; !text.empty(); ++line) {
        const auto whole = next_line(text);
        if (!whole) return wrong(line, "has no end: the file is cut short, or still being written");
        const auto fields = fields_of(*whole);
        if (!fields) return wrong(line, "must have four fields: batch, row, outcome, reason");
        if (answer.rows.size() == app::kBatchRowsMax) return wrong(line, "is one more than a batch has");
        if (!base::is_uuid(fields->front())) return wrong(line, "must begin with the batch's id");
        if (answer.rows.empty()) answer.batch = fields->front();
        if (fields->front() != answer.batch) return wrong(line, "is of another batch than the first");
        answer.rows.push_back(TRY(row_of(*fields, line, answer.rows.size() + 1)));
    }
    if (answer.rows.empty()) return wrong(2, "is missing: there is no row");
    return answer;
}

}  // namespace server::case_system
