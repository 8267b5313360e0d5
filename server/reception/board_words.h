#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/decide.h"
#include "server/app/today_board.h"
#include "server/reception/render.h"

/// The board as words for its template.
namespace server::reception {

using Names = std::map<domain::PersonId, std::string>;
inline constexpr char kNameNotHeld[] = "Name not held";

/// All that one look at the record gives a board, without any name.
struct BoardFacts {
    app::Board board;
    std::vector<app::Call> calls;
    std::vector<app::Kiosk> kiosks;
    std::vector<app::KioskHealth> health;
    std::vector<app::RefusedAtKiosk> refused;
    app::SyncState sync;
    std::vector<domain::Update> owed;
    std::string damage;  ///< what a check of the record found; empty when all is well
};

/// Whether an act may be offered to whoever looks.
enum class Acts { Offered, Hidden };
/// How people are named: in full; or, while nobody is there to look, by initials, without anything that is
/// told of a person and without any way to it.
enum class Naming { Full, Initials };

/// What whoever looks wishes to see of the board.
struct BoardWish {
    std::optional<app::BoardState> state;  ///< these alone
    std::string name;                      ///< those alone whose names have this in them
};
/// `needs-a-decision`: the state in an address; none for a word that is no state.
std::string slug_of(app::BoardState state);
std::optional<app::BoardState> state_of_slug(std::string_view slug);
/// `R. M.` of Rosa Made-Up.
std::string initials_of(std::string_view first_name, std::string_view last_name);

struct BoardLook {
    const BoardFacts& facts;
    const Names& names;
    base::Instant now{};
    const std::vector<std::chrono::hours>& warnings;
    Acts acts = Acts::Hidden;
    std::string form_token{};
    Naming naming = Naming::Full;
    BoardWish wish{};
};

base::Result<BoardFacts> board_facts(app::View& view, const app::Moment& moment);
/// Whose names the board shows.
std::vector<domain::PersonId> people_on(const app::Board& board);
Words board_words(const BoardLook& look);

/// Word and sign of a state, for the board and for the page of one appointment.
Words state_words(app::BoardState state);

/// By when a person must have decided or submitted, how long that is, and whether it is so near that it is
/// warned of. Nothing where there is no deadline, or it is met.
void set_deadline(Words& words, const app::BoardRow& row, base::Instant now,
                  const std::vector<std::chrono::hours>& warnings);

}  // namespace server::reception
