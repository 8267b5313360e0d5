#include "server/app/board_order.h"

#include <gtest/gtest.h>

namespace server::app {
namespace {

using namespace std::chrono_literals;

const base::Instant kNow = base::parse_instant("2026-11-23T14:10:00Z").value();

BoardRow row(const std::string& id, BoardState state, std::chrono::minutes start) {
    BoardRow row;
    row.appointment.id = domain::AppointmentId(id);
    row.appointment.start = kNow + start;
    row.state = state;
    return row;
}

TEST(BoardOrder, PutsFirstWhatNeedsAPersonNow) {
    std::vector<BoardRow> rows{row("settled", BoardState::Settled, -5h),
                               row("absent", BoardState::DidNotAttend, -5h),
                               row("soon", BoardState::Expected, 20min),
                               row("later", BoardState::Expected, 2h),
                               row("here", BoardState::Arrived, 0min),
                               row("just_here", BoardState::Late, -30min),
                               row("over", BoardState::Arrived, -3h),
                               row("missing", BoardState::NotYet, -5min),
                               row("long_missing", BoardState::NotYet, -40min),
                               row("came_after", BoardState::CameAfterEnd, -3h),
                               row("undecided", BoardState::NeedsDecision, -3h),
                               row("urgent", BoardState::NeedsDecision, -2h),
                               row("telephone", BoardState::NeedsDecision, -2h)};
    rows[4].record.arrived_at = kNow - 20min;
    rows[5].record.arrived_at = kNow - 1min;
    rows[10].deadline = kNow + 10h;
    rows[11].deadline = kNow + 1h;
    rows[12].deadline = kNow + 20h;
    rows[12].telephone_first = true;
    sort_by_need(rows, kNow);
    std::string order;
    for (const BoardRow& one : rows) order += one.appointment.id.text() + ' ';
    EXPECT_EQ(order,
              "telephone urgent undecided long_missing missing came_after just_here here soon later over "
              "absent settled ");
}

}  // namespace
}  // namespace server::app
