#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/app/case_link.h"
#include "server/app/deadlines.h"
#include "server/app/decide.h"
#include "server/app/today_board.h"

/// One look at the record for the board of today, and its rows as they are written.
namespace server::reception {

using Names = std::map<domain::PersonId, std::string>;
inline constexpr char kNameNotHeld[] = "Name not held";

/// How people are named: in full; or, while nobody is there to look, by initials, without anything that is
/// told of a person and without any way to it.
enum class Naming { Full, Initials };

/// What the case system is still to be told.
struct Owed {
    std::size_t count = 0;
    std::size_t warned = 0;             ///< of these, so near their deadline that it is warned of, or past it
    std::optional<base::Instant> next;  ///< the tightest deadline
};

/// All that one look at the record gives a board, without any name.
struct BoardFacts {
    app::Board board;
    std::vector<app::Call> calls;
    std::vector<app::Kiosk> kiosks;
    std::vector<app::KioskHealth> health;
    std::vector<app::RefusedAtKiosk> refused;
    app::SyncState sync;
    Owed owed;
    std::vector<app::Breach> missed;  ///< deadlines of the last kMissedShownFor
    app::CaseLink link;
    std::string damage;  ///< what a check of the record found; empty when all is well
};

/// A row as it is written, and the look in which it became so.
struct WrittenRow {
    std::string element;  ///< its id on the page
    std::string html;
    std::int64_t since = 0;
};

struct BoardNow {
    std::int64_t number = 0;  ///< of the look; grows with each
    std::string id;  ///< of the look, in no other start of the server and for no other naming the same
    base::Instant at{};
    BoardFacts facts;              ///< with what earlier days have left over; by what needs a person first
    Names names;                   ///< of people_on(facts.board)
    std::vector<WrittenRow> rows;  ///< of facts.board.here, one for one
};

}  // namespace server::reception
