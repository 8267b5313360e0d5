#include "server/app/today_board.h"

#include <algorithm>
#include <utility>

#include "server/app/left_to_reception.h"
#include "server/app/occasion.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using domain::Appointment;
using domain::Attendance;
using domain::UpdateState;

constexpr char kNobodyCame[] =
    "It ended and nobody is recorded as having come. Confirm that, or record the arrival.";
constexpr char kCameAfter[] =
    "The person came after it had ended. Record the arrival if that is wrong, or confirm did-not-attend if "
    "it is "
    "right all the same.";

bool has_ended_without_arrival(const BoardRow& row, base::Instant now) {
    return now > domain::end_of(row.appointment) && !row.record.attendance &&
           row.appointment.status != domain::AppointmentStatus::Settled;
}

BoardState state_of(const BoardRow& row, base::Instant now) {
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
    if (row.record.came_after_end) return BoardState::CameAfterEnd;
    if (row.appointment.status == domain::AppointmentStatus::Settled) return BoardState::Settled;
    if (has_ended_without_arrival(row, now)) return BoardState::NeedsDecision;
    return now >= row.appointment.start ? BoardState::NotYet : BoardState::Expected;
}

/// Of a person whom the hub no longer holds: nothing.
base::Result<std::string> needs_of(View& view, const domain::PersonId& id) {
    const auto person = TRY(base::if_found(view.person(id)));
    return person ? needs_in_words(*person) : std::string();
}

}  // namespace

base::Result<BoardRow> board_row(View& view, const Appointment& appointment, base::Instant now) {
    BoardRow row;
    row.appointment = appointment;
    row.record = TRY(record_of(view, appointment.id));
    const std::optional<domain::Update> update = TRY(view.update_of(appointment.id));
    if (update && update->state != UpdateState::Withdrawn) {
        row.update = update->state;
        row.deadline = update->deadline;
        row.deadline_kind = deadline_kind_of(update->attendance);
        row.why = update->why;
        row.telephone_first = update->submitted_at && update->state == UpdateState::WaitingForPerson;
    }
    row.state = state_of(row, now);
    if (!row.update && row.record.time_waits_for_person) {
        row.why = advice_on(row.record.waits_because);
    } else if (!row.update && has_ended_without_arrival(row, now)) {
        row.why = row.record.came_after_end ? kCameAfter : kNobodyCame;
    }
    if (!row.update && !row.why.empty()) {
        row.deadline = domain::deadline_of(Attendance::No, appointment, domain::Calendar{});
    }
    const bool is_here =
        has_come(row.record) || row.record.came_after_end || row.record.time_waits_for_person;
    if (is_here) row.needs = TRY(needs_of(view, appointment.person));
    return row;
}

namespace {

base::Result<std::vector<UnknownArrival>> unknown_arrivals(View& view, domain::Date day) {
    const base::Instant to = domain::start_of(domain::next_day(day));
    std::vector<UnknownArrival> out;
    for (const auto& event : TRY(view.arrivals_for_unknown(to - kUnknownShownFor, to))) {
        const auto events = TRY(view.events_of(event.appointment));
        const bool taken_back = std::any_of(events.begin(), events.end(), [&](const auto& other) {
            return other.kind == domain::EventKind::Undone && other.arrival == event.arrival;
        });
        if (taken_back) continue;
        out.push_back({event.appointment, event.person, event.at.value_or(event.recorded_at), event.clock,
                       event.actor, TRY(needs_of(view, event.person))});
    }
    return out;
}

/// On one line, whatever somebody typed into the case system.
std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
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
        case BoardState::CameAfterEnd:
            return "came after end";
        case BoardState::NeedsDecision:
            return "needs decision";
        case BoardState::DidNotAttend:
            return "did not attend";
        case BoardState::Settled:
            return "settled";
    }
    return "";
}

std::string needs_in_words(const Person& person) {
    std::string out;
    const auto say = [&out](const char* what, const std::string& of) {
        out += (out.empty() ? "" : "; ") + std::string(what) + ": " + on_one_line(of);
    };
    if (person.needs_interpreter) {
        const std::string& language =
            person.interpreter_language.empty() ? person.preferred_language : person.interpreter_language;
        say("Interpreter", language.empty() ? "language not known" : language);
    } else if (!person.preferred_language.empty() && person.preferred_language != "English") {
        say("Language", person.preferred_language);
    }
    if (!person.access_needs.empty()) say("Access", person.access_needs);
    return out;
}

bool is_shown(const BoardRow& row) {
    return domain::expected_here(row.appointment) || row.record.attendance ||
           row.record.time_waits_for_person || row.record.came_after_end || row.update;
}

base::Result<Board> today_board(View& view, domain::Date day, const Moment& moment) {
    Board board;
    for (const Appointment& one : TRY(view.appointments_on(day))) {
        BoardRow row = TRY(board_row(view, one, moment.now));
        const bool stands =
            one.status == domain::AppointmentStatus::Live || one.status == domain::AppointmentStatus::Settled;
        if (is_shown(row)) {
            board.here.push_back(std::move(row));
        } else if (stands) {
            board.elsewhere.push_back(one);
        }
    }
    board.unknown = TRY(unknown_arrivals(view, day));
    return board;
}

}  // namespace server::app
