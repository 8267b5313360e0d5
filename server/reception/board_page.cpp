// The board of today, and what happens on it.

#include "server/app/call_reception.h"
#include "server/reception/account_words.h"
#include "server/reception/board_words.h"
#include "server/reception/day_words.h"
#include "server/reception/names.h"
#include "server/reception/visit.h"
#include "shared/domain/itinerary.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr int kRefreshSeconds = 30;
constexpr std::size_t kFindBytesMax = 80;

/// The name that somebody looks for. It comes in a form's body, never in an address.
std::string name_typed(const Visit& visit) {
    const bool finds = visit.page.name == PageName::FindOnBoard;
    return finds && visit.form["name"].size() <= kFindBytesMax ? visit.form["name"] : std::string();
}

/// With the rows that the page `held` left out, where it holds any.
base::Result<Words> board_now(Office& office, Visit& visit, const std::string& held) {
    const Naming naming = visit.is_away ? Naming::Initials : Naming::Full;
    const auto board = TRY(office.board.now(visit.moment, naming));
    if (naming == Naming::Full) {
        const std::string day = domain::to_text(domain::london_date(visit.moment.now));
        TRY_DONE(note_seen(office, visit, people_on(board->facts.board), "name on the board of " + day));
    }
    BoardLook look{*board};
    look.acts = may(visit.account.role, PageName::AnswerCall) ? Acts::Offered : Acts::Hidden;
    look.form_token = office.sessions.form_token(visit.token);
    look.naming = naming;
    look.wish.state = state_of_slug(visit.form["show"]);
    if (!visit.is_away) look.wish.name = name_typed(visit);
    if (!look.wish.state && look.wish.name.empty()) look.held = office.board.number_of(held, naming);
    Words words = board_words(look);
    TRY_DONE(set_locked_accounts(office, visit, words));
    return words;
}

Reply board_page(Office& office, Visit& visit) {
    const auto words = board_now(office, visit, "");
    if (!words) return told(office, visit, words.error());
    Frame frame = frame_of(office, visit, "Today");
    // Without JavaScript, and for those who asked for it: a page that comes again by itself takes the place
    // of whoever reads it slowly (WCAG 2.2.1).
    const bool comes_again = !visit.form["again"].empty();
    if (comes_again) frame.refresh_s = kRefreshSeconds;
    const auto state = state_of_slug(visit.form["show"]);
    Words around = words_of(office, visit);
    around.set("refreshes", comes_again);
    around.set("may_decide", may(visit.account.role, PageName::PaperForm));
    around.set("wish", state ? "?show=" + slug_of(*state) : std::string());
    around.set("name", name_typed(visit));
    around.set("full", !visit.is_away);
    const std::string warning = vetting_warning(visit.account.vetting, visit.moment.now);
    around.set("warning", warning);
    around.set("has_warning", !warning.empty());
    around.set("part", fill("board_part.html", *words));
    return page(frame, "board.html", around);
}

}  // namespace

Reply board(Office& office, Visit& visit) {
    return board_page(office, visit);
}

Reply find_on_board(Office& office, Visit& visit) {
    return board_page(office, visit);
}

Reply board_part(Office& office, Visit& visit) {
    const auto words = board_now(office, visit, visit.form["held"]);
    return words ? part("board_part.html", *words) : told(office, visit, words.error());
}

Reply board_changes(Office& office, Visit& visit) {
    return events(office.live->stream(visit.request.head.last_event_id));
}

Reply answer_call(Office& office, Visit& visit) {
    // The kiosk tells whoever waits that this person is on their way: a first name and no more.
    const std::string& name = visit.account.name;
    std::string first = name.substr(0, name.find(' '));
    if (!domain::is_public_text(first, domain::kFirstNameCharsMax)) first.clear();
    const auto answered = office.needs.store.write_and_wait([&](app::Transaction& transaction) {
        return app::answer_call(transaction, visit.request.judged.id, first, visit.moment.now);
    });
    if (answered) return go_to("/board");
    if (answered.error().kind != base::ErrorKind::NotFound) return told(office, visit, answered.error());
    return told(office, visit, {base::ErrorKind::Conflict, "Somebody else has gone to them already."});
}

}  // namespace server::reception
