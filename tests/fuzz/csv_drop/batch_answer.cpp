#include "tests/fuzz/csv_drop/batch_answer.h"

#include "server/case_system/batch_file.h"
#include "shared/base/entropy.h"
#include "shared/base/invariant.h"
#include "shared/base/utf8.h"

namespace fuzz {

bool check_batch_answer(std::string_view text) {
    using namespace server::case_system;
    constexpr std::size_t kWordsMax = 120;
    const auto read = decode_batch_answer(text);
    if (!read) {
        INVARIANT(read.error().kind == base::ErrorKind::InvalidInput, "it is refused as wrong input");
        INVARIANT(read.error().message.size() <= kWordsMax, "a refusal is a short sentence");
        for (const char c : read.error().message)
            INVARIANT(c >= ' ' && c <= '~', "a refusal is made of our own words");
        return false;
    }
    INVARIANT(base::is_uuid(read->batch), "a batch is a UUID");
    INVARIANT(!read->rows.empty() && read->rows.size() <= server::app::kBatchRowsMax, "rows are bounded");
    for (std::size_t i = 0; i < read->rows.size(); ++i) {
        const server::app::RowAnswer& row = read->rows[i];
        INVARIANT(row.row == i + 1, "each row once, in order");
        INVARIANT(!row.taken || row.reason.empty(), "only a refusal has a reason");
        INVARIANT(base::is_utf8(row.reason) && row.reason.find('\n') == std::string::npos,
                  "a reason is one line of text");
    }
    return true;
}

}  // namespace fuzz
