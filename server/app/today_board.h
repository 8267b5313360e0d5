#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/moment.h"
#include "server/app/store.h"

namespace server::app {

enum class BoardState {
    Expected,       ///< the appointment has not begun
    NotYet,         ///< it has begun, and the person is not here yet
    Arrived,        ///< came in time
    Late,           ///< came late
    CameAfterEnd,   ///< the person came, but after the end: a contact, neither attendance nor absence
    NeedsDecision,  ///< a person must decide: it ended without an arrival, or something waits
    DidNotAttend,   ///< as a person has confirmed
    Settled,        ///< nothing is recorded here, but the case system has a final record
};
/// `expected`, `not yet`, `arrived`, `late`, `came after end`, `needs decision`, `did not attend`, `settled`.
std::string_view to_word(BoardState state);

/// What reception should know of somebody who is here: `Interpreter: Urdu; Access: step-free`, on one line;
/// empty when nothing is recorded.
std::string needs_in_words(const Person& person);

/// One appointment of the day, without any name.
struct BoardRow {
    domain::Appointment appointment;
    BoardState state = BoardState::Expected;
    domain::AttendanceRecord record;
    std::optional<domain::UpdateState> update;  ///< none: nothing is owed yet
    /// By when the case system must have it; of one that ended without an arrival, by when the practitioner
    /// must know.
    std::optional<base::Instant> deadline;
    DeadlineKind deadline_kind = DeadlineKind::Absence;
    /// What was submitted is no longer what is recorded, as after an arrival that came in behind a
    /// did-not-attend: the practitioner must be telephoned before anything else.
    bool telephone_first = false;
    std::string why;    ///< what it waits for, in plain words
    std::string needs;  ///< of somebody who is here: needs_in_words()
};

/// Somebody came for an appointment that the hub does not hold.
struct UnknownArrival {
    domain::AppointmentId appointment;
    domain::PersonId person;
    base::Instant at{};
    domain::ClockState clock = domain::ClockState::Sure;
    std::string actor;  ///< where it was recorded, such as `kiosk front-door`
    std::string needs;
};

struct Board {
    std::vector<BoardRow> here;  ///< expected here, or somebody came for it all the same; by start
    /// As they were stored, up to the end of the day and kUnknownShownFor back, until somebody takes them
    /// back or the appointment becomes known.
    std::vector<UnknownArrival> unknown;
    std::vector<domain::Appointment> elsewhere;  ///< telephone, video, office and custody: only counted
};

inline constexpr std::chrono::days kUnknownShownFor{30};

/// What the board says of one appointment, whatever its day.
base::Result<BoardRow> board_row(View& view, const domain::Appointment& appointment, base::Instant now);

/// Whether reception is shown it: it is expected here, or something was recorded of it all the same.
bool is_shown(const BoardRow& row);

/// What reception sees of a London day.
base::Result<Board> today_board(View& view, domain::Date day, const Moment& moment);

}  // namespace server::app
