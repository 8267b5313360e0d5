// The rows of the board, and which of them a page that shows an earlier look is not sent again.

#include "server/reception/board_rows.h"

#include <gtest/gtest.h>

namespace server::reception {
namespace {

BoardNow board_of(std::vector<WrittenRow> rows) {
    BoardNow board;
    board.rows = std::move(rows);
    for (const WrittenRow& row : board.rows) {
        app::BoardRow fact;
        fact.appointment.person = domain::PersonId("person of " + row.element);
        board.names[fact.appointment.person] = row.element == "row-1" ? "Łucja Zmyślona" : "Omar Nobody";
        fact.state = row.element == "row-1" ? app::BoardState::Arrived : app::BoardState::Expected;
        board.facts.board.here.push_back(std::move(fact));
    }
    return board;
}

TEST(BoardRows, AreAllSentToAPageThatHoldsNone) {
    const BoardNow board = board_of({{"row-1", "<tr>one</tr>", 4}, {"row-2", "<tr>two</tr>", 7}});
    EXPECT_EQ(rows_in_html(board, {}, std::nullopt), "<tr>one</tr><tr>two</tr>");
}

TEST(BoardRows, SayNoMoreThanTheirPlaceWhereThePageHoldsThem) {
    const BoardNow board = board_of({{"row-1", "<tr>one</tr>", 4}, {"row-2", "<tr>two</tr>", 7}});
    EXPECT_EQ(rows_in_html(board, {}, 6), "<tr id=\"row-1\" data-same></tr>\n<tr>two</tr>");
    EXPECT_EQ(rows_in_html(board, {}, 3), "<tr>one</tr><tr>two</tr>");
}

TEST(BoardRows, OfOneStateOrNameStandAlone) {
    const BoardNow board = board_of({{"row-1", "<tr>one</tr>", 4}, {"row-2", "<tr>two</tr>", 7}});
    EXPECT_EQ(rows_in_html(board, {app::BoardState::Arrived, ""}, std::nullopt), "<tr>one</tr>");
    EXPECT_EQ(rows_in_html(board, {std::nullopt, "lucja"}, std::nullopt), "<tr>one</tr>");
    EXPECT_EQ(rows_in_html(board, {std::nullopt, "omar"}, std::nullopt), "<tr>two</tr>");
    EXPECT_EQ(rows_in_html(board, {std::nullopt, "nobody else"}, std::nullopt), "");
}

TEST(BoardRows, AreAsOldAsTheLookInWhichTheyBecameWhatTheyAre) {
    std::vector<WrittenRow> rows{{"row-1", "as before", 9}, {"row-2", "new words", 9}, {"row-3", "new", 9}};
    keep_ages(rows, {{"row-2", "old words", 2}, {"row-1", "as before", 5}});
    EXPECT_EQ(rows[0].since, 5);
    EXPECT_EQ(rows[1].since, 9);
    EXPECT_EQ(rows[2].since, 9);
}

}  // namespace
}  // namespace server::reception
