// The board of today, and what happens on it.

#include "server/app/board_order.h"
#include "server/app/call_reception.h"
#include "server/reception/board_words.h"
#include "server/reception/day_words.h"
#include "server/reception/names.h"
#include "server/reception/visit.h"
#include "shared/domain/itinerary.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr int kRefreshSeconds = 30;

base::Result<Words> board_now(Office& office, Visit& visit) {
    BoardFacts facts;
    const auto read = [&](app::View& view) -> base::Done {
        facts = TRY(board_facts(view, visit.moment));
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    auto& here = facts.board.here;
    const auto earlier = TRY(office.left_over.rows(office.needs.store, visit.moment, office.live->version()));
    here.insert(here.end(), earlier.begin(), earlier.end());
    app::sort_by_need(here, visit.moment.now);
    const std::string day = domain::to_text(domain::london_date(visit.moment.now));
    const Names names = TRY(names_seen(office, visit, people_on(facts.board), "name on the board of " + day));
    const bool answers = may(visit.account.role, PageName::AnswerCall);
    return board_words({facts, names, visit.moment.now, office.needs.warnings,
                        answers ? Acts::Offered : Acts::Hidden, office.sessions.form_token(visit.token)});
}

}  // namespace

Reply board(Office& office, Visit& visit) {
    const auto words = board_now(office, visit);
    if (!words) return told(office, visit, words.error());
    Frame frame = frame_of(office, visit, "Today");
    // Without JavaScript, and for those who asked for it: a page that comes again by itself takes the place
    // of whoever reads it slowly (WCAG 2.2.1).
    const bool comes_again = visit.request.head.target.ends_with("?again");
    if (comes_again) frame.refresh_s = kRefreshSeconds;
    Words around;
    around.set("hub", office.needs.hub);
    around.set("refreshes", comes_again);
    around.set("may_decide", may(visit.account.role, PageName::PaperForm));
    const std::string warning = vetting_warning(visit.account.vetting, visit.moment.now);
    around.set("warning", warning);
    around.set("has_warning", !warning.empty());
    around.set("part", fill("board_part.html", *words));
    return page(frame, "board.html", around);
}

Reply board_part(Office& office, Visit& visit) {
    const auto words = board_now(office, visit);
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
