#include "server/app/board_order.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace server::app {
namespace {

/// Lower stands first.
int rank_of(const BoardRow& row, base::Instant now) {
    const bool over = now > domain::end_of(row.appointment);
    switch (row.state) {
        case BoardState::NeedsDecision:
            return row.telephone_first ? -1 : 0;
        case BoardState::NotYet:
            return 1;
        case BoardState::CameAfterEnd:
            return 2;
        case BoardState::Arrived:
        case BoardState::Late:
            return over ? 5 : 3;
        case BoardState::Expected:
            return 4;
        case BoardState::DidNotAttend:
            return 6;
        case BoardState::Settled:
            return 7;
    }
    return 7;
}

/// Within a rank the lower stands first.
std::int64_t time_of(const BoardRow& row) {
    const auto count = [](base::Instant instant) {
        return instant.time_since_epoch().count();
    };
    switch (row.state) {
        case BoardState::NeedsDecision:
            return count(row.deadline.value_or(row.appointment.start));
        case BoardState::Arrived:
        case BoardState::Late:
            return -count(row.record.arrived_at.value_or(row.appointment.start));
        default:
            return count(row.appointment.start);
    }
}

}  // namespace

void sort_by_need(std::vector<BoardRow>& rows, base::Instant now) {
    const auto key = [now](const BoardRow& row) {
        return std::tuple(rank_of(row, now), time_of(row), row.appointment.start, row.appointment.id);
    };
    std::sort(rows.begin(), rows.end(),
              [&key](const BoardRow& a, const BoardRow& b) { return key(a) < key(b); });
}

}  // namespace server::app
