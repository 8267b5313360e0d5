#include "server/reception/board_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "server/app/call_reception.h"
#include "server/app/kiosks.h"
#include "server/reception/case_system_words.h"
#include "server/reception/day_words.h"
#include "server/reception/deadline_words.h"
#include "server/reception/kiosk_words.h"
#include "server/reception/names.h"
#include "shared/domain/name_folding.h"
#include "shared/languages/language.h"

namespace server::reception {
namespace {

using app::BoardRow;
using app::BoardState;

struct StateWords {
    BoardState state;
    const char* word;
    const char* sign;    ///< id of its picture in the template
    const char* colour;  ///< of the GOV.UK tag
};
constexpr std::array kStates{StateWords{BoardState::NeedsDecision, "Needs a decision", "warning", "red"},
                             StateWords{BoardState::NotYet, "Should be here", "clock", "orange"},
                             StateWords{BoardState::CameAfterEnd, "Came after the end", "clock", "purple"},
                             StateWords{BoardState::Arrived, "Arrived on time", "tick", "green"},
                             StateWords{BoardState::Late, "Arrived late", "tick", "yellow"},
                             StateWords{BoardState::Expected, "Not yet", "ring", "blue"},
                             StateWords{BoardState::DidNotAttend, "Did not attend", "cross", "grey"},
                             StateWords{BoardState::Settled, "Settled", "dash", "grey"}};

const StateWords& words_of(BoardState state) {
    return *std::find_if(kStates.begin(), kStates.end(),
                         [state](const auto& one) { return one.state == state; });
}

/// The causes that a kiosk gives, and those of an arrival.
std::string call_in_words(const std::string& cause) {
    if (cause == "not_found") return "Could not be found";
    if (cause == "many_misses") return "Many tries that found nobody";
    if (cause == "survey_help") return "Wants to talk to someone";
    if (cause == "came_after_end") return "Came after the end";
    if (cause == "for_reception") return "Sent to the desk";
    return "Asked for help";
}

Words count_words(const BoardLook& look) {
    Words list(Words::type::list);
    for (const StateWords& each : kStates) {
        const auto count =
            std::count_if(look.board.facts.board.here.begin(), look.board.facts.board.here.end(),
                          [&each](const BoardRow& row) { return row.state == each.state; });
        if (count == 0 && (each.state == BoardState::Settled || each.state == BoardState::CameAfterEnd))
            continue;
        const bool is_shown = look.wish.state == each.state;
        Words words = state_words(each.state);
        words.set("count", std::to_string(count));
        words.set("slug", slug_of(each.state));
        words.set("is_shown", is_shown);
        list << words;
    }
    return list;
}

/// `Urdu`; the tag of one that no kiosk offers.
std::string language_in_words(const std::string& tag) {
    const languages::Language* known = languages::find(tag);
    return known == nullptr ? tag : std::string(known->name);
}

Words call_words(const BoardLook& look) {
    Words list(Words::type::list);
    for (const app::Call& call : look.board.facts.calls) {
        const bool rings = app::still_rings(call, look.board.at);
        Words words;
        words.set("id", call.id);
        words.set("element", element_id("call", call.id));
        words.set("kiosk", app::kiosk_name(look.board.facts.kiosks, call.kiosk));
        words.set("language", language_in_words(call.language));
        words.set("why", call_in_words(call.cause));
        words.set("rings", rings);
        words.set("ago", call.clock == domain::ClockState::Sure ? ago_in_words(call.at, look.board.at)
                                                                : std::string("time not certain"));
        words.set("form_token", look.form_token);
        words.set("may_answer", look.acts == Acts::Offered && look.naming == Naming::Full);
        list << words;
    }
    return list;
}

Words kiosk_words(const BoardLook& look) {
    Words list(Words::type::list);
    for (const app::Kiosk& kiosk : look.board.facts.kiosks) {
        if (kiosk.revoked_at) continue;
        const auto& all = look.board.facts.health;
        const auto health =
            std::find_if(all.begin(), all.end(), [&kiosk](const auto& one) { return one.kiosk == kiosk.id; });
        const std::string trouble = trouble_of(health == all.end() ? nullptr : &*health, look.board.at);
        Words words;
        words.set("kiosk", kiosk.shown());
        words.set("version", health == all.end() ? std::string() : health->version);
        words.set("well", trouble.empty());
        words.set("trouble", trouble);
        list << words;
    }
    return list;
}

Words unknown_words(const BoardLook& look) {
    Words list(Words::type::list);
    for (const app::UnknownArrival& one : look.board.facts.board.unknown) {
        Words words;
        words.set("name", name_of(look.board.names, one.person));
        words.set("at", time_in_words(one.at, look.board.at));
        words.set("where", app::actor_shown(look.board.facts.kiosks, one.actor));
        words.set("appointment", one.appointment.text());
        words.set("may_settle", look.acts == Acts::Offered && look.naming == Naming::Full);
        words.set("needs", look.naming == Naming::Full ? one.needs : std::string());
        list << words;
    }
    return list;
}

}  // namespace

base::Result<BoardFacts> board_facts(app::View& view, const app::Moment& moment,
                                     const std::vector<std::chrono::hours>& warnings) {
    BoardFacts facts;
    facts.board = TRY(app::today_board(view, domain::london_date(moment.now), moment));
    facts.calls = TRY(view.open_calls());
    facts.kiosks = TRY(view.kiosks());
    facts.health = TRY(view.kiosk_health());
    facts.refused = TRY(app::refused_to_see_to(view));
    facts.sync = TRY(view.sync_state());
    facts.owed = owed_of(TRY(view.updates_owed()), moment.now, warnings);
    facts.missed = TRY(view.breaches_between(moment.now - kMissedShownFor, moment.now));
    facts.link = TRY(view.case_link());
    const auto check = TRY(view.record_check());
    if (check) facts.damage = check->problem;
    return facts;
}

std::string slug_of(BoardState state) {
    std::string slug;
    for (const char c : std::string_view(words_of(state).word)) {
        slug += c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return slug;
}

std::optional<BoardState> state_of_slug(std::string_view slug) {
    for (const StateWords& each : kStates) {
        if (slug_of(each.state) == slug) return each.state;
    }
    return std::nullopt;
}

std::string initials_of(std::string_view first_name, std::string_view last_name) {
    std::string initials;
    for (const std::string_view name : {first_name, last_name}) {
        const std::string letter = domain::first_letter(name);
        if (!letter.empty()) initials += (initials.empty() ? "" : " ") + letter + '.';
    }
    return initials;
}

std::string element_id(const char* kind, const std::string& id) {
    return std::string(kind) + '-' + id;
}

std::vector<domain::PersonId> people_on(const app::Board& board) {
    std::vector<domain::PersonId> people;
    for (const BoardRow& row : board.here) people.push_back(row.appointment.person);
    for (const app::UnknownArrival& one : board.unknown) people.push_back(one.person);
    return people;
}

Words state_words(BoardState state) {
    const StateWords& of = words_of(state);
    Words words;
    words.set("state", of.word);
    words.set("colour", of.colour);
    for (const char* sign : {"warning", "clock", "tick", "ring", "cross", "dash"}) {
        words.set(std::string("sign_") + sign, std::string_view(sign) == of.sign);
    }
    return words;
}

void set_deadline(Words& words, const BoardRow& row, base::Instant now,
                  const std::vector<std::chrono::hours>& warnings) {
    const bool done = row.update == domain::UpdateState::Submitted;
    const bool open = row.deadline && !done;
    const auto left = open ? *row.deadline - now : base::Instant::duration{};
    const auto state = open ? app::state_of_deadline(row.deadline_kind, *row.deadline, now, warnings)
                            : app::DeadlineState::Open;
    words.set("has_deadline", open);
    words.set("overdue", state == app::DeadlineState::Passed);
    words.set("warned", state == app::DeadlineState::Warned || state == app::DeadlineState::WarnedLast);
    words.set("warned_most", state == app::DeadlineState::WarnedLast);
    words.set("deadline", open ? time_in_words(*row.deadline, now) : std::string());
    words.set("left", open && left > left.zero() ? span_in_words(left) : std::string());
}

Words board_words(const BoardLook& look) {
    const std::string rows = rows_in_html(look.board, look.wish, look.held);
    Words refused(Words::type::list);
    for (const app::RefusedAtKiosk& one : look.board.facts.refused) {
        Words words;
        words.set("kiosk", app::kiosk_name(look.board.facts.kiosks, one.kiosk));
        words.set("arrivals", std::to_string(one.arrivals));
        refused << words;
    }
    Words words;
    words.set("time", domain::london_time(look.board.at));
    words.set("day", day_in_words(domain::london_date(look.board.at)));
    words.set("counts", count_words(look));
    words.set("with_names", look.naming == Naming::Full);
    words.set("rows", rows);
    words.set("look", look.board.id);
    words.set("has_rows", !rows.empty());
    words.set("none_found", rows.empty() && !look.board.facts.board.here.empty());
    words.set("is_chosen", look.wish.state.has_value() || !look.wish.name.empty());
    words.set("elsewhere", std::to_string(look.board.facts.board.elsewhere.size()));
    words.set("has_elsewhere", !look.board.facts.board.elsewhere.empty());
    words.set("calls", call_words(look));
    words.set("unknown", unknown_words(look));
    words.set("has_unknown", !look.board.facts.board.unknown.empty());
    words.set("refused", refused);
    words.set("kiosks", kiosk_words(look));
    words.set("case_system", case_system_in_words(look.board));
    words.set("case_system_well", look.board.facts.sync.succeeded_at &&
                                      look.board.facts.sync.problem.empty() && is_reached(look.board));
    words.set("missed_count", missed_counts_in_words(look.board.facts.missed));
    words.set("has_missed", !look.board.facts.missed.empty());
    words.set("damage", look.board.facts.damage);
    words.set("is_damaged", !look.board.facts.damage.empty());
    return words;
}

}  // namespace server::reception
