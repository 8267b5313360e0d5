#include "server/app/today_board.h"

#include <utility>

#include "server/app/occasion.h"

namespace server::app {
namespace {

using domain::Appointment;
using domain::Attendance;
using domain::UpdateState;

constexpr char kNobodyCame[] =
    "It ended and nobody is recorded as having come. Confirm that, or record the arrival.";
constexpr char kCannotCount[] = "An arrival waits to be settled.";

BoardState state_of(const Appointment& appointment, const BoardRow& row, base::Instant now) {
    if (row.update == UpdateState::WaitingForPerson || row.record.time_waits_for_person) {
        return BoardState::NeedsDecision;
    }
    if (row.record.attendance) {
        switch (*row.record.attendance) {
            case Attendance::Yes:
                return BoardState::Arrived;
            case Attendance::Late:
                return BoardState::Late;
            case Attendance::No:
                return BoardState::DidNotAttend;
        }
    }
    if (appointment.status == domain::AppointmentStatus::Settled) return BoardState::Settled;
    if (now > domain::end_of(appointment)) return BoardState::NeedsDecision;
    return now >= appointment.start ? BoardState::NotYet : BoardState::Expected;
}

base::Result<BoardRow> row_of(View& view, const Appointment& appointment, base::Instant now) {
    BoardRow row;
    row.appointment = appointment;
    row.record = TRY(record_of(view, appointment.id));
    const std::optional<domain::Update> update = TRY(view.update_of(appointment.id));
    if (update && update->state != UpdateState::Withdrawn) {
        row.update = update->state;
        row.deadline = update->deadline;
        row.why = update->why;
    }
    row.state = state_of(appointment, row, now);
    if (row.state == BoardState::NeedsDecision && !row.update) {
        row.why = row.record.time_waits_for_person ? kCannotCount : kNobodyCame;
        row.deadline = domain::deadline_of(Attendance::No, appointment, domain::Calendar{});
    }
    return row;
}

}  // namespace

std::string_view to_word(BoardState state) {
    switch (state) {
        case BoardState::Expected:
            return "expected";
        case BoardState::NotYet:
            return "not yet";
        case BoardState::Arrived:
            return "arrived";
        case BoardState::Late:
            return "late";
        case BoardState::NeedsDecision:
            return "needs decision";
        case BoardState::DidNotAttend:
            return "did not attend";
        case BoardState::Settled:
            return "settled";
    }
    return "";
}

base::Result<Board> today_board(View& view, domain::Date day, const Moment& moment) {
    Board board;
    for (const Appointment& one : TRY(view.appointments_on(day))) {
        BoardRow row = TRY(row_of(view, one, moment.now));
        const bool shown = domain::expected_here(one) || row.record.attendance ||
                           row.record.time_waits_for_person || row.update;
        const bool stands =
            one.status == domain::AppointmentStatus::Live || one.status == domain::AppointmentStatus::Settled;
        if (shown) {
            board.here.push_back(std::move(row));
        } else if (stands) {
            board.elsewhere.push_back(one);
        }
    }
    return board;
}

}  // namespace server::app
