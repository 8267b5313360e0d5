#include "tests/fuzz/report/check_report_csv.h"

#include "server/report/pack.h"
#include "shared/base/invariant.h"

namespace fuzz {

bool check_report_csv(std::string_view text) {
    using namespace server::report;
    const auto hub = read_csv(text, "hub.csv");
    if (!hub) {
        const base::Error& error = hub.error();
        INVARIANT(error.kind == base::ErrorKind::InvalidInput, "a report is refused with InvalidInput");
        INVARIANT(error.message.starts_with("hub.csv:") && error.message.size() < 150,
                  "a refusal names file and line, shortly");
        return false;
    }
    const auto again = read_csv(to_csv(csv_cells(hub->rows)), "hub.csv");
    INVARIANT(again.has_value() && *again == *hub, "what was read comes back the same");
    const auto pack = merge({*hub});
    INVARIANT(pack.has_value(), "one hub can be joined alone");
    for (std::size_t i = 0; i < hub->rows.size(); ++i)
        INVARIANT(together(*pack)[i].counts == hub->rows[i].counts, "alone its numbers are its own");
    return true;
}

}  // namespace fuzz
