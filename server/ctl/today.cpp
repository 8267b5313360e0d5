#include <map>

#include "server/app/look_at_names.h"
#include "server/app/today_board.h"
#include "server/ctl/commands.h"
#include "server/ctl/deadline_lines.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "server/ctl/warnings.h"
#include "server/hub/server_clock.h"

namespace server::ctl {
namespace {

using Names = std::map<domain::PersonId, std::string>;

/// Whose names the board may show: nobody's, unless they were asked for.
struct Shown {
    app::Board board;
    Names names;
    bool with_names = false;

    std::string name_of(const domain::PersonId& person) const {
        const auto found = names.find(person);
        return found == names.end() ? "-" : found->second;
    }
};

std::string london(const std::optional<base::Instant>& instant) {
    return instant ? domain::london_time(*instant) : "-";
}

/// When somebody came, and why they were late if they said so.
std::string arrival_of(const domain::AttendanceRecord& record) {
    std::string text = london(record.arrived_at ? record.arrived_at : record.came_after_end);
    if (record.late_reason) text += " (" + std::string(to_word(*record.late_reason)) + ')';
    return text;
}

/// The referral's reference, by which staff know whose appointment it is; no name stands on this list.
std::string reference_of(app::View& view, const app::BoardRow& row) {
    const auto referral = view.referral(row.appointment.referral);
    return referral ? referral->reference : "-";
}

void print_freshness(const app::SyncState& sync, base::Instant now, std::ostream& out) {
    if (!sync.succeeded_at) {
        out << "The schedule has never been read.";
    } else {
        const auto age = std::chrono::duration_cast<std::chrono::minutes>(now - *sync.succeeded_at);
        out << "The schedule was read " << age.count() << " minutes ago.";
    }
    if (!sync.problem.empty()) out << " The last try had a problem: " << sync.problem;
    out << '\n';
}

/// A last word in front of the others where names were asked for.
std::vector<std::string> with_name(const Shown& shown, const std::string& name,
                                   std::vector<std::string> words) {
    if (shown.with_names) words.insert(words.begin() + 1, name);
    return words;
}

void print_here(app::View& view, const Shown& shown, base::Instant now, const Hub& hub) {
    std::ostream& out = hub.out;
    std::map<std::string, int> counts;
    Table table(
        with_name(shown, "name",
                  {"start", "end", "referral", "state", "arrived", "submit before", "appointment", "why"}));
    for (const app::BoardRow& row : shown.board.here) {
        const std::string state(to_word(row.state));
        ++counts[state];
        table.add(with_name(
            shown, shown.name_of(row.appointment.person),
            {domain::london_time(row.appointment.start), domain::london_time(end_of(row.appointment)),
             reference_of(view, row), state, arrival_of(row.record),
             row.deadline
                 ? deadline_with_warning(row.deadline_kind, *row.deadline, now, hub.settings.absence_warnings)
                 : "-",
             row.appointment.id.text(), row.why}));
    }
    table.print(out);
    out << shown.board.here.size() << " appointments here";
    for (const auto& [state, count] : counts) out << ", " << count << ' ' << state;
    out << "; " << shown.board.elsewhere.size() << " elsewhere or by telephone.\n";
}

void print_unknown(const Shown& shown, std::ostream& out) {
    if (shown.board.unknown.empty()) return;
    out << "\nArrived for an appointment this hub does not know. Find it in the case system, and read the "
           "schedule; or take it back with hubctl decide ... --take-back.\n";
    Table table(with_name(shown, "name", {"arrived", "time", "where", "appointment", "needs"}));
    for (const app::UnknownArrival& one : shown.board.unknown) {
        const bool sure = one.clock == domain::ClockState::Sure;
        table.add(with_name(shown, shown.name_of(one.person),
                            {date_and_time(one.at), sure ? "sure" : "doubtful", one.actor,
                             one.appointment.text(), one.needs.empty() ? "-" : one.needs}));
    }
    table.print(out);
}

void print_needs(app::View& view, const Shown& shown, std::ostream& out) {
    Table table({"start", "referral", "needs"});
    bool any = false;
    for (const app::BoardRow& row : shown.board.here) {
        if (row.needs.empty()) continue;
        any = true;
        table.add({domain::london_time(row.appointment.start), reference_of(view, row), row.needs});
    }
    if (!any) return;
    out << "\nWhat people who are here need:\n";
    table.print(out);
}

/// The names, after it is kept who looked at them.
base::Result<Names> names_of(const Hub& hub, app::Store& store, const app::Board& board, domain::Date day,
                             const std::string& who) {
    std::vector<domain::PersonId> people;
    for (const app::BoardRow& row : board.here) people.push_back(row.appointment.person);
    for (const app::UnknownArrival& one : board.unknown) people.push_back(one.person);
    Names names;
    const auto look = [&](app::Transaction& transaction) -> base::Done {
        names =
            TRY(app::look_at_names(transaction, people, who, "name on the board of " + domain::to_text(day),
                                   hub.clock.now(), hub.entropy));
        return {};
    };
    TRY_DONE(store.write_and_wait(look));
    return names;
}

}  // namespace

base::Done today(const Hub& hub, domain::Date day, const NamesFor& names_for) {
    if (names_for.asked == names_for.who.empty()) {
        return base::fail(
            base::ErrorKind::InvalidInput,
            "names are shown to somebody who says who they are: give --names and --by together");
    }
    const auto record = TRY(open_for_tool(hub));
    hub::ServerClock server_clock(hub.clock, hub.settings.clock_trust);
    TRY_DONE(server_clock.learn(*record.store));
    const app::Moment moment = server_clock.moment();
    Shown shown;
    shown.with_names = names_for.asked;
    const auto read_board = [&](app::View& view) -> base::Done {
        shown.board = TRY(app::today_board(view, day, moment));
        return {};
    };
    TRY_DONE(record.store->read(read_board));
    if (names_for.asked) {
        shown.names = TRY(names_of(hub, *record.store, shown.board, day, names_for.who));
    }
    return record.store->read([&](app::View& view) -> base::Done {
        TRY_DONE(warn_of_damage(view, hub.out));
        TRY_DONE(tell_of_refused(view, hub.out));
        print_freshness(TRY(view.sync_state()), moment.now, hub.out);
        print_here(view, shown, moment.now, hub);
        print_unknown(shown, hub.out);
        print_needs(view, shown, hub.out);
        return {};
    });
}

}  // namespace server::ctl
