#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/deadlines.h"
#include "server/app/decide.h"
#include "server/app/today_board.h"
#include "server/reception/board_rows.h"
#include "server/reception/render.h"

/// The board as words for its template.
namespace server::reception {

/// A missed deadline is counted on the board this long.
inline constexpr std::chrono::days kMissedShownFor{30};

/// Whether an act may be offered to whoever looks.
enum class Acts { Offered, Hidden };
/// `needs-a-decision`: the state in an address; none for a word that is no state.
std::string slug_of(app::BoardState state);
std::optional<app::BoardState> state_of_slug(std::string_view slug);
/// `R. M.` of Rosa Made-Up.
std::string initials_of(std::string_view first_name, std::string_view last_name);

/// What a board shows, and to whom.
struct BoardLook {
    const BoardNow& board;
    Acts acts = Acts::Hidden;
    std::string form_token{};
    Naming naming = Naming::Full;
    BoardWish wish{};
    std::optional<std::int64_t> held{};  ///< the look whose rows the page still shows
};

base::Result<BoardFacts> board_facts(app::View& view, const app::Moment& moment,
                                     const std::vector<std::chrono::hours>& warnings);
/// Whose names the board shows.
std::vector<domain::PersonId> people_on(const app::Board& board);
Words board_words(const BoardLook& look);

/// An element of a page is known by it: letters, digits and dashes.
std::string element_id(const char* kind, const std::string& id);

/// Word and sign of a state, for the board and for the page of one appointment.
Words state_words(app::BoardState state);

/// By when a person must have decided or submitted, how long that is, and whether it is so near that it is
/// warned of. Nothing where there is no deadline, or it is met.
void set_deadline(Words& words, const app::BoardRow& row, base::Instant now,
                  const std::vector<std::chrono::hours>& warnings);

}  // namespace server::reception
