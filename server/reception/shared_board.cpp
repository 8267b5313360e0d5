#include "server/reception/shared_board.h"

#include <charconv>
#include <utility>

#include "server/app/board_order.h"
#include "server/app/closing.h"
#include "server/reception/board_rows.h"
#include "server/reception/board_words.h"
#include "server/reception/names.h"

namespace server::reception {

SharedBoard::SharedBoard(app::Store& store, Live& live, const base::Clock& clock,
                         std::vector<std::chrono::hours> warnings)
    : store_(store), live_(live), clock_(clock), warnings_(std::move(warnings)) {}

base::Result<std::shared_ptr<const BoardNow>> SharedBoard::now(const app::Moment& moment, Naming naming) {
    const std::lock_guard lock(mutex_);
    Kept& kept = kept_.at(static_cast<std::size_t>(naming));
    const std::int64_t mark = TRY(live_.mark());  // before the look: what comes meanwhile is another change
    const base::BootTime time = clock_.boot_time();
    if (kept.board && mark == kept.mark && time - kept.looked_at < kHolds) return kept.board;
    // Names that nobody asks for any more are not held.
    for (Kept& other : kept_) {
        if (&other != &kept && time - other.looked_at >= kHolds) other = {};
    }
    auto board = std::make_shared<BoardNow>(TRY(look(moment, naming)));
    write_rows(*board, naming, warnings_);
    if (kept.board) keep_ages(board->rows, kept.board->rows);
    kept = {std::move(board), time, mark};
    return kept.board;
}

base::Result<BoardNow> SharedBoard::look(const app::Moment& moment, Naming naming) {
    BoardNow board;
    board.number = ++looks_;
    board.id = begin_of_ids(naming) + std::to_string(board.number);
    board.at = moment.now;
    const auto read = [&](app::View& view) -> base::Done {
        board.facts = TRY(board_facts(view, moment, warnings_));
        auto& here = board.facts.board.here;
        for (app::BoardRow& row : TRY(app::left_over(view, moment))) here.push_back(std::move(row));
        app::sort_by_need(here, moment.now);
        board.names = TRY(names_of_people(view, people_on(board.facts.board), naming));
        return {};
    };
    TRY_DONE(store_.read(read));
    return board;
}

std::optional<std::int64_t> SharedBoard::number_of(std::string_view id, Naming naming) const {
    const std::string begin = begin_of_ids(naming);
    if (id.substr(0, begin.size()) != begin) return std::nullopt;
    id.remove_prefix(begin.size());
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size()) return std::nullopt;
    return number;
}

std::string SharedBoard::begin_of_ids(Naming naming) const {
    return live_.start_name() + (naming == Naming::Full ? "-names-" : "-initials-");
}

}  // namespace server::reception
