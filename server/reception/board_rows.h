#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/reception/board_now.h"

/// The rows of the board's table.
namespace server::reception {

/// Writes `board.rows` of its facts and names.
void write_rows(BoardNow& board, Naming naming, const std::vector<std::chrono::hours>& warnings);
/// A row that says what it said in an earlier look is as old as it was there.
void keep_ages(std::vector<WrittenRow>& rows, const std::vector<WrittenRow>& before);

/// What whoever looks wishes to see of the board.
struct BoardWish {
    std::optional<app::BoardState> state;  ///< these alone
    std::string name;                      ///< those alone whose names have this in them
};
/// Those that fit the wish. Of a row that has not changed since the look numbered `held`, which the page
/// still shows, no more than its place.
std::string rows_in_html(const BoardNow& board, const BoardWish& wish, std::optional<std::int64_t> held);

}  // namespace server::reception
