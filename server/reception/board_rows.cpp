#include "server/reception/board_rows.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "server/reception/board_words.h"
#include "server/reception/day_words.h"
#include "server/reception/deadline_words.h"
#include "server/reception/names.h"
#include "shared/domain/name_folding.h"

namespace server::reception {
namespace {

using app::BoardRow;

std::string missed_in_words(const std::vector<app::Breach>& missed, const BoardRow& row) {
    const auto of_it = std::find_if(missed.begin(), missed.end(), [&row](const auto& one) {
        return one.appointment == row.appointment.id;
    });
    return of_it == missed.end() ? std::string() : breach_in_words(*of_it, row);
}

Words row_words(const BoardNow& board, const BoardRow& row, Naming naming) {
    Words words = state_words(row.state);
    const domain::Appointment& appointment = row.appointment;
    words.set("id", appointment.id.text());
    words.set("element", element_id("row", appointment.id.text()));
    words.set("start", time_in_words(appointment.start, board.at));
    words.set("end", domain::london_time(domain::end_of(appointment)));
    const std::string name = name_of(board.names, appointment.person);
    const bool full = naming == Naming::Full;
    words.set("name", name);
    words.set("find", full ? domain::folded(name) : std::string());
    words.set("full", full);
    words.set("must_decide", row.state == app::BoardState::NeedsDecision);
    const auto& came = row.record.arrived_at ? row.record.arrived_at : row.record.came_after_end;
    words.set("arrived", came ? time_in_words(*came, board.at) : std::string());
    words.set("has_arrived", came.has_value());
    words.set("needs", row.needs);
    words.set("has_needs", full && !row.needs.empty());
    words.set("why", row.why);
    words.set("has_why", full && !row.why.empty());
    const std::string missed = missed_in_words(board.facts.missed, row);
    words.set("missed", missed);
    words.set("was_missed", full && !missed.empty());
    return words;
}

/// `wanted` is what the name must have in it, folded.
bool is_wished(const BoardNow& board, const BoardRow& row, const BoardWish& wish, const std::string& wanted) {
    if (wish.state && *wish.state != row.state) return false;
    if (wanted.empty()) return true;
    return domain::folded(name_of(board.names, row.appointment.person)).find(wanted) != std::string::npos;
}

}  // namespace

void write_rows(BoardNow& board, Naming naming, const std::vector<std::chrono::hours>& warnings) {
    Template form("board_row.html");
    for (const BoardRow& row : board.facts.board.here) {
        Words words = row_words(board, row, naming);
        set_deadline(words, row, board.at, warnings);
        board.rows.push_back({element_id("row", row.appointment.id.text()), form.fill(words), board.number});
    }
}

void keep_ages(std::vector<WrittenRow>& rows, const std::vector<WrittenRow>& before) {
    std::map<std::string_view, const WrittenRow*> known;
    for (const WrittenRow& row : before) known[row.element] = &row;
    for (WrittenRow& row : rows) {
        const auto was = known.find(row.element);
        if (was != known.end() && was->second->html == row.html) row.since = was->second->since;
    }
}

std::string rows_in_html(const BoardNow& board, const BoardWish& wish, std::optional<std::int64_t> held) {
    const std::string wanted = domain::folded(wish.name);
    std::string html;
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
        if (!is_wished(board, board.facts.board.here[i], wish, wanted)) continue;
        const WrittenRow& row = board.rows[i];
        const bool is_held = held && row.since <= *held;
        html += is_held ? "<tr id=\"" + row.element + "\" data-same></tr>\n" : row.html;
    }
    return html;
}

}  // namespace server::reception
