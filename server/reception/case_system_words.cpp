#include "server/reception/case_system_words.h"

#include "server/reception/day_words.h"

namespace server::reception {
namespace {

/// `Not asked until 14:05, because …`, or what is wrong with the sign-in or the files; empty while all is
/// well.
std::string link_in_words(const BoardNow& board) {
    std::string because = app::not_asked_because(board.facts.link, {}, board.at);
    if (because.empty()) return board.facts.link.sign_in + board.facts.link.trouble;
    because[0] = 'N';
    return because + '.';
}

/// `, 2 of them due soon or overdue`, among what is owed.
std::string warned_in_words(const Owed& owed) {
    if (owed.warned == 0) return ".";
    if (owed.warned == owed.count) return ", due soon or overdue.";
    return ", " + std::to_string(owed.warned) + " of them due soon or overdue.";
}

}  // namespace

Owed owed_of(const std::vector<domain::Update>& updates, base::Instant now,
             const std::vector<std::chrono::hours>& warnings) {
    Owed owed;
    owed.count = updates.size();
    for (const domain::Update& one : updates) {
        const auto state =
            app::state_of_deadline(app::deadline_kind_of(one.attendance), one.deadline, now, warnings);
        if (state != app::DeadlineState::Open) ++owed.warned;
    }
    if (!updates.empty()) owed.next = updates.front().deadline;
    return owed;
}

bool is_reached(const BoardNow& board) {
    return link_in_words(board).empty();
}

std::string case_system_in_words(const BoardNow& board) {
    const app::SyncState& sync = board.facts.sync;
    std::string line;
    if (!link_in_words(board).empty()) {
        line = link_in_words(board);
    } else if (!sync.succeeded_at) {
        line = "Not connected: the schedule was never read.";
    } else if (sync.problem.empty()) {
        line = "Connected: the schedule was read " + ago_in_words(*sync.succeeded_at, board.at) + ".";
    } else {
        line = "Not connected since " + time_in_words(*sync.succeeded_at, board.at) + ".";
    }
    const auto& owed = board.facts.owed;
    if (owed.count == 0) return line + " Nothing waits to be sent.";
    line += owed.count == 1 ? " 1 record waits" : ' ' + std::to_string(owed.count) + " records wait";
    return line + warned_in_words(owed) + " The next must be sent before " +
           time_in_words(*owed.next, board.at) + '.';
}

}  // namespace server::reception
